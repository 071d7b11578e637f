import { textOf } from '../index/items/pins.ts';
import { compareText } from '../index/order.ts';
import type { Item } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';
import { inEnglish } from '../model/message.ts';
import { changedMeanings, changedStatements } from '../query/diff/items/changedMeanings.ts';
import { lessenedFor } from '../query/diff/rules/lessenedFor.ts';
import { nameOf } from '../query/list.ts';
import { doubtsOf } from '../query/doubts.ts';
import { plain, truncate } from '../report/writing/plainText.ts';
import { UserError } from '../workspace/userError.ts';
import type { Project } from '../workspace/project.ts';
import type { AskedFolder, ComparedBranch } from './askedFolder.ts';
import { importedFiles } from './importedFiles.ts';
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

/** Files that are named. */
const MOST_LATE = 3;
/** Columns of a text that is repeated. */
const QUOTED = 120;

// @implements RT-6.1/AC22~aed65e
/**
 * What speaks against a claim that holds by the files as they are: a report that could not be read, a rule that the branch changed so that less may be asked
 * for, a text that it changed, a link of which only the annotation is left. Where the folder cannot be compared with anything, nobody can tell what a branch did.
 */
export async function doubtsOn(folder: AskedFolder, project: Project, { items, named }: Claimed): Promise<ClaimDoubts> {
  const { index } = project;
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
  const late = review ? await lateOnce(review, items, () => writtenLate(folder, project, items, review)) : [];
  const doubts = [
    ...lost.map(({ message }) => `${plain(inEnglish(message))}: run the tests again`),
    ...(late.length > 0
      ? [
          `${late.slice(0, MOST_LATE).map(plain).join(', ')}: used by its code or tests, as far as words show, and changed after the tests ran, so run them again`,
        ]
      : []),
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
    ...(review ? changedStatements(review.comparison, items) : []).map(
      ({ item, before }) =>
        `This branch changed what ${refOf(index, item)} says around its criteria, so tell the user. It was: ${quoted(textOf(before))}`,
    ),
    ...(typeof compared === 'string' ? [`What was changed was not looked at, so tell the user: ${plain(compared)}`] : []),
  ];
  return { doubts, notes };
}

/** Which files are late, by comparisons and by what was claimed; a comparison is another one once anything changed. */
const knownLate = new WeakMap<ComparedBranch, Map<string, Promise<readonly FilePath[]>>>();

function lateOnce(review: ComparedBranch, items: readonly Item[], look: () => Promise<readonly FilePath[]>): Promise<readonly FilePath[]> {
  const ofReview = knownLate.get(review) ?? new Map<string, Promise<readonly FilePath[]>>();
  knownLate.set(review, ofReview);
  const key = items.map((item) => item.key).join('\n');
  const late = ofReview.get(key) ?? look();
  ofReview.set(key, late);
  // A fault may be gone the next time.
  late.catch(() => ofReview.delete(key));
  return late;
}

/** Files that the branch changed after the tests of a claim ran, and that these or the code depend on. */
async function writtenLate(
  folder: AskedFolder,
  project: Project,
  items: readonly Item[],
  { comparison: { files } }: ComparedBranch,
): Promise<readonly FilePath[]> {
  const { index } = project;
  const links = items.flatMap(({ key }) => index.coverage(key).links);
  const oldest = links.reduce((time, { result }) => Math.min(time, result?.time ?? Infinity), Infinity);
  const known = new Set(links.map(({ path }) => path));
  const isCode = (path: FilePath): boolean => index.files.get(path) === 'code' || index.files.get(path) === 'test';
  const others = files.flatMap(({ head }) => (head !== undefined && !known.has(head) && isCode(head) ? [head] : []));
  if (!Number.isFinite(oldest) || others.length === 0) return [];
  const touched = folder.touchedAfter(others, oldest);
  if (touched.length === 0) return [];
  const imported = await importedFiles(project, [...known]);
  const suspects = touched.filter((path) => imported?.has(path) !== false);
  return suspects.length === 0 ? [] : [...(await folder.writtenAfter(suspects, oldest))].sort(compareText);
}

/** Words of a document, on one line as data. */
function quoted(text: string): string {
  return `| ${truncate(plain(text), QUOTED)}`;
}
