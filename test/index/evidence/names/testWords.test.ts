import assert from 'node:assert/strict';
import {
  headKeys,
  instanceBases,
  namesId,
  spokenName,
  tailKeys,
  templateOf,
  templateStarts,
  wordsOf,
} from '../../../../src/index/evidence/names/testWords.ts';

describe('words of names of tests', () => {
  for (const [text, words] of [
    ['Orders > rejects_it', ' Orders rejects it '],
    ['shop.OrderTest$Inner', ' shop OrderTest Inner '],
    ['Größe: 3 µm', ' Größe 3 µm '],
    ['--', ' '],
    ['', ' '],
  ] as const) {
    it(`are those of ${JSON.stringify(text)}`, () => assert.equal(wordsOf(text), words));
  }

  for (const [title, base] of [
    ['rejects(int)[1]', 'rejects'],
    ['rejects{int}[1]', 'rejects'],
    ['test_rejects[1-a]', 'test_rejects'],
    ['Rejects(count: 1)', 'Rejects'],
    ['Rejects/0', 'Rejects'],
    ['TestRejects/sub#01', 'TestRejects/sub'],
    ['testRejects with data set #0', 'testRejects'],
    ['testRejects with data set "a b"', 'testRejects'],
    ['rejects #2', 'rejects'],
    ['[1]', '[1]'],
    ['test_a[list[int]]', 'test_a'],
    ['test_rows[a[0]]', 'test_rows'],
    ['test_d[a]b]', 'test_d'],
    ['test_d[]', 'test_d'],
    ['test_d[a::b]', 'test_d'],
    ['test_d[(x)]', 'test_d'],
    ['test_g [msg] (i=1)', 'test_g'],
    ['Rejects(x: "f(1)")', 'Rejects'],
    ['Rejects(x: ")", y: "(")', 'Rejects'],
    ['rejects(String)[2]', 'rejects'],
    ['rejects[0](1)', 'rejects'],
    ['testRows with data set "a "b""', 'testRows'],
    ['testRows with data set "a b (c)"', 'testRows'],
    ['testRows with data set "with data set #1"', 'testRows'],
    ['rejects a thing (x: f(1))', 'rejects a thing'],
    ['rejects a thing [a] (b)', 'rejects a thing'],
    ['buys 1 things -- @1.1 ', 'buys 1 things'],
    ['buys 1 things -- @1.1 large', 'buys 1 things'],
    ['rows with <n> - large - #2.1: rows with 2', 'rows with <n>'],
    ['rows with <n> - large-ones - #2.1: rows - x', 'rows with <n>'],
    ['buys - Example #1.1', 'buys'],
    ['rejects::case_1_small', 'rejects'],
    ['is a - b', 'is a - b'],
    ['is a -- b', 'is a -- b'],
    ['rejects', 'rejects'],
  ] as const) {
    it(`without the instance ${title} are ${base}`, () => assert.equal(instanceBases(title).at(-1) ?? title, base));
  }

  it('of a declaration are those that results have', () => {
    assert.equal(spokenName({ name: 'test_a()', kind: 'test' }), 'test_a');
    assert.equal(spokenName({ name: 'class Stock', kind: 'class' }), 'Stock');
    assert.equal(spokenName({ name: 'class Stock is kept', kind: 'test' }), 'class Stock is kept');
  });

  it('are looked up by their first and their last three', () => {
    assert.deepEqual(tailKeys(' a b c d '), [' d ', ' c d ', ' b c d ']);
    assert.deepEqual(headKeys(' a b c d '), [' a ', ' a b ', ' a b c ']);
    assert.deepEqual([tailKeys(' a '), headKeys(' a ')], [[' a '], [' a ']]);
    assert.deepEqual([tailKeys(' '), headKeys(' ')], [[], []]);
  });

  /** A title with places, words of a result, where it begins in them. */
  for (const [title, words, starts] of [
    ['adds %i to ${name} at $place.x', ' Sum adds 1 to a at b ', [4]],
    ['adds %i to ${name} at $place.x', ' Sum to a adds 1 at b ', []],
    ['adds %i to it', ' adds 1 to it ', [0]],
    ['adds %i to it', ' adds 1 to it twice ', []],
    ['adds %i', ' adds adds 1 ', [5, 0]],
    ['%s is red', ' Orders it is red ', [10]],
    ['size${n}', ' size1 ', [0]],
    ['size${n}px of it', ' size 1px of it ', [0]],
    ['%s', ' any ', []],
  ] as const) {
    it(`of the template ${title} begin in ${JSON.stringify(words)} at ${starts.join() || 'no place'}`, () => {
      const template = templateOf(title);
      assert.deepEqual(template && templateStarts(words, template), starts);
    });
  }

  it('are no template where nothing is filled in', () => {
    assert.equal(templateOf('costs 5 $ and 3 %'), undefined);
    assert.equal(templateOf('buys <n> things'), undefined);
    assert.deepEqual(templateOf('buys <n> things', 'feature')?.parts, [' buys ', ' things ']);
  });

  for (const [name, id, criterion, expected] of [
    ['IP-1.1/AC2 rejects', 'IP-1.1', 'AC2', true],
    ['IP-1.1 orders > AC2 rejects', 'IP-1.1', 'AC2', true],
    ['test_IP_1_1__AC2_rejects', 'IP-1.1', 'AC2', true],
    ['IP-1.1 rejects', 'IP-1.1', undefined, true],
    ['IP-1.1.1/AC2 rejects', 'IP-1.1', 'AC2', false],
    ['IP-1.1/AC2.1 rejects', 'IP-1.1', 'AC2', false],
    ['AC2 of IP-1.1', 'IP-1.1', 'AC2', false],
    ['IP-1.1 rejects', 'IP-1.1', 'AC2', false],
  ] as const) {
    it(`${name} ${expected ? 'names' : 'does not name'} ${id} ${criterion ?? ''}`, () =>
      assert.equal(namesId(wordsOf(name), id, criterion), expected));
  }
});
