import { listIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** `[line, column, count, has a count, begins a region, is a gap]` of `renderSegment`; a gap has been told since LLVM 12. */
interface Segment {
  readonly line: number;
  readonly count: number;
  readonly counts: boolean;
  readonly enters: boolean;
  readonly gap: boolean;
}

/** Files of more lines than this were not written by anybody. */
const MOST_LINES = 200_000;
/** The same for all files together, which may be short to write and long to count. */
const MOST_IN_ALL = 2_000_000;

/** True for the beginning of what `llvm-cov export` and `cargo llvm-cov --json` write. */
export function isLlvmCovJson(head: string): boolean {
  return (
    /"llvm\.coverage\.json\.export"/u.test(head) ||
    /^\s*\{(?:"cargo_llvm_cov":[^\n]*)?\s*"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"/mu.test(head)
  );
}

/** Reads the JSON of `llvm-cov export` (`CoverageExporterJson.cpp`, format 2 of LLVM 11 to 21): segments of files, of which lines are made as `LineCoverageStats` in `CoverageMapping.cpp` does. */
export function readLlvmCovJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  let left = MOST_IN_ALL;
  const coverage = listIn(root, 'data').flatMap((data) =>
    listIn(data, 'files').flatMap((file) => {
      const name = textIn(file, 'filename');
      const segments = listIn(file, 'segments').flatMap(segmentOf);
      left -= segments.reduce((most, { line }) => Math.max(most, line), 0);
      return name === undefined || left < 0 ? [] : [linesOf(segments).covered(name)];
    }),
  );
  return readCoverage(coverage);
}

function segmentOf(value: unknown): Segment[] {
  const [line, , count, counts, enters, gap] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof line !== 'number' || typeof count !== 'number' || !(line >= 1 && line <= MOST_LINES)) return [];
  return [{ line, count, counts: Boolean(counts), enters: Boolean(enters), gap: Boolean(gap) }];
}

/** Of each line the greatest count of what begins in it and of what goes on from before. */
function linesOf(segments: readonly Segment[]): LineHits {
  const lines = new LineHits();
  let wrapped: Segment | undefined;
  let at = 0;
  for (let line = segments[0]?.line ?? 1; at < segments.length; line += 1) {
    const first = segments[at];
    const begun: Segment[] = [];
    for (let next = first; next && next.line <= line; next = segments[at]) {
      begun.push(next);
      at += 1;
    }
    const skipped = begun[0] !== undefined && !begun[0].counts && begun[0].enters;
    const counted = begun.filter(({ counts, enters, gap }) => counts && enters && !gap).map(({ count }) => count);
    const around = wrapped?.counts ? [wrapped.count] : [];
    if (!skipped && counted.length + around.length > 0)
      lines.add(
        line,
        [...counted, ...around].some((count) => count > 0),
      );
    wrapped = begun.at(-1) ?? wrapped;
  }
  return lines;
}
