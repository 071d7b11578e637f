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

  it('are those that JSON.parse gives', () => {
    const text = String.raw`{"a\"b": "\\", "[": {"{": [[], {}, -1.5e+3, null, false]}, "é\u0041": "]\n"}`;
    const root = parseJson(text);
    assert.deepEqual(
      root?.entries().map(([key]) => key),
      ['a"b', '[', 'éA'],
    );
    assert.equal(root?.entry('a"b')?.string, '\\');
    const list = root?.entry('[')?.entry('{')?.items() ?? [];
    assert.deepEqual(
      list.map((one) => text.slice(one.range.start.character, one.range.end.character)),
      ['[]', '{}', '-1.5e+3', 'null', 'false'],
    );
    assert.deepEqual([list[2]?.string, list[3]?.string, root?.entry('éA')?.string], ['-1500', undefined, ']\n']);
  });

  it('know the places of words behind escapes', () => {
    const text = String.raw`{"a": "x\nFR-1 \u0041 \" y"}`;
    const value = parseJson(text)?.entry('a');
    assert.equal(value?.written, 'x  FR-1           y');
    const at = value?.written.indexOf('FR-1') ?? 0;
    const range = value?.rangeOf(at, at + 4);
    assert.equal(text.slice(range?.start.character, range?.end.character), 'FR-1');
  });

  it('may stand behind a byte order mark', () => assert.equal(parseJson('\u{FEFF}{"a": 1}')?.entry('a')?.string, '1'));

  for (const text of ['{', 'a: b', '', '{"a": 1} <<<<<<< HEAD', '['.repeat(60) + ']'.repeat(60)])
    it(`are none in ${text.slice(0, 10)}`, () => assert.equal(parseJson(text), undefined));
});
