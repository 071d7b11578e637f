import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { durationOf, failureOf } from '../failure.ts';
import { fieldIn, listIn, numberIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { failuresOf, readResults, untold } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

const STAGES = ['setup', 'call', 'teardown'] as const;
const FAILED = 1;
/** What pytest ends with when it was interrupted, failed inside, or was called wrongly (`pytest.ExitCode`). */
const INTERRUPTED = 2;
const USAGE = 4;

/** True for the beginning of what the plugin pytest-json-report writes. */
export function isPytestJson(head: string): boolean {
  return /^\s*\{\s*"created"\s*:/mu.test(head) && /"exitcode"\s*:/u.test(head);
}

/**
 * Reads the JSON of pytest-json-report (`pytest_jsonreport/plugin.py`, 1.5): tests with a `nodeid` and an `outcome`, which begins as `passed` before the test has run; so a test passed
 * only if its call did, and no stage failed. One that is run again by pytest-rerunfailures keeps `rerun` for its outcome, and its last stages tell. What was expected to fail
 * is not proof. A collector that failed is a module or class that cannot be imported.
 */
export function readPytestJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  const folder = textIn(root, 'root');
  const results: TestResult[] = [];
  for (const collector of listIn(root, 'collectors')) {
    const node = nodeOf(textIn(collector, 'nodeid') ?? '', folder);
    if (fieldIn(collector, 'outcome') !== 'failed' || !node) continue;
    const { file, groups, title } = node;
    const isFile = title === '';
    results.push({ outcome: 'failed', whole: isFile ? 'file' : 'group', file, groups: isFile ? [] : [...groups, title], title: '' });
  }
  const lost: Loss[] = [];
  const code = numberIn(root, 'exitcode') ?? 0;
  if (code >= INTERRUPTED && code <= USAGE && results.length === 0)
    lost.push({ reason: say('the run was stopped before its end'), line: 0 });
  for (const test of listIn(root, 'tests')) {
    const node = nodeOf(textIn(test, 'nodeid') ?? '', folder);
    const outcome = outcomeOf(test);
    if (node && node.title !== '') results.push({ outcome, ...node, ...saidOf(test, outcome) });
  }
  // What is left out of the report, as with --json-report-summary, is counted anyway.
  const counted = ['failed', 'error'].map((name) => numberIn(root, 'summary', name) ?? 0);
  const announced = Math.max(
    counted.reduce((total, count) => total + count),
    Number(code === FAILED),
  );
  lost.push(...untold(announced, failuresOf(results)));
  const created = numberIn(root, 'created');
  const began = created === undefined ? undefined : created - (numberIn(root, 'duration') ?? 0);
  return readResults(results, began === undefined ? undefined : String(Math.round(began * 1000)), lost);
}

/** What the stage that failed says, and how long all took. */
function saidOf(test: unknown, outcome: Outcome): Pick<TestResult, 'failure' | 'duration'> {
  const times = STAGES.flatMap((stage) => numberIn(test, stage, 'duration') ?? []);
  const time = times.length > 0 ? durationOf(times.reduce((sum, seconds) => sum + seconds, 0) * 1000) : {};
  const broken = outcome === 'failed' ? STAGES.find((stage) => textIn(test, stage, 'outcome') === 'failed') : undefined;
  if (broken === undefined) return time;
  const crash = fieldIn(test, broken, 'crash');
  const at = { file: textIn(crash, 'path'), line: numberIn(crash, 'lineno') };
  return { ...failureOf({ message: textIn(crash, 'message'), text: textIn(test, broken, 'longrepr'), ...at }), ...time };
}

function outcomeOf(test: unknown): Outcome {
  const outcome = textIn(test, 'outcome');
  const stages = STAGES.map((stage) => textIn(test, stage, 'outcome'));
  if (outcome === 'failed' || outcome === 'error') return 'failed';
  if (outcome !== 'passed' && outcome !== 'rerun') return 'skipped';
  if (stages.includes('failed')) return 'failed';
  return stages[1] === 'passed' ? 'passed' : 'skipped';
}

/** `tests/test_a.py::TestA::test_b[1::2]`, whose brackets may hold anything. */
function nodeOf(nodeid: string, folder: string | undefined): Node | undefined {
  const bracket = nodeid.indexOf('[');
  const name = bracket < 0 ? nodeid : nodeid.slice(0, bracket);
  const [path = '', ...parts] = name.split('::');
  if (path === '' || path === '.' || !/\.\w+$/u.test(path)) return undefined;
  const title = parts.at(-1);
  const file = folder === undefined || /^(?:[/\\]|[A-Za-z]:)/u.test(path) ? path : `${folder.replace(/[/\\]+$/u, '')}/${path}`;
  return { file, groups: parts.slice(0, -1), title: title === undefined ? '' : title + nodeid.slice(name.length) };
}

interface Node {
  readonly file: string;
  readonly groups: readonly string[];
  readonly title: string;
}
