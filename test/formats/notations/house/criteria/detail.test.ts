import assert from 'node:assert/strict';
import { claimOf, textsOf } from '../../../../../src/formats/carriers/markdown/prose.ts';
import { readDetail } from '../../../../../src/formats/notations/house/criteria/detail.ts';
import { blocksIn, TERMS } from '../../../../support/formats/documentSource.ts';

describe('What stands below a criterion', () => {
  it('is text and attributes, at any depth', () => {
    const { texts, attributes } = readDetail(
      blocksIn('# a\n\n*b*\n\n> c\n\n```\nd\n```\n\n| e | f |\n|-|-|\n| g | h |\n\n- **Owner**: i\n  - j\n- **Team**: k\n- **FR-1**: l\n'),
      TERMS,
    );
    assert.deepEqual(texts, ['a', 'b', 'c', 'd\n', 'e f', 'g h', 'Owner: i', 'j', 'FR-1: l']);
    assert.deepEqual(
      attributes.map(({ name, value }) => [name, value]),
      [['Team', 'k']],
    );
  });

  it('is text alone where attributes do not count', () => assert.deepEqual(textsOf(blocksIn('- **Team**: k\n')), ['Team: k']));

  const claims: [text: string, claim: boolean | undefined][] = [
    ['- [x] a\n- [x] b\n', true],
    ['- [x] a\n- [ ] b\n', false],
    ['- a\n- [X] b\n', true],
    ['- a\n  - [x] b\n', undefined],
    ['text\n', undefined],
  ];
  for (const [text, claim] of claims) it(`${JSON.stringify(text)} claims ${claim}`, () => assert.equal(claimOf(blocksIn(text)), claim));
});
