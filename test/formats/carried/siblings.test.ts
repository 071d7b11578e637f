import assert from 'node:assert/strict';
import { Siblings } from '../../../src/formats/carried/siblings.ts';

describe('Titles beside a title', () => {
  const siblings = new Siblings([
    'a+b',
    'a-b',
    'never a-b',
    'b',
    'adds %s',
    'adds nothing',
    'adds 1 to 2',
    'size${n}',
    'size4',
    '===',
    '',
    'a-b',
  ]);
  for (const [title, besides] of [
    ['a+b', ['a-b', 'never a-b']],
    ['b', ['a+b', 'a-b', 'never a-b']],
    ['never a-b', []],
    ['adds %s', ['adds nothing', 'adds 1 to 2']],
    ['size${n}', ['size4']],
    ['not there', []],
  ] as const) {
    it(`of another test that results could confuse with "${title}"`, () => assert.deepEqual(siblings.of(title), besides));
  }

  it('that is nothing but places are all others', () => assert.equal(siblings.of('%s').length, 10));

  it('are bounded', () => {
    const many = new Siblings(Array.from({ length: 5000 }, (_, at) => `adds ${at}`));
    assert.equal(many.of('adds %s').length, 100);
  });
});
