import type { Outcome, TestResult } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import { isRecord } from '../../text/parsed.ts';
import { readResults } from './reading.ts';
import type { ReadEvidence } from './reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
  skipped: 'skipped',
  todo: 'skipped',
  disabled: 'skipped',
};

/** True for the beginning of what `jest --json` and `vitest --reporter=json` write. */
export function isJestJson(head: string): boolean {
  return /^\s*\{/u.test(head) && /"(?:numTotalTest|numFailedTest|numPassedTest|testResults|assertionResults)/u.test(head);
}

/** Reads the results of `jest --json` and `vitest --reporter=json`: per file, assertions with `ancestorTitles`, `title` and `status`. */
export function readJestJson(text: string): ReadEvidence {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { kind: 'malformed', reason: say('it is not valid JSON'), line: 0 };
  }
  const results: TestResult[] = [];
  for (const file of listIn(root, 'testResults')) {
    const name = textIn(file, 'name') ?? textIn(file, 'testFilePath');
    for (const assertion of [...listIn(file, 'assertionResults'), ...listIn(file, 'testResults')]) {
      const status = textIn(assertion, 'status') ?? '';
      const outcome = Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined;
      const title = textIn(assertion, 'title');
      if (!outcome || title === undefined) continue;
      const groups = listIn(assertion, 'ancestorTitles').filter((group): group is string => typeof group === 'string' && group !== '');
      results.push({ outcome, ...(name !== undefined && { file: name }), groups, title });
    }
  }
  const start = fieldIn(root, 'startTime');
  return readResults(results, typeof start === 'number' ? String(Math.round(start)) : undefined);
}

function fieldIn(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
  const field = fieldIn(value, name);
  return typeof field === 'string' ? field : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const field = fieldIn(value, name);
  return Array.isArray(field) ? field : [];
}
