import assert from 'node:assert/strict';
import { parseJson } from '../../../../src/formats/carriers/json/jsonPlaces.ts';

describe('values of JSON', () => {
  it('know their place', () => {
    const value = parseJson('{\n  "a": ["b", 2, true]\n}')?.entry('a');
    assert.deepEqual(
      value?.items().map((one) => [one.string, one.boolean, one.range.start.line, one.range.start.character]),
      [
        ['b', undefined, 1, 8],
        ['2', undefined, 1, 13],
        [undefined, true, 1, 16],
      ],
    );
    assert.deepEqual(value?.items()[0]?.innerRange, { start: { line: 1, character: 9 }, end: { line: 1, character: 10 } });
  });

  it('have no parts that are not there', () => {
    const root = parseJson('{"a": 1}');
    assert.deepEqual([root?.entry('b'), root?.entry('a')?.entry('b'), root?.items()], [undefined, undefined, []]);
  });

  for (const text of ['{', 'a: b', '['.repeat(60) + ']'.repeat(60)])
    it(`are none in ${text.slice(0, 10)}`, () => assert.equal(parseJson(text), undefined));
});
