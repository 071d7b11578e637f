import assert from 'node:assert/strict';
import { questionsOf } from '../../../src/extension/testing/questions.ts';
import type { PlannedCommand } from '../../../src/server/runProtocol.ts';

/** A command for each word: `a1` and `a2` are of the family `a`. */
function commands(words: string): readonly PlannedCommand[] {
  return words
    .split(' ')
    .map((word) => ({ runner: 'Vitest', folder: '/shop', lines: [`vitest ${word}`], family: word.replace(/\d/u, '') }));
}

describe('what is asked before commands run', () => {
  const rows: readonly (readonly [what: string, planned: string, known: string, asked: readonly string[]])[] = [
    ['one of each family', 'a1 a2 b1 a3', '', ['a3 b1']],
    ['nothing of what was agreed to', 'a1 b1', 'a b', []],
    ['only what was not agreed to', 'a1 b1 c1', 'a c', ['b1']],
    ['each of many families, however many questions that takes', 'a b c d e f g h', '', ['a b c d e f', 'g h']],
    ['a late family behind many commands of one', 'a1 a2 a3 a4 a5 a6 a7 a8 b1', '', ['a8 b1']],
  ];
  for (const [what, planned, known, asked] of rows) {
    it(`is ${what}`, () => {
      const questions = questionsOf(commands(planned), new Set(known.split(' ')));
      assert.deepEqual(
        questions.map((question) => question.map(({ lines }) => lines.join('').replace('vitest ', '')).join(' ')),
        asked,
      );
    });
  }
});
