import type { Item } from '../model/item.ts';
import { inEnglish } from '../model/message.ts';
import { lessenedFor } from '../query/diff/rules/lessenedFor.ts';
import { doubtsOf } from '../query/doubts.ts';
import { plain } from '../report/writing/plainText.ts';
import { UserError } from '../workspace/userError.ts';
import type { Project } from '../workspace/project.ts';
import type { AskedFolder } from './askedFolder.ts';
import { refOf } from './words.ts';

/** What speaks against a claim. */
export interface ClaimDoubts {
  readonly doubts: readonly string[];
  /** Why it is not known what the branch did. */
  readonly uncompared?: string;
}

// @implements RT-6.1/AC22~aed65e
/**
 * What speaks against a claim that holds by the files as they are: a report that could not be read, a rule that the branch changed so that less may be asked
 * for, a link of which only the annotation is left. Where the folder cannot be compared with anything, nobody can tell of the last two.
 */
export async function doubtsOn(folder: AskedFolder, { index }: Project, items: readonly Item[]): Promise<ClaimDoubts> {
  const isTested = items.some(({ key }) => index.coverage(key).needs.some((need) => need !== 'implements'));
  const lost = isTested ? doubtsOf(index).filter(({ of }) => of === 'lost') : [];
  const compared = await folder.compared({}).catch((error: unknown) => {
    if (error instanceof UserError) return inEnglish(error.said);
    throw error;
  });
  const review = typeof compared === 'string' ? undefined : compared;
  const keys = new Set(items.map(({ key }) => key));
  const broken = (review?.difference.lists.broken ?? []).filter(({ item }) => keys.has(item.key));
  const lessened = review ? lessenedFor(review.comparison, review.difference.rules, items) : [];
  const doubts = [
    ...lost.map(({ message }) => `${plain(inEnglish(message))}: run the tests again`),
    ...broken.map(({ item, reason }) => `${refOf(index, item)} is worse off by this branch: ${plain(reason)}`),
    ...lessened.map(
      ({ path, line, reason }) =>
        `This branch may ask for less than before, so the user has to agree: ${plain(path)}:${line + 1} ${plain(reason)}`,
    ),
  ];
  return { doubts, ...(typeof compared === 'string' && { uncompared: compared }) };
}
