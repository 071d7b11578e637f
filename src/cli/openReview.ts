import { today } from '../workspace/localDay.ts';
import type { Project } from '../workspace/project.ts';
import { openReview } from '../workspace/past/review.ts';
import type { Review, ReviewRequest } from '../workspace/past/review.ts';
import type { CommandContext } from './command.ts';
import { openWorkspace, parseToday } from './open.ts';
import { chooseRoot } from './root.ts';

/**
 * Reads the two states that a command compares; the files on the disk are opened as every command opens them.
 *
 * @param open gives the index of the files on the disk, if it is there already.
 * @throws UserError where they cannot be compared.
 */
export function openReviewOf(
  context: CommandContext,
  request: Omit<ReviewRequest, 'today'>,
  open: () => Promise<Project> = () => openWorkspace(context),
): Promise<Review> {
  const { io, args } = context;
  const root = chooseRoot(io.cwd, args.value('root'));
  return openReview(root, { ...request, today: parseToday(args.value('today')) ?? today() }, open);
}
