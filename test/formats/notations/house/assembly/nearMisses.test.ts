import assert from 'node:assert/strict';
import type { NearMiss } from '../../../../../src/formats/notations/house/document/nearMiss.ts';
import { nearMissProblems } from '../../../../../src/formats/notations/house/assembly/nearMisses.ts';
import { inEnglish, say } from '../../../../../src/model/message.ts';
import { rangeAt } from '../../../../../src/model/position.ts';

const nearMiss = (form: string, line: number): NearMiss => ({
  form,
  range: rangeAt(line, 0, 1),
  message: say('"{0}" is near', String(line)),
  text: `line ${line}`,
});

describe('Near-misses', () => {
  it('are one problem for each form, at the first place', () => {
    const problems = nearMissProblems([nearMiss('a', 5), nearMiss('b', 4), nearMiss('a', 2)], 'x.md');
    assert.deepEqual(
      problems.map(({ message, range }) => [range.start.line, inEnglish(message)]),
      [
        [2, '"2" is near (and 1 more like it)'],
        [4, '"4" is near'],
      ],
    );
    assert.deepEqual(
      problems[0]?.related?.map(({ message }) => inEnglish(message)),
      ['Written the same way: line 5'],
    );
  });

  it('list no more than twenty others', () => {
    const all = Array.from({ length: 30 }, (_, line) => nearMiss('a', line));
    assert.equal(nearMissProblems(all, 'x.md')[0]?.related?.length, 20);
  });
});
