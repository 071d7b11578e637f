import type { EvidenceFile } from '../../../src/model/evidence.ts';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { inEnglish } from '../../../src/model/message.ts';

/** When the file of a test was written. */
export const WRITTEN = Date.UTC(2026, 10, 20, 12, 0, 0);

/** What a text says as a file with results. */
export function evidenceOf(text: string): EvidenceFile {
  return readEvidence('results/any.file', text, WRITTEN);
}

/** Results in short: `failed test/a.ts | Orders > empty > rejects`, `failed whole group OrderTest > `. */
export function resultsOf(text: string): string[] {
  return evidenceOf(text).results.map(({ outcome, file, groups, title, whole }) => {
    return `${outcome} ${whole ? `whole ${whole} ` : ''}${file === undefined ? '' : `${file} | `}${[...groups, title].join(' > ')}`;
  });
}

/** Line coverage in short, lines counted from 1: `src/a.ts ran 1,2 not 3`. */
export function coverageOf(text: string): string[] {
  const one = (lines: readonly number[]): string => lines.map((line) => line + 1).join(',');
  return evidenceOf(text).coverage.map(({ file, hit, missed }) => `${file} ran ${one(hit)} not ${one(missed)}`);
}

/** What is wrong with a text, or nothing. */
export function problemsOf(text: string): string[] {
  return evidenceOf(text).problems.map(({ code, range, message }) => `${code} ${range.start.line}: ${inEnglish(message)}`);
}
