import type { Bodies } from './bodies.ts';
import type { Comparison } from '../comparison.ts';
import type { UnclaimedCode } from '../difference.ts';
import type { Lines } from './extent.ts';
import { linesOf } from '../../../text/lines.ts';
import { changesBetween } from '../texts/sequences.ts';

/** A line that says something: brackets and blanks do not. */
const TELLING = /[\p{L}\p{N}_]/u;

/** Changed lines of code, tests left out, that lie in no annotated declaration; by file, in the order of the changes. */
export function unclaimedCode(comparison: Comparison, bodies: Bodies): UnclaimedCode[] {
  const { head, files } = comparison;
  return files.flatMap((file) => {
    if (file.head === undefined || head.facts(file.head)?.role !== 'code') return [];
    const text = comparison.headText(file.head);
    if (text === undefined) return [];
    const after = linesOf(text);
    const before = linesOf((file.base === undefined ? undefined : comparison.baseText(file.base)) ?? '');
    const claimed = new Set<number>();
    for (const { start, end } of bodies.extents(file.head)) for (let line = start; line < end; line += 1) claimed.add(line);
    const lines = changesBetween(before.map(trimmed), after.map(trimmed)).flatMap(({ headStart, headEnd }) =>
      runs(after, { start: headStart, end: headEnd }, claimed),
    );
    return lines.length ? [{ path: file.head, lines }] : [];
  });
}

function runs(lines: readonly string[], change: Lines, claimed: ReadonlySet<number>): Lines[] {
  const found: { start: number; end: number }[] = [];
  for (let line = change.start; line < change.end; line += 1) {
    if (!TELLING.test(lines[line] ?? '') || claimed.has(line)) continue;
    const last = found.at(-1);
    if (last && !lines.slice(last.end, line).some((text) => TELLING.test(text))) last.end = line + 1;
    else found.push({ start: line, end: line + 1 });
  }
  return found;
}

function trimmed(line: string): string {
  return line.trimEnd();
}
