import type { EvidenceFile, TestResult } from '../../model/evidence.ts';
import type { Problem } from '../../model/finding.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { findFormat, HEAD } from './findFormat.ts';
import { linesBetween } from './jsonDocuments.ts';
import { runTime } from './runTime.ts';
import type { Loss } from './reading.ts';
import { readUnknown } from './unknownText.ts';
import type { EvidencePlace } from './unknownText.ts';
import { unplacedIn } from './unplaced.ts';

/** Longer names are data; a hostile one must not be searched through again and again. In UTF-16 code units. */
const LONGEST_NAME = 1000;

/**
 * What our own JUnit report says before its first element: criteria that nothing meets are not tests that failed. Anywhere else a test may have printed it, to have what failed
 * left out.
 */
const IGNORED = /^\ufeff?\s*(?:<\?[^>]*>\s*)?<!--\s*reqtrace-ignore-file\b[^>]{0,200}-->\s*<testsuites\b/u;

/**
 * Reads a file with test results or line coverage, whatever its name: JUnit XML of any dialect, TRX, lcov and all other formats of `formats.ts`,
 * told apart by what stands at the beginning. A pure function that never throws: what can be read of a damaged file counts, and what
 * was lost is a `malformed-evidence` problem.
 *
 * @param modified when the file was written, in milliseconds since 1970: the time of a run that names none.
 * @param place what the file is looked for as.
 */
export function readEvidence(path: FilePath, text: string, modified: number, place: EvidencePlace = 'results'): EvidenceFile {
  const nothing = { path, time: modified, results: [], coverage: [], ...(place === 'coverage' && { place }) };
  if (IGNORED.test(text.slice(0, HEAD))) return { ...nothing, problems: [] };
  const { format, from = 0 } = findFormat(text) ?? {};
  const read = format ? format.read(from > 0 ? text.slice(from) : text) : readUnknown(path, text, place);
  const runner = format?.runner?.(text.slice(from, from + HEAD));
  const before = from > 0 ? linesBetween(text, 0, from) : 0;
  const problemAt = ({ line }: Loss, message: Message): Problem => {
    return { code: 'malformed-evidence', range: rangeAt(before + line, 0, 0), message };
  };
  if (read.kind === 'unread') return { ...nothing, problems: [], unread: read.reason };
  if (read.kind === 'malformed')
    return { ...nothing, problems: [problemAt(read, malformed(format?.name, place, read.reason))], lost: [read.reason] };
  const lost = [...(read.lost ?? []), ...unplacedIn(read.results), ...conflictIn(text)];
  const problems = lost.map((loss) =>
    problemAt(loss, say('Part of this {0} file was lost: {1}. Rerun the tests to regenerate it', format?.name ?? '', loss.reason)),
  );
  return {
    ...nothing,
    ...(format && { format: format.name }),
    ...(runner !== undefined && { runner }),
    time: runTime(read.timestamp, modified),
    ...(read.timestamp !== undefined && { timestamp: read.timestamp }),
    results: read.results.map(clipped),
    coverage: read.coverage,
    problems,
    ...(lost.length > 0 && { lost: lost.map(({ reason }) => reason) }),
  };
}

/** What results are written with; marks of a conflict in what a test printed are none of the file. */
const WRITTEN = /<\/?[A-Za-z]|^\s*"[^"\n]*"\s*:|^\s*(?:not )?ok\b/mu;

/** What a merge left of two runs is the result of neither. */
function conflictIn(text: string): readonly Loss[] {
  const from = text.startsWith('<<<<<<< ') ? 0 : text.indexOf('\n<<<<<<< ') + 1;
  if (from === 0 && !text.startsWith('<<<<<<< ')) return [];
  const middle = text.indexOf('\n=======', from);
  const end = middle < 0 ? -1 : text.indexOf('\n>>>>>>> ', middle);
  if (end < 0 || !WRITTEN.test(text.slice(text.indexOf('\n', from), end))) return [];
  return [{ line: linesBetween(text, 0, from), reason: say('it has marks of a merge conflict') }];
}

function malformed(format: string | undefined, place: EvidencePlace, reason: Message): Message {
  if (format !== undefined) return say('Ignored this {0} file: {1}. Rerun the tests to regenerate it', format, reason);
  return place === 'coverage'
    ? say('This file with line coverage was not read: {0}', reason)
    : say('This file with test results was not read: {0}', reason);
}

function clipped(result: TestResult): TestResult {
  const { groups, title } = result;
  if (title.length <= LONGEST_NAME && groups.every((group) => group.length <= LONGEST_NAME)) return result;
  return { ...result, groups: groups.map((group) => group.slice(0, LONGEST_NAME)), title: title.slice(0, LONGEST_NAME) };
}
