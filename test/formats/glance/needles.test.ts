import assert from 'node:assert/strict';
import { compileNeedles, rarity, withoutLonger } from '../../../src/formats/glance/needles.ts';
import type { Needle } from '../../../src/formats/glance/needles.ts';

describe('compileNeedles', () => {
  const cases: readonly (readonly [why: string, needles: readonly Needle[], text: string, stands: boolean])[] = [
    ['nothing, wherever it is looked for', [], 'x', false],
    ['a string', ['@relation('], '// @relation(REQ-1)', true],
    ['no string that is not there', ['@relation('], '// @relation REQ-1', false],
    ['capitals for what they are', ['Implements: '], 'implements: REQ-1', false],
    ['one of several strings', ['r[impl', 'r[verify', '//= '], 'x\n  //= url#section\n', true],
    ['what means something in an expression', ['a.b*(c|[d]\\{e}^$?+/'], 'x a.b*(c|[d]\\{e}^$?+/ x', true],
    ['a string by what is rare inside it', ['story '], 'y story story 1', true],
    ['a string that only its rare end stands for', ['story ', 'user story'], 'y property user_story', false],
    ['a string at the very beginning', ['story '], 'story 1', true],
    ['one of many strings', ['aa', 'ab', 'ac', 'ad', 'ae', 'af', 'ag', 'ah'], 'b ah', true],
    ['none of many strings', ['aa', 'ab', 'ac', 'ad', 'ae', 'af', 'ag', 'ah'], 'b a h', false],
    ['a full stop that is only one', ['a.b'], 'a-b', false],
    ['two strings on one line', [['->', '~']], 'a\n// [impl->req~x~1]\nb', true],
    ['two strings in the other order', [['~', '->']], '// [impl->req~x~1]', true],
    ['no two strings on two lines', [['->', '~']], 'a -> b\n~c\nd -> e', false],
    ['two strings on a later line', [['->', '~']], '~ ~ ~\na -> b\n~c ->', true],
    ['one of a pair alone', [['->', '~']], '~'.repeat(10), false],
    ['a pair beside a string', ['covers:', ['->', '~']], '->~', true],
    ['a string beside a pair', [['->', '~'], 'covers:'], 'covers:', true],
  ];
  for (const [why, needles, text, stands] of cases) {
    it(`finds ${why}`, () => {
      const search = compileNeedles(needles);
      assert.equal(search(text), stands);
      assert.equal(search(Buffer.from(`“ä”${text}`).toString('latin1')), stands, 'the bytes do as well as the text');
      assert.equal(search(text), stands, 'a search keeps nothing from the one before');
    });
  }

  it('takes time linear in the length of a line', () => {
    assert.equal(compileNeedles([['~', '->']])('~'.repeat(2_000_000)), false);
  });
});

describe('rarity', () => {
  it('puts a mark before letters, capitals before others, and more before less', () => {
    assert.ok(rarity('~') > rarity('-'));
    assert.ok(rarity('REQ') > rarity('req'));
    assert.ok(rarity('req:') > rarity('req'));
    assert.ok(rarity(' ') < rarity('e'));
  });
});

describe('withoutLonger', () => {
  it('leaves out what holds another one, and what stands there twice', () => {
    assert.deepEqual(withoutLonger(['@req: ', 'req: ', 'req: ', 'covers ']), ['req: ', 'covers ']);
  });
});
