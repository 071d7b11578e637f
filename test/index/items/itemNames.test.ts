import assert from 'node:assert/strict';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { ItemNames } from '../../../src/index/items/itemNames.ts';
import { endsWithPath, tailsOf } from '../../../src/index/items/pathTails.ts';
import { makeRequirement } from '../../../src/index/items/items.ts';
import { requirement } from '../../../src/formats/notation/definition.ts';
import type { RequirementItem } from '../../../src/model/item.ts';
import { rangeAt } from '../../../src/model/position.ts';

function feature(number: number): RequirementItem {
  const folder = `specs/${String(number).padStart(3, '0')}-kettle`;
  const range = rangeAt(0, 0, 1);
  const facts = { ...requirement({ localId: 'FR-1', title: 'Boil', range, nameRange: range }), namespace: folder };
  return makeRequirement(facts, `${folder}/spec.md`, `${folder}/spec`);
}

describe('ItemNames', () => {
  // Few are gone through, many have an order of their own.
  for (const count of [3, 50]) {
    it(`finds the same among ${count} items of one id, while they come and go`, () => {
      const names = new ItemNames(createIdGrammar([]));
      const items = Array.from({ length: count }, (_, at) => feature(at));
      for (const item of items) names.add(item, new Set());
      const keys = (found: Iterable<{ readonly key: string }>): string[] => Array.from(found, ({ key }) => key).sort();
      const check = (present: readonly RequirementItem[]): void => {
        for (const tail of ['001', '002-kettle', 'specs/002-kettle', '002-kettle/spec', 'spec', '1', 'kettle', '02-kettle'])
          assert.deepEqual(
            keys(names.withIdIn('FR-1', tail)),
            keys(present.filter(({ namespace, documentKey }) => endsWithPath(namespace, tail) || endsWithPath(documentKey, tail))),
            tail,
          );
        for (const number of [0, 1, 2]) {
          const { path, namespace } = feature(number);
          const there = keys(present.filter((item) => item.namespace === namespace));
          assert.deepEqual(keys(names.withIdAt('FR-1', path, undefined)), there);
          assert.deepEqual(keys(names.withIdAt('FR-1', 'src/kettle.ts', namespace)), there);
          assert.deepEqual(keys(names.withIdAt('FR-1', path, namespace)), there);
        }
        assert.deepEqual(keys(names.withId('FR-1')), keys(present));
      };
      check(items);
      const [, gone = feature(1)] = items;
      const { version } = names;
      names.delete(gone, new Set());
      assert.notEqual(names.version, version);
      check(items.filter((item) => item !== gone));
      names.add(gone, new Set());
      check(items);
    });
  }
});

describe('tailsOf', () => {
  for (const [key, expected] of [
    ['a', ['a']],
    ['docs/a', ['docs/a', 'a']],
    ['specs/008-kettle', ['specs/008-kettle', '008-kettle', '008']],
    ['specs/20260101-112233-kettle', ['specs/20260101-112233-kettle', '20260101-112233-kettle', '20260101']],
    ['specs/08-kettle', ['specs/08-kettle', '08-kettle']],
    ['008-specs/kettle', ['008-specs/kettle', 'kettle']],
    ['specs/008', ['specs/008', '008']],
  ] as const) {
    // @verifies RT-2.3/AC2~2e0697
    it(`says by what ${key} may be called, and endsWithPath agrees`, () => {
      assert.deepEqual(tailsOf(key), expected);
      for (const tail of expected) assert.ok(endsWithPath(key, tail), tail);
      for (const tail of ['ettle', '8', '00', 'kettle-2', '']) assert.equal(endsWithPath(key, tail), false, tail);
    });
  }
});
