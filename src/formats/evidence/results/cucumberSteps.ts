import type { Outcome } from '../../../model/evidence.ts';

/** What tools of the Cucumber family say of steps and scenarios that failed, in small letters. */
const FAILED: ReadonlySet<string> = new Set(['failed', 'ambiguous', 'error', 'hook_error', 'cleanup_error']);

/** What became of a scenario by its steps and hooks: it passed only if there is one, and all of them did: `['passed', 'undefined']` is skipped. */
export function outcomeOfSteps(statuses: readonly string[]): Outcome {
  const plain = statuses.map((status) => status.toLowerCase());
  if (plain.some((status) => FAILED.has(status))) return 'failed';
  return plain.length > 0 && plain.every((status) => status === 'passed') ? 'passed' : 'skipped';
}

/** The path of a feature, which some write as a URI, with a line or without: `a.feature` of `classpath:a.feature`. */
export function featureFile(uri: string | undefined): string | undefined {
  const path = (uri ?? '').replace(/(?<=\.\w+):\d+$/u, '').replace(/^(?:file:(?!\/\/)|classpath:)/u, '');
  return path === '' ? undefined : path;
}
