import type { EvidenceFile, LinkResult, Outcome } from '../../model/evidence.ts';
import { compareText } from '../order.ts';
import type { Placed } from './testPlace.ts';

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
 */
export function newestResult(found: readonly Found[], wholes: readonly Placed[]): LinkResult | undefined {
  const instances = new Map<string, Placed[]>();
  for (const { entry, key } of found) {
    const known = instances.get(key);
    if (known) known.push(entry);
    else instances.set(key, [entry]);
  }
  if (instances.size === 0 && wholes.length > 0) instances.set('', []);
  return outcomeOf([...instances.values()].flatMap((entries) => newest([...entries, ...wholes])));
}

/**
 * Results of the newest run of one instance, and of the runs that are one with it. That it was skipped takes back that it passed, but not that it failed: a
 * failing test is failing until it has passed.
 */
function newest(entries: readonly Placed[]): readonly Placed[] {
  const last = entries.reduce<Placed | undefined>((one, entry) => (one && one.run.time >= entry.run.time ? one : entry), undefined);
  if (!last) return [];
  const together = new Set(entries.filter(({ run }) => run.time === last.run.time || areOneRun(run, last.run)));
  const others = entries.filter((entry) => !together.has(entry));
  if (others.length === 0 || [...together].some(({ result }) => result.outcome !== 'skipped')) return [...together];
  const before = newest(others);
  return before.some(({ result }) => result.outcome === 'failed') ? before : [...together];
}

/** A day, or a number as build servers and clocks give them. */
const DATE = /\d{4}-?\d{2}-?\d{2}|\d{8}/u;

/** Folders at the root may be old and new places of the same reports, unless these came on one day. */
const ONE_DAY = 24 * 60 * 60 * 1000;

/**
 * True for reports of one run on several platforms, in several parts or tries: equal paths but for the names of folders, `windows/junit.xml` and
 * `ubuntu/junit.xml`, or for one part of the name, `junit-windows.xml`. Names that are dates are of runs one after the other.
 */
export function areOneRun(a: Pick<EvidenceFile, 'path' | 'time'>, b: Pick<EvidenceFile, 'path' | 'time'>): boolean {
  const [ours, theirs] = [a.path.split('/'), b.path.split('/')];
  if (ours.length !== theirs.length) return false;
  const others = ours.flatMap((part, at) => (part === theirs[at] ? [] : [at]));
  const isInOrder = others.some((at) => DATE.test(ours[at] ?? '') && DATE.test(theirs[at] ?? ''));
  if (isInOrder || (others.includes(0) && Math.abs(a.time - b.time) > ONE_DAY)) return false;
  if (!others.includes(ours.length - 1)) return true;
  return others.length === 1 && differInOne(nameParts(ours), nameParts(theirs));
}

/** `['junit', 'windows', 'xml']` for a path that ends in `junit-windows.xml`. */
function nameParts(path: readonly string[]): readonly string[] {
  return (path.at(-1) ?? '').split(/[-_.]/u);
}

function differInOne(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 2 && a.length === b.length && a.filter((part, at) => part !== b[at]).length === 1;
}

function outcomeOf(entries: readonly Placed[]): LinkResult | undefined {
  const outcome = (['failed', 'passed', 'skipped'] as const satisfies readonly Outcome[]).find((one) =>
    entries.some(({ result }) => result.outcome === one),
  );
  if (outcome === undefined) return undefined;
  // Of several that passed, the oldest says since when all is known to hold.
  const direction = outcome === 'passed' ? -1 : 1;
  const [first] = entries
    .filter(({ result }) => result.outcome === outcome)
    .map(({ run }) => run)
    .sort((a, b) => direction * (b.time - a.time) || compareText(a.path, b.path));
  return { outcome, path: first?.path ?? '', time: first?.time ?? 0 };
}
