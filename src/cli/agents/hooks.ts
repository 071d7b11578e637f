import type { IndexView } from '../../index/view.ts';
import { asksForProof } from '../../model/gate.ts';
import { inEnglish } from '../../model/message.ts';
import type { Coverage } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { Entry } from '../../query/diff/difference.ts';
import { changedMeanings } from '../../query/diff/items/changedMeanings.ts';
import { nameOf } from '../../query/list.ts';
import { doubtsOf } from '../../query/doubts.ts';
import { plain, truncate } from '../../report/writing/plainText.ts';
import { UserError } from '../../workspace/userError.ts';
import type { AgentFolder } from './folder.ts';
import { configurationFaults, findingRow, placeOf, refOf } from '../../agents/words.ts';

const MOST = 4;
/** Columns of a text that is repeated. */
const QUOTED = 90;

/**
 * Why an agent must not end yet: it broke a criterion, left a claim unproven or weakened a rule. Undefined where nothing speaks against it, and where the
 * folder cannot be compared with anything.
 *
 * @param base as for `readReview`.
 */
export async function stopFaults(folder: AgentFolder, base: string | undefined): Promise<string | undefined> {
  const project = await folder.project();
  const { index } = project;
  // Without its rules, nothing of what follows could be told.
  const faults = configurationFaults(project);
  if (faults.length > 0) return faults.join('\n');
  if (!index.definesAnything) return undefined;
  const report = await folder.compared({ base }).catch((error: unknown) => {
    if (error instanceof UserError) throw new Error(inEnglish(error.said));
    throw error;
  });
  const { lists, rules } = report.difference;
  // What depends on the files may be just as well: needs that were the default, say, and are now written down as fewer.
  const lessened = rules.filter(({ effect }) => effect !== 'more');
  const claimed = [...lists.met, ...lists.touched];
  const isProofAsked = asksForResults(index);
  const unproven = claimed.filter(({ item }) => isUnproven(index.coverage(item.key), isProofAsked));
  const reworded = changedMeanings(
    report.comparison,
    [...claimed, ...lists.suspect].map(({ item }) => item),
  ).filter(({ isReworded }) => isReworded);
  const unread = claimed.length > 0 ? doubtsOf(index).filter(({ of }) => of === 'lost') : [];
  const row = ({ item, reason }: Entry): string =>
    `${index.item(item.key) ? refOf(index, item) : plain(item.id)}: ${plain(reason)} — ${placeOf(item)}`;
  const blocks = [
    block(`${lists.broken.length} broken`, lists.broken.map(row)),
    block(`${lists.removed.length} removed`, lists.removed.map(row)),
    block(
      `${reworded.length} that ask for something else than before`,
      reworded.map(({ item, before }) => `${refOf(index, item)} was | ${truncate(plain(nameOf(before)), QUOTED)} — ${placeOf(item)}`),
    ),
    block(`${lists.waived.length} waived or exempt now`, lists.waived.map(row)),
    block(
      `${lessened.length} changed rules that may ask for less than before`,
      lessened.map(({ path, line, reason }) => `${plain(path)}:${line + 1} ${plain(reason)}`),
    ),
    block(
      `${unproven.length} claimed without proof: no newer result shows that a test passed`,
      unproven.map(({ item }) => `${refOf(index, item)} — ${placeOf(item)}`),
    ),
    block(
      `${unread.length} reports that cannot be read, in which a test may have failed`,
      unread.map(({ message }) => plain(inEnglish(message))),
    ),
  ].flat();
  return blocks.length === 0
    ? undefined
    : [...blocks, 'Mend it, or say to the user why it has to be so. read_criterion or "reqtrace show ID" has the details.'].join('\n');
}

/** What is wrong in files that were edited; undefined where nothing is. */
export async function editFaults(folder: AgentFolder, paths: readonly FilePath[]): Promise<string | undefined> {
  const { index } = await folder.project();
  const found = paths.flatMap((path) => index.findings(path)).filter(({ severity }) => severity !== 'information');
  return found.length === 0 ? undefined : [...found.slice(0, MOST).map(findingRow), ...more(found.length)].join('\n');
}

function isUnproven({ status, proof, outdated, needs }: Coverage, isProofAsked: boolean): boolean {
  if (status !== 'met') return false;
  // Where no results are, they may have been taken away.
  return proof === 'unproven' || outdated || (proof === 'unknown' && isProofAsked && needs.some((need) => need !== 'implements'));
}

/** True where the project says that there are results of tests. */
function asksForResults({ configuration: { evidence, gates } }: IndexView): boolean {
  return evidence.results.length > 0 || Object.values(gates).some(asksForProof);
}

function block(title: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [`${title}:`, ...rows.slice(0, MOST), ...more(rows.length)];
}

function more(count: number): readonly string[] {
  return count > MOST ? [`and ${count - MOST} more`] : [];
}
