import type { TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { durationOf, failureOf } from '../failure.ts';
import type { JsonObject } from '../json.ts';
import { fieldIn, jsonLines, listIn, numberIn, textIn } from '../json.ts';
import { readResults, untold } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';
import { featureFile, outcomeOfSteps } from './cucumberSteps.ts';

interface Pickle {
  readonly file: string | undefined;
  /** False for a scenario without steps, which shows nothing, whatever its hooks do. */
  readonly hasSteps: boolean;
  readonly name: string;
  readonly groups: readonly string[];
}

/** One try at a scenario. */
interface Attempt {
  readonly pickle: Pickle | undefined;
  readonly steps: string[];
  /** What the first step that failed says. */
  said: string | undefined;
  /** Nanoseconds. */
  took: number;
  ended: boolean;
  again: boolean;
}

/** True for the beginning of Cucumber Messages: an envelope of JSON on each line. */
export function isCucumberMessages(head: string): boolean {
  return /^\s*\{"(?:meta|source|gherkinDocument|pickle|testRunStarted|stepDefinition|hook|parseError)"\s*:\s*\{/mu.test(head);
}

/**
 * Reads Cucumber Messages as ndjson (cucumber/messages, 17 to 32), as `--format message` of any Cucumber writes them. A try that `willBeRetried` is none; a scenario passed only if every step and hook of its
 * last try did. A hook around the whole run that failed fails every feature, and a file that cannot be parsed itself. Where a scenario or the run has no end it was stopped.
 */
export function readCucumberMessages(text: string): ReadEvidence {
  const reader = new MessageReader();
  for (const { line, text: entry, value } of jsonLines(text)) reader.read(line, entry, value);
  return reader.end();
}

class MessageReader {
  readonly #lost: Loss[] = [];
  readonly #wholes: TestResult[] = [];
  readonly #groups = new Map<string, readonly string[]>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, string>();
  readonly #attempts = new Map<string, Attempt>();
  #line = 0;
  #began: string | undefined;
  #ended = false;
  #brokenRun = false;
  #failed = false;

  read(line: number, text: string, envelope: JsonObject | undefined): void {
    this.#line = line;
    if (envelope) this.#take(envelope);
    else if (text.trimStart().startsWith('{')) this.#lost.push({ reason: say('it is not valid JSON'), line });
  }

  end(): ReadEvidence {
    const attempts = [...this.#attempts.values()];
    if (!this.#ended || attempts.some(({ ended }) => !ended))
      this.#lost.push({ reason: say('the run was stopped before its end'), line: this.#line });
    const results = attempts.flatMap(({ pickle, steps, said, took, ended, again }): TestResult[] => {
      if (!pickle || again || !ended) return [];
      const { file, groups, name, hasSteps } = pickle;
      const outcome = outcomeOfSteps(hasSteps ? steps : [...steps, 'UNKNOWN']);
      const failure = outcome === 'failed' ? failureOf({ text: said }) : {};
      const time = took > 0 ? durationOf(took / 1e6) : {};
      return [{ outcome, ...(file !== undefined && { file }), groups, title: name, ...failure, ...time }];
    });
    const files = this.#brokenRun ? [...new Set([...this.#pickles.values()].flatMap(({ file }) => file ?? []))] : [];
    const all = [...results, ...this.#wholes, ...files.map(wholeFile)];
    // A step without a definition fails a run, too.
    if (this.#failed && all.every(({ outcome }) => outcome === 'passed')) this.#lost.push(...untold(1, 0, this.#line));
    return readResults(all, this.#began, this.#lost);
  }

  #take(envelope: JsonObject): void {
    const { gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished } = envelope;
    for (const child of listIn(gherkinDocument, 'feature', 'children'))
      this.#group(child, [textIn(gherkinDocument, 'feature', 'name') ?? '']);
    if (pickle !== undefined) this.#pickle(pickle);
    if (testCase !== undefined) this.#cases.set(textIn(testCase, 'id') ?? '', textIn(testCase, 'pickleId') ?? '');
    if (testCaseStarted !== undefined) {
      const pickleId = this.#cases.get(textIn(testCaseStarted, 'testCaseId') ?? '') ?? '';
      const attempt: Attempt = { pickle: this.#pickles.get(pickleId), steps: [], said: undefined, took: 0, ended: false, again: false };
      this.#attempts.set(textIn(testCaseStarted, 'id') ?? '', attempt);
    }
    const status = textIn(testStepFinished, 'testStepResult', 'status') ?? 'UNKNOWN';
    if (testStepFinished !== undefined) this.#step(this.#attemptOf(testStepFinished), status, fieldIn(testStepFinished, 'testStepResult'));
    const ended = testCaseFinished === undefined ? undefined : this.#attemptOf(testCaseFinished);
    if (ended) {
      ended.ended = true;
      // Before version 17 it stands with the result.
      const result = fieldIn(testCaseFinished, 'testStepResult') ?? testCaseFinished;
      ended.again = fieldIn(result, 'willBeRetried') === true;
    }
    this.#takeRun(envelope);
  }

  #step(attempt: Attempt | undefined, status: string, result: unknown): void {
    if (!attempt) return;
    attempt.steps.push(status);
    attempt.took += (numberIn(result, 'duration', 'seconds') ?? 0) * 1e9 + (numberIn(result, 'duration', 'nanos') ?? 0);
    if (status === 'FAILED') attempt.said ??= textIn(result, 'message');
  }

  #takeRun({ testRunStarted, testRunFinished, testRunHookFinished, parseError }: JsonObject): void {
    const seconds = numberIn(testRunStarted, 'timestamp', 'seconds') ?? Number(textIn(testRunStarted, 'timestamp', 'seconds'));
    if (testRunStarted !== undefined && Number.isFinite(seconds)) this.#began ??= String(Math.round(seconds));
    if (testRunFinished !== undefined) this.#ended = true;
    if (fieldIn(testRunFinished, 'success') === false) this.#failed = true;
    const hook = textIn(testRunHookFinished, 'result', 'status') ?? 'PASSED';
    if (outcomeOfSteps([hook]) === 'failed') this.#brokenRun = true;
    const unreadable = featureFile(textIn(parseError, 'source', 'uri'));
    if (unreadable !== undefined) this.#wholes.push(wholeFile(unreadable));
  }

  #pickle(pickle: unknown): void {
    const node = listIn(pickle, 'astNodeIds')[0];
    const groups = (typeof node === 'string' ? this.#groups.get(node) : undefined) ?? [];
    const file = featureFile(textIn(pickle, 'uri'));
    const hasSteps = listIn(pickle, 'steps').length > 0;
    this.#pickles.set(textIn(pickle, 'id') ?? '', { file, hasSteps, name: textIn(pickle, 'name') ?? '', groups });
  }

  /** Takes what a scenario is in; a rule holds scenarios of its own. */
  #group(child: unknown, groups: readonly string[]): void {
    const id = textIn(child, 'scenario', 'id');
    if (id !== undefined) this.#groups.set(id, groups);
    const rule = textIn(child, 'rule', 'name');
    for (const inner of listIn(child, 'rule', 'children')) {
      const scenario = textIn(inner, 'scenario', 'id');
      if (scenario !== undefined) this.#groups.set(scenario, [...groups, rule ?? '']);
    }
  }

  #attemptOf(message: unknown): Attempt | undefined {
    return this.#attempts.get(textIn(message, 'testCaseStartedId') ?? '');
  }
}

function wholeFile(file: string): TestResult {
  return { outcome: 'failed', whole: 'file', file, groups: [], title: '' };
}
