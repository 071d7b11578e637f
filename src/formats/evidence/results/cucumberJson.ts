import type { TestResult } from '../../../model/evidence.ts';
import { failureOf } from '../failure.ts';
import { fieldIn, listIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { featureFile, outcomeOfSteps } from './cucumberSteps.ts';

/** Stands for a step without a result; hooks alone show nothing either. */
const UNTOLD = 'unknown';

/** True for the beginning of what Cucumber's JSON formatters and behave write: a list of features. */
export function isCucumberJson(head: string): boolean {
  return /^\s*\[\s*(?:\{|$)/mu.test(head) && /"keyword"\s*:/u.test(head) && /"(?:elements|uri|location)"\s*:/u.test(head);
}

/**
 * Reads the JSON of Cucumber (cucumber-js `src/formatter/json_formatter.ts` 8 to 13, `JsonFormatter` of cucumber-jvm 7, cucumber-ruby 9) and of behave (`behave/formatter/json.py`, 1.2 and 1.3):
 * features with a `uri`, elements with steps. Hooks are steps that are hidden, or `before` and `after` of an element; cucumber-jvm and cucumber-ruby write the background as an
 * element before each scenario, and what fails there fails the scenario behind it. A step that is pending or has no definition proves nothing. Rows of an outline are elements of
 * one name. Tries before the last are left out by the tools.
 */
export function readCucumberJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport, '[]');
}

function readReport(root: unknown): ReadEvidence {
  const results: TestResult[] = [];
  let first: string | undefined;
  for (const feature of Array.isArray(root) ? (root as readonly unknown[]) : []) {
    const file = featureFile(textIn(feature, 'uri') ?? textIn(feature, 'location'));
    const name = textIn(feature, 'name');
    let background: readonly string[] = [];
    // behave repeats the steps of the background in each scenario; one without steps of its own has shown nothing.
    let repeated = 0;
    for (const element of listIn(feature, 'elements')) {
      first ??= textIn(element, 'start_timestamp');
      const statuses = statusesOf(element, repeated);
      if (textIn(element, 'type') === 'background') {
        background = statuses;
        repeated = isBehave(element) ? listIn(element, 'steps').length : 0;
        continue;
      }
      const title = textIn(element, 'name');
      const outcome = outcomeOfSteps([...background, ...statuses]);
      background = [];
      if (title === undefined) continue;
      const failure = outcome === 'failed' ? failureOf({ text: saidIn(element) }) : {};
      results.push({ outcome, ...(file !== undefined && { file }), groups: name === undefined ? [] : [name], title, ...failure });
    }
  }
  return readResults(results, first);
}

/** What the first step or hook that failed says; behave has lines. */
function saidIn(element: unknown): string | undefined {
  const steps = listIn(element, 'steps');
  const parts = [element, ...steps].flatMap((part) => [...listIn(part, 'before'), part, ...listIn(part, 'after')]);
  for (const part of parts) {
    const lines = listIn(part, 'result', 'error_message').filter((line): line is string => typeof line === 'string');
    const said = textIn(part, 'result', 'error_message') ?? (lines.length > 0 ? lines.join('\n') : undefined);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Statuses of all steps and hooks of an element, and of itself where the tool has one. */
function statusesOf(element: unknown, repeated: number): readonly string[] {
  const steps = listIn(element, 'steps');
  const hooks = [element, ...steps].flatMap((part) => [...listIn(part, 'before'), ...listIn(part, 'after')]);
  const ofHooks = hooks.flatMap((hook) => textIn(hook, 'result', 'status') ?? []);
  const ofSteps = steps.flatMap((step) => textIn(step, 'result', 'status') ?? []);
  const isBackground = textIn(element, 'type') === 'background';
  // behave says what became of each scenario, and nothing of steps that it did not come to, nor of those of a background.
  if (isBehave(element))
    return isBackground ? ofSteps : [textIn(element, 'status') ?? UNTOLD, ...ofSteps, ...(steps.length <= repeated ? [UNTOLD] : [])];
  const isEmpty = !isBackground && !steps.some((step) => fieldIn(step, 'hidden') !== true);
  const hasUntold = ofSteps.length < steps.length;
  return [...ofSteps, ...ofHooks, ...(isEmpty || hasUntold ? [UNTOLD] : [])];
}

/** behave says where each element is in one text. */
function isBehave(element: unknown): boolean {
  return textIn(element, 'location') !== undefined;
}
