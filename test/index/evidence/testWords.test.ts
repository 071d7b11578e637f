import assert from 'node:assert/strict';
import {
  findTemplate,
  headKeys,
  namesId,
  spokenName,
  tailKeys,
  templateOf,
  withoutInstance,
  wordsOf,
} from '../../../src/index/evidence/testWords.ts';

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
    ['rejects', 'rejects'],
  ] as const) {
    it(`without the instance ${title} are ${base}`, () => assert.equal(withoutInstance(title), base));
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

  it('of templates stand in results in order', () => {
    const parts = templateOf('adds %i to ${name} at $place.x');
    assert.deepEqual(parts, [' adds ', ' to ', ' at ']);
    assert.equal(findTemplate(' Sum adds 1 to a at b ', parts ?? []), 4);
    assert.equal(findTemplate(' Sum to a adds 1 at b ', parts ?? []), -1);
    assert.equal(templateOf('costs 5 $ and 3 %'), undefined);
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
