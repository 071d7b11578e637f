import type { CallForm } from '../language.ts';

/**
 * Calls that take the title of a test, by their words: `calls('describe|it', '', ['it', 'describe.only'])`.
 *
 * @param receivers what may stand before the word: `t` in `t.test(`.
 * @param fits callees that show it.
 */
export function calls(words: string, receivers: string, fits: readonly string[], misses: readonly string[] = []): CallForm {
  const receiver = receivers === '' ? '' : `(?:(?:${receivers})\\s*\\.\\s*)?`;
  return {
    call: {
      pattern: new RegExp(String.raw`(?<![\w$.@#])${receiver}(?:${words})(?:\.\w+)*(?:<[^<>()]*>)?\s*$`, 'u'),
      fits,
      misses: ['audit', 'this.it', ...misses],
    },
    curried: /\.(?:each|for|skipIf|runIf|todoIf|failsIf|if)\s*$/u,
  };
}
