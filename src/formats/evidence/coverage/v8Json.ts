import { say } from '../../../model/message.ts';
import type { ReadEvidence } from '../reading.ts';

/** True for the beginning of coverage as V8 itself gives it: scripts with functions and ranges. */
export function isV8Json(head: string): boolean {
  return /^\s*[{[]/u.test(head) && /"scriptId"\s*:/u.test(head) && /"(?:url|functions)"\s*:/u.test(head);
}

/**
 * Knows the files of `NODE_V8_COVERAGE`, Deno and Playwright (`Profiler.takePreciseCoverage` of the Chrome DevTools protocol), and says why they are not read: a range is offsets into the program as it ran, which the
 * file mostly does not hold and which compilers and bundlers made. c8, Vitest and `deno coverage --lcov` make lines of them.
 */
export function readV8Json(): ReadEvidence {
  return { kind: 'unread', reason: say('coverage of V8 has no lines; convert it to lcov, for example with c8') };
}
