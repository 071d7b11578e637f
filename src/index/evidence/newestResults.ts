import type { EvidenceFile, LinkResult, Outcome } from '../../model/evidence.ts';
import type { FilePath } from '../../model/position.ts';
import { compareText } from '../order.ts';
import { areOneRun } from './oneRun.ts';
import type { Placed } from './places/placed.ts';
import { addTo } from '../../text/grouping.ts';

/** A result of the test of a link. */
export interface Found<Entry extends Placed = Placed> {
  readonly entry: Entry;
  /** Tells its instances apart: results with the same key are of the same instance in several runs, or are repeated in one. */
  readonly key: string;
}

/**
 * What the newest results say. Of each instance its newest result counts, whichever run that is of: a run that left it out says nothing of it. What failed as
 * a whole speaks for every instance that did not pass later.
 *
 * @param wholes results of files and groups that failed with all that they hold.
 * @param path the file of the link.
 */
export function newestResult(found: readonly Found[], wholes: readonly Placed[], path: FilePath): LinkResult | undefined {
  const instances = new Map<string, Placed[]>();
  for (const { entry, key } of found) addTo(instances, key, entry);
  if (instances.size === 0 && wholes.length > 0) instances.set('', []);
  const skips = skipsOf(found);
  return outcomeOf(
    [...instances].flatMap(([key, entries]) =>
      standing([...entries, ...wholes]).filter((entry) => !isTakenBack(entry, skips.get(instanceIn(key)))),
    ),
    path,
  );
}

/** Tests that were left out, by their instance. */
function skipsOf(found: readonly Found[]): ReadonlyMap<string, readonly Placed[]> {
  const skips = new Map<string, Placed[]>();
  for (const { entry, key } of found) {
    if (entry.result.outcome !== 'skipped') continue;
    const known = skips.get(instanceIn(key));
    if (known) known.push(entry);
    else skips.set(instanceIn(key), [entry]);
  }
  return skips;
}

/** What a key says of the data of a test, behind what is around it, which reports in two formats spell in two ways. */
function instanceIn(key: string): string {
  return key.slice(key.indexOf('\n') + 1);
}

/** True for a pass of a test that a later run left out, also where that spells otherwise what is around it. */
function isTakenBack({ result, run }: Placed, skips: readonly Placed[] = []): boolean {
  return result.outcome === 'passed' && skips.some((skip) => skip.run.time > run.time && !areOneRun(skip.run, run));
}

/**
 * Results of one instance that a later run does not speak in place of, unless it is one run with theirs. That a test was skipped takes back that it passed, but not that it failed: a
 * failing test is failing until it has passed.
 */
function standing(entries: readonly Placed[]): readonly Placed[] {
  const latest = entries.toSorted((a, b) => b.run.time - a.run.time);
  return entries.filter((entry) => {
    for (const later of latest) {
      if (later.run.time <= entry.run.time) return true;
      const speaks = later.result.outcome !== 'skipped' || entry.result.outcome !== 'failed';
      if (speaks && !areOneRun(later.run, entry.run)) return false;
    }
    return true;
  });
}

function outcomeOf(entries: readonly Placed[], path: FilePath): LinkResult | undefined {
  const outcome = (['failed', 'passed', 'skipped'] as const satisfies readonly Outcome[]).find((one) =>
    entries.some(({ result }) => result.outcome === one),
  );
  if (outcome === undefined) return undefined;
  // Of several that passed, the oldest says since when all is known to hold.
  const direction = outcome === 'passed' ? -1 : 1;
  const told = entries.filter(({ result }) => result.outcome === outcome);
  const [first] = told.map(({ run }) => run).sort((a, b) => direction * (b.time - a.time) || compareText(a.path, b.path));
  return { outcome, path: first?.path ?? '', time: first?.time ?? 0, ...failureIn(told, first, path), ...durationIn(told) };
}

/** The first failure of a run that says something. */
function failureIn(told: readonly Placed[], first: EvidenceFile | undefined, path: FilePath): Pick<LinkResult, 'failure'> {
  const failure = told.find(({ result, run }) => run === first && result.failure)?.result.failure;
  if (!failure) return {};
  const frame = failure.frames.find(({ file }) => isEndOf(file.replaceAll('\\', '/'), path));
  return { failure: { message: failure.message, ...(frame && { at: { path, line: frame.line - 1 } }) } };
}

/** True for a path of which one ends as the other: `/repo/packages/a/test/x.js` and `./test/x.js` for `packages/a/test/x.js`. */
function isEndOf(file: string, path: FilePath): boolean {
  const plain = file.replace(/^(?:\.{1,2}\/)+/u, '');
  return plain === path || plain.endsWith(`/${path}`) || path.endsWith(`/${plain}`);
}

function durationIn(told: readonly Placed[]): Pick<LinkResult, 'duration'> {
  const timed = new Set(told.map(({ result }) => result).filter(({ duration }) => duration !== undefined));
  if (timed.size === 0) return {};
  const sum = [...timed].reduce((total, { duration = 0 }) => total + duration, 0);
  return { duration: Math.round(sum * 1000) / 1000 };
}
