import type { EvidenceFile, TestResult } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { readEvidence } from '../readEvidence.ts';
import type { ReadEvidence } from '../reading.ts';
import { readCargoTest } from './cargoTest.ts';
import { readMinitest } from './minitest.ts';
import { readRspecJson } from './rspecJson.ts';
import { readUnittest } from './unittest.ts';

/** What a runner leaves that is in no format of evidence: it counts only where it is known who wrote it, and is not looked for in the folder. */
export type OutputForm = 'cargo' | 'unittest' | 'minitest' | 'rspec';

/** What `gtest_discover_tests` calls a row, `P/Row.Works/1`, and a test of a type, `Ty/0.Works` or `P/Ty/0.Works`. */
const ROW = /^(?:[^ .]*\/)?(?<suite>\w+)\.(?<test>\w+)\/(?<row>.*)$/u;
const TEST = /^(?:\w+\/(?=\w+\/))?(?<suite>\w+)(?:\/[^ ./]+)?\.(?<test>\w+)$/u;

const READERS: Readonly<Record<OutputForm, (text: string) => ReadEvidence>> = {
  cargo: readCargoTest,
  unittest: readUnittest,
  minitest: readMinitest,
  rspec: readRspecJson,
};

/** Reads what a runner that was just started has left, `evidence` for a format that tells itself. */
export function readOutput(as: OutputForm | 'evidence' | 'ctest', path: FilePath, text: string, modified: number): EvidenceFile {
  if (as === 'evidence') return readEvidence(path, text, modified);
  if (as === 'ctest') {
    const file = readEvidence(path, text, modified);
    return { ...file, results: file.results.map(withRow) };
  }
  const read = READERS[as](text);
  const nothing = { path, time: modified, coverage: [], problems: [] };
  if (read.kind === 'malformed') return { ...nothing, results: [], lost: [read.reason] };
  if (read.kind === 'unread') return { ...nothing, results: [], unread: read.reason };
  const lost = (read.lost ?? []).map(({ reason }) => reason);
  return { ...nothing, results: read.results, ...(lost.length > 0 && { lost }) };
}

function withRow(result: TestResult): TestResult {
  const { suite, test, row } = (ROW.exec(result.title) ?? TEST.exec(result.title))?.groups ?? {};
  if (suite === undefined || test === undefined) return result;
  return { ...result, groups: [suite], title: row === undefined ? test : `${test}[${row}]` };
}
