import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { isRecord } from '../../../text/parsed.ts';
import { fieldIn, jsonIn, listIn, textIn } from '../json.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
  skipped: 'skipped',
  todo: 'skipped',
  disabled: 'skipped',
};

/** True for the beginning of what `jest --json` and `vitest --reporter=json` write, whatever npm and the like print before it. */
export function isJestJson(head: string): boolean {
  return /^\s*\{/mu.test(head) && /"(?:numTotalTest|numFailedTest|numPassedTest|testResults|assertionResults)/u.test(head);
}

/**
 * Reads the results of `jest --json` and `vitest --reporter=json`: per file, assertions with `ancestorTitles`, `title` and `status`. A file that failed
 * though none of its tests did could not be loaded, or a hook in it threw.
 */
export function readJestJson(text: string): ReadEvidence {
  const root = jsonIn(text);
  if (root === undefined) return { kind: 'malformed', reason: say('it is not valid JSON'), line: 0 };
  const results: TestResult[] = [];
  for (const file of listIn(root, 'testResults')) {
    const name = textIn(file, 'name') ?? textIn(file, 'testFilePath');
    const place = name !== undefined && { file: name };
    const before = results.length;
    for (const assertion of [...listIn(file, 'assertionResults'), ...listIn(file, 'testResults')]) {
      const status = textIn(assertion, 'status') ?? '';
      const outcome = Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined;
      const title = textIn(assertion, 'title');
      if (!outcome || title === undefined) continue;
      const groups = listIn(assertion, 'ancestorTitles').filter((group): group is string => typeof group === 'string' && group !== '');
      results.push({ outcome, ...place, groups, title });
    }
    const hasFailed =
      textIn(file, 'status') === 'failed' ||
      (isRecord(file) && typeof file['testExecError'] === 'object' && file['testExecError'] !== null);
    if (place && hasFailed && !results.slice(before).some(({ outcome }) => outcome === 'failed'))
      results.push({ outcome: 'failed', whole: 'file', ...place, groups: [], title: '' });
  }
  const start = fieldIn(root, 'startTime');
  return readResults(results, typeof start === 'number' ? String(Math.round(start)) : undefined);
}
