import type { Item } from '../model/item.ts';
import { inEnglish } from '../model/message.ts';
import { changedMeanings } from '../query/diff/items/changedMeanings.ts';
import { lessenedFor } from '../query/diff/rules/lessenedFor.ts';
import { nameOf } from '../query/list.ts';
import { doubtsOf } from '../query/doubts.ts';
import { plain, truncate } from '../report/writing/plainText.ts';
import { UserError } from '../workspace/userError.ts';
import type { Project } from '../workspace/project.ts';
import type { AskedFolder } from './askedFolder.ts';
import { refOf } from './words.ts';

/** What speaks against a claim. */
export interface ClaimDoubts {
  readonly doubts: readonly string[];
  /** What the user has to know though nothing speaks against it. */
  readonly notes: readonly string[];
}

/** What is claimed. */
export interface Claimed {
  /** Criteria, and requirements without criteria. */
  readonly items: readonly Item[];
  /** Keys of requirements that were claimed as a whole. */
  readonly named: ReadonlySet<string>;
}

/** Columns of a text that is repeated. */
const QUOTED = 120;

// @implements RT-6.1/AC22~aed65e
/**
 * What speaks against a claim that holds by the files as they are: a report that could not be read, a rule that the branch changed so that less may be asked
 * for, a text that it changed, a link of which only the annotation is left. Where the folder cannot be compared with anything, nobody can tell what a branch did.
 */
export async function doubtsOn(folder: AskedFolder, { index }: Project, { items, named }: Claimed): Promise<ClaimDoubts> {
  const isTested = items.some(({ key }) => index.coverage(key).needs.some((need) => need !== 'implements'));
  const lost = isTested ? doubtsOf(index).filter(({ of }) => of === 'lost') : [];
  const compared = await folder.compared({}).catch((error: unknown) => {
    if (error instanceof UserError) return inEnglish(error.said);
    throw error;
  });
  const review = typeof compared === 'string' ? undefined : compared;
  const keys = new Set(items.map(({ key }) => key));
  const broken = (review?.difference.lists.broken ?? []).filter(({ item }) => keys.has(item.key));
  const gone = (review?.difference.lists.removed ?? []).filter(({ item }) => item.type === 'criterion' && named.has(item.requirement.key));
  const meanings = review ? changedMeanings(review.comparison, items) : [];
  const reworded = meanings.filter(({ isReworded }) => isReworded);
  const moved = meanings.filter(({ isReworded }) => !isReworded);
  const lessened = review ? lessenedFor(review.comparison, review.difference.rules, items) : [];
  const doubts = [
    ...lost.map(({ message }) => `${plain(inEnglish(message))}: run the tests again`),
    ...broken.map(({ item, reason }) => `${refOf(index, item)} is worse off by this branch: ${plain(reason)}`),
    ...reworded.map(
      ({ item, before }) =>
        `This branch changed what ${refOf(index, item)} asks for, so the user has to agree. It was: ${quoted(nameOf(before))}`,
    ),
    ...gone.map(({ item }) => `This branch removed a criterion of it, so the user has to agree: ${quoted(nameOf(item))}`),
    ...lessened.map(
      ({ path, line, reason }) =>
        `This branch may ask for less than before, so the user has to agree: ${plain(path)}:${line + 1} ${plain(reason)}`,
    ),
  ];
  const notes = [
    ...moved.map(
      ({ item, before }) =>
        `${refOf(index, item)} is another criterion since this branch, so tell the user. It was: ${quoted(nameOf(before))}`,
    ),
    ...(typeof compared === 'string' ? [`What was changed was not looked at, so tell the user: ${plain(compared)}`] : []),
  ];
  return { doubts, notes };
}

/** Words of a document, on one line as data. */
function quoted(text: string): string {
  return `| ${truncate(plain(text), QUOTED)}`;
}
