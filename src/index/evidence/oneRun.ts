import type { EvidenceFile } from '../../model/evidence.ts';

type Report = Pick<EvidenceFile, 'path' | 'time'>;

/** A day with or without a time of day, or a number as build servers and clocks give them. */
const STAMPS = /\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:[T_-]?\d{2}[-_.:h]?\d{2}(?:[-_.:m]?\d{2})?)?(?!\d)|\d{6,}/gu;

/** Words that names of reports have whatever they are of. */
const OF_REPORTS: ReadonlySet<string> = new Set(
  'junit xunit nunit trx tap test tests testing result results report reports output out run all json xml jest mocha vitest pytest'.split(
    ' ',
  ),
);

/** Reports of one run come within it, where that is all that tells. */
const ONE_DAY = 24 * 60 * 60 * 1000;

/**
 * True for reports of one run on several platforms, in several parts or tries, which count together: `artifacts/windows/junit.xml` and
 * `artifacts/ubuntu/out/results.tap`, `junit-windows-2022.xml` and `junit-linux.xml`. False for those of runs one after the other: where nothing but a date or the number of a build
 * differs (`2026-11-28/junit.xml`), where one lies in a folder beside the other, and where names say no more than that they are reports (`junit.xml` and `results.xml`).
 */
export function areOneRun(a: Report, b: Report): boolean {
  const [ours, theirs] = [a.path.split('/'), b.path.split('/')];
  const at = ours.findIndex((part, index) => part !== theirs[index]);
  const [own, other] = [ours[at], theirs[at]];
  if (own === undefined || other === undefined) return a.path === b.path;
  if (own.replace(STAMPS, '#') === other.replace(STAMPS, '#')) return false;
  const isName = at === ours.length - 1;
  if (isName !== (at === theirs.length - 1)) return false;
  const isWithinDay = Math.abs(a.time - b.time) <= ONE_DAY;
  if (!isWithinDay && stampsOf(ours, at) !== stampsOf(theirs, at)) return false;
  if (isName) return areVariants(own, other);
  // Folders at the root may be old and new places of the same reports.
  return at > 0 || (isWithinDay && isSameReport(ours, theirs));
}

/** The dates and numbers in a path from this part on. */
function stampsOf(parts: readonly string[], from: number): string {
  return (parts.slice(from).join('/').match(STAMPS) ?? []).join(' ');
}

function isSameReport(ours: readonly string[], theirs: readonly string[]): boolean {
  const [own = '', other = ''] = [ours.at(-1), theirs.at(-1)];
  return own === other || (ours.length === theirs.length && areVariants(own, other));
}

/** True for names of which each says something that the other does not. */
function areVariants(a: string, b: string): boolean {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  return isMore(ours, theirs) && isMore(theirs, ours);
}

function isMore(words: readonly string[], others: readonly string[]): boolean {
  return words.some((word) => !others.includes(word) && !OF_REPORTS.has(word.toLowerCase()));
}

/** `['junit', 'windows']` for `junit-windows-20261129.xml`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(STAMPS, ' ')
    .replace(/\.\w+$/u, '')
    .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .filter(Boolean);
}
