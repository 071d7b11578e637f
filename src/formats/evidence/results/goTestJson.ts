import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { withoutReruns } from './goReruns.ts';
import { durationOf, failureOf } from '../failure.ts';
import type { JsonObject } from '../json.ts';
import { jsonLines, numberIn, textIn } from '../json.ts';
import { readResults } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = { pass: 'passed', fail: 'failed', skip: 'skipped' };

/** What go prints instead of an event of a package that does not build, up to 1.23: `FAIL	example.com/shop [build failed]`. */
const NOT_BUILT = /^FAIL\s+(?<name>\S+)\s+\[(?:build|setup) failed\]/u;

/** What is known of a package while its events are read. */
interface Package {
  readonly results: TestResult[];
  /** Tests that began and have not ended. */
  readonly running: Set<string>;
  /** What tests that run print, which may become what their failure says. */
  readonly printed: Map<string, string>;
  /** How many runs of it have ended. */
  ended: number;
  /** True between its first event and its end. */
  open: boolean;
  /** Where the results of its last run begin. */
  start: number;
}

/** True for the beginning of what `go test -json`, test2json and `gotestsum --jsonfile` write. */
export function isGoTestJson(head: string): boolean {
  return /^\s*\{(?=[^\n]*"Action"\s*:\s*"[a-z-]+")(?=[^\n]*"(?:Package|ImportPath)"\s*:)/mu.test(head);
}

/**
 * Reads the events of `go test -json` (`cmd/internal/test2json` and `cmd/go/internal/test` of Go 1.20 to 1.25). A package that failed though none of its tests did was not built, or
 * failed in `TestMain`, and fails all in it; where it failed while tests ran, those failed: a panic or a time limit ends the program. Where the end of a package is missing
 * the run was stopped. Of a package that ran several times (`gotestsum --rerun-fails`) what failed and then passed has passed.
 */
export function readGoTestJson(text: string): ReadEvidence {
  const packages = new Map<string, Package>();
  const lost: Loss[] = [];
  let time: string | undefined;
  let last = 0;
  for (const { line, text: entry, value } of jsonLines(text)) {
    last = line;
    const broken = NOT_BUILT.exec(entry)?.groups?.['name'];
    if (broken !== undefined) end(packageOf(packages, broken), broken, 'failed');
    else if (value) {
      time ??= textIn(value, 'Time');
      take(packages, value);
    } else if (entry.trimStart().startsWith('{"')) lost.push({ reason: say('it is not valid JSON'), line });
  }
  if ([...packages.values()].some(({ open }) => open)) lost.push({ reason: say('the run was stopped before its end'), line: last });
  const results = [...packages.values()].flatMap((of) => (of.ended > 1 ? withoutReruns(of.results) : of.results));
  return readResults(results, time, lost);
}

function packageOf(packages: Map<string, Package>, name: string): Package {
  const known = packages.get(name);
  if (known) return known;
  const made: Package = { results: [], running: new Set(), printed: new Map(), ended: 0, open: true, start: 0 };
  packages.set(name, made);
  return made;
}

function take(packages: Map<string, Package>, event: JsonObject): void {
  const action = textIn(event, 'Action') ?? '';
  const name = textIn(event, 'Package');
  const test = textIn(event, 'Test');
  if (name === undefined) return;
  const of = packageOf(packages, name);
  const outcome = Object.hasOwn(OUTCOMES, action) ? OUTCOMES[action] : undefined;
  if (test === undefined) {
    if (outcome) end(of, name, outcome);
    else if (action === 'start') of.open = true;
    return;
  }
  of.open = true;
  if (action === 'run') of.running.add(test);
  else if (action === 'output') print(of, test, textIn(event, 'Output') ?? '');
  else if (outcome) {
    of.running.delete(test);
    const elapsed = numberIn(event, 'Elapsed');
    of.results.push({ outcome, groups: [name], title: test, ...failureIn(of, test, outcome), ...durationOf(elapsed && elapsed * 1000) });
  }
}

/** What go itself prints around a test. */
const OF_GO = /^\s*(?:=== |--- (?:PASS|FAIL|SKIP): )/u;
/** Characters of what one test prints that are kept until it ends. */
const MOST_PRINTED = 8000;

function print({ printed }: Package, test: string, output: string): void {
  const known = printed.get(test) ?? '';
  if (!OF_GO.test(output) && known.length < MOST_PRINTED) printed.set(test, known + output);
}

function failureIn({ printed }: Package, test: string, outcome: Outcome): Pick<TestResult, 'failure'> {
  const message = printed.get(test);
  printed.delete(test);
  return outcome === 'failed' ? failureOf({ message }) : {};
}

/** Ends a run of a package. */
function end(of: Package, name: string, outcome: Outcome): void {
  if (outcome === 'failed')
    for (const title of of.running) of.results.push({ outcome, groups: [name], title, ...failureIn(of, title, outcome) });
  const hasFailed = of.results.slice(of.start).some((result) => result.outcome === 'failed');
  if (outcome === 'failed' && !hasFailed) of.results.push({ outcome, whole: 'group', groups: [name], title: '' });
  of.running.clear();
  of.printed.clear();
  of.open = false;
  of.ended += 1;
  of.start = of.results.length;
}
