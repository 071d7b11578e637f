import type { CallForm } from '../language.ts';

/** Calls whose result takes the title, of Jest, Vitest, bun and TestCafe; that of QUnit takes it at once. */
const CURRIED =
  /(?<!QUnit\s*\.\s*(?:test|only|skip|todo)(?:\.\w+)?)\.\s*(?:each|for|skipIf|runIf|todoIf|failsIf|if|meta|before|after|page|httpAuth|requestHooks|clientScripts|timeouts)\s*$/u;

/**
 * Calls that take the title of a test, by their words: `calls('describe|it', '', ['it', 'describe.only'])`.
 *
 * @param receivers what may be before the word: `t` in `t.test(`.
 * @param fits callees that show it.
 */
export function calls(words: string, receivers: string, fits: readonly string[], misses: readonly string[] = []): CallForm {
  const receiver = receivers === '' ? '' : `(?:(?:${receivers})\\s*\\.\\s*)?`;
  return {
    call: {
      pattern: new RegExp(String.raw`(?<![\w$.@#])${receiver}(?:${words})(?:\s*\.\s*\w+)*(?:<[^<>()]*>)?\s*$`, 'u'),
      fits,
      misses: ['audit', 'this.it', ...misses],
    },
    curried: CURRIED,
  };
}
