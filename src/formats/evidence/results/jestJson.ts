import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { isRecord } from '../../../text/parsed.ts';
import { durationOf, failureOf } from '../failure.ts';
import { fieldIn, listIn, numberIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { failuresOf, readResults, untold } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

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

/** What Jest says above the failure of a hook, or of a file that cannot be loaded, also where tests in it failed as well. */
const BROKEN = /^\s*● (?:.* › )?Test suite failed to run\s*$/mu;

/** What is said of one file. */
interface FileReport {
  readonly file: string | undefined;
  readonly results: readonly TestResult[];
  readonly hasFailed: boolean;
  /** True where it failed by itself, and not only a test in it. */
  readonly isBroken: boolean;
  /** What it says of its failure. */
  readonly message: string;
}

/**
 * Reads the results of `jest --json` and `vitest --reporter=json`: per file, assertions with `ancestorTitles`, `title` and `status`. A file that could not be loaded, or in
 * which a hook threw, fails with all that it holds: it failed though none of its tests did, or its message says so, or the totals count more of them.
 */
export function readJestJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  const files = listIn(root, 'testResults').map(fileReport);
  // Totals say that there are more, but not where: each that failed may be one.
  const isHidden = hasHidden(root, files);
  const results = files.flatMap((report): readonly TestResult[] => {
    if (report.file === undefined || !(report.isBroken || (isHidden && report.hasFailed))) return report.results;
    return [
      ...report.results,
      { outcome: 'failed', whole: 'file', file: report.file, groups: [], title: '', ...failureOf({ text: report.message }) },
    ];
  });
  const start = fieldIn(root, 'startTime');
  return readResults(results, typeof start === 'number' ? String(Math.round(start)) : undefined, lostIn(root, results));
}

/** What the totals count and no file shows. A run that only has an obsolete snapshot has no success either. */
function lostIn(root: unknown, results: readonly TestResult[]): readonly Loss[] {
  const tests = results.filter(({ whole }) => !whole);
  const ofTests = untold(numberIn(root, 'numFailedTests') ?? 0, failuresOf(tests));
  if (ofTests.length > 0) return ofTests;
  const failedOtherwise = fieldIn(root, 'success') === false && fieldIn(root, 'snapshot', 'failure') !== true;
  const files = ['numFailedTestSuites', 'numRuntimeErrorTestSuites'].map((name) => numberIn(root, name) ?? 0);
  return failuresOf(results) > 0 ? [] : untold(Math.max(...files, Number(failedOtherwise)), 0);
}

function fileReport(entry: unknown): FileReport {
  const file = textIn(entry, 'name') ?? textIn(entry, 'testFilePath');
  const results: TestResult[] = [];
  for (const assertion of [...listIn(entry, 'assertionResults'), ...listIn(entry, 'testResults')]) {
    const status = textIn(assertion, 'status') ?? '';
    // What is not known to mean a pass is not a pass.
    const outcome = (Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined) ?? 'skipped';
    const title = textIn(assertion, 'title');
    if (title === undefined) continue;
    const groups = listIn(assertion, 'ancestorTitles').filter((group): group is string => typeof group === 'string' && group !== '');
    const said = listIn(assertion, 'failureMessages').filter((text): text is string => typeof text === 'string');
    const failure = outcome === 'failed' ? failureOf({ text: said.join('\n\n') }) : {};
    const time = durationOf(numberIn(assertion, 'duration'));
    results.push({ outcome, ...(file !== undefined && { file }), groups, title, ...failure, ...time });
  }
  const messages = [textIn(entry, 'message'), textIn(entry, 'failureMessage')].join('\n');
  const hasError = isRecord(fieldIn(entry, 'testExecError')) || BROKEN.test(messages);
  const hasFailed = textIn(entry, 'status') === 'failed' || hasError;
  const isBroken = hasError || (hasFailed && results.every(({ outcome }) => outcome !== 'failed'));
  return { file, results, hasFailed, isBroken, message: messages.trim() };
}

/** True where the totals count a hook that threw and no file shows. Jest counts files, Vitest each file and group with a failure in it. */
function hasHidden(root: unknown, files: readonly FileReport[]): boolean {
  const broken = files.filter(({ isBroken }) => isBroken);
  const inJest = numberIn(root, 'numRuntimeErrorTestSuites');
  if (inJest !== undefined) return inJest > broken.length;
  // A hook fails the group that it is in, and those around it.
  const shown = sum(files.filter(({ hasFailed }) => hasFailed).map(({ results }) => 1 + groupsOf(results, 'failed')));
  const inBroken = sum(broken.map(({ results }) => groupsOf(results)));
  return (numberIn(root, 'numFailedTestSuites') ?? 0) > shown + inBroken;
}

/** How many groups have a result in them, of that outcome or of any; results come in the order of the source, and two groups may have one name. */
function groupsOf(results: readonly TestResult[], outcome?: Outcome): number {
  let found = 0;
  let open: { readonly name: string; counted: boolean }[] = [];
  for (const result of results) {
    const same = result.groups.findIndex((name, at) => open[at]?.name !== name);
    const kept = same < 0 ? result.groups.length : same;
    open = [...open.slice(0, kept), ...result.groups.slice(kept).map((name) => ({ name, counted: false }))];
    if (outcome !== undefined && result.outcome !== outcome) continue;
    for (const group of open) {
      if (!group.counted) found += 1;
      group.counted = true;
    }
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
