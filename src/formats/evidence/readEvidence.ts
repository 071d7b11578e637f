import type { EvidenceFile, TestResult } from '../../model/evidence.ts';
import type { Problem } from '../../model/finding.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { EVIDENCE_FORMATS } from './formats.ts';
import { runTime } from './runTime.ts';
import type { Loss } from './reading.ts';
import { unplacedIn } from './unplaced.ts';

/** Longer names are data; a hostile one must not be searched through again and again. In UTF-16 code units. */
const LONGEST_NAME = 1000;

/** As much of a file as is looked at to tell its format, in UTF-16 code units. */
const HEAD = 4096;

/** What our own JUnit report says at its beginning: criteria that nothing meets are no tests that failed. */
const IGNORED = /<!--\s*reqtrace-ignore-file\b/u;

/**
 * Reads a file with test results or line coverage, whatever its name: JUnit XML of any dialect, TRX, lcov and all other formats of `formats.ts`,
 * told apart by what stands at the beginning. A pure function that never throws: what can be read of a damaged file counts, and what
 * was lost is a `malformed-evidence` problem.
 *
 * @param modified when the file was written, in milliseconds since 1970: the time of a run that names none.
 */
export function readEvidence(path: FilePath, text: string, modified: number): EvidenceFile {
  const head = text.slice(0, HEAD);
  const format = EVIDENCE_FORMATS.find(({ fits }) => fits(head));
  const nothing = { path, time: modified, results: [], coverage: [] };
  if (IGNORED.test(head)) return { ...nothing, problems: [] };
  // Globs catch XML files and the like of other tools too.
  if (!format) return { ...nothing, problems: [], unread: say('in no form of test results or line coverage that is known') };
  const read = format.read(text);
  if (read.kind === 'unread') return { ...nothing, problems: [], unread: read.reason };
  if (read.kind === 'malformed') {
    const message = say('This {0} file counts for nothing: {1}; run the tests again to have it written anew', format.name, read.reason);
    return { ...nothing, problems: [problemAt(read, message)], lost: [read.reason] };
  }
  const lost = [...(read.lost ?? []), ...unplacedIn(read.results)];
  const problems = lost.map((loss) =>
    problemAt(loss, say('Something of this {0} file was lost: {1}; run the tests again to have it written anew', format.name, loss.reason)),
  );
  return {
    path,
    time: runTime(read.timestamp, modified),
    results: read.results.map(clipped),
    coverage: read.coverage,
    problems,
    ...(lost.length > 0 && { lost: lost.map(({ reason }) => reason) }),
  };
}

function problemAt({ line }: Loss, message: Message): Problem {
  return { code: 'malformed-evidence', range: rangeAt(line, 0, 0), message };
}

function clipped(result: TestResult): TestResult {
  const { groups, title } = result;
  if (title.length <= LONGEST_NAME && groups.every((group) => group.length <= LONGEST_NAME)) return result;
  return { ...result, groups: groups.map((group) => group.slice(0, LONGEST_NAME)), title: title.slice(0, LONGEST_NAME) };
}
