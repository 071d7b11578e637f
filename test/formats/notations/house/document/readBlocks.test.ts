import assert from 'node:assert/strict';
import type { BlockReading } from '../../../../../src/formats/notations/house/document/blockReading.ts';
import { readBlocks } from '../../../../../src/formats/notations/house/document/readBlocks.ts';
import { sourceOf } from '../../../../support/formats/documentSource.ts';

const read = (text: string, targets = false): readonly BlockReading[] => {
  const source = sourceOf(text);
  return readBlocks(source.blocks, source, targets);
};

describe('Blocks by their own words', () => {
  it('are of one kind each', () => {
    const text = 'a\n\n- b\n\n| c |\n|-|\n\n> d\n\n```\ne\n```\n\n<div>\n\n---\n';
    assert.deepEqual(
      read(text).map(({ kind }) => kind),
      ['paragraph', 'list', 'table', 'quote', 'nothing', 'nothing', 'nothing'],
    );
  });

  it('know lists, code and quotes that follow a paragraph', () => {
    const [first] = read('a\n\n- b\n\n```\nc\n```\n\n> d\n\ne\n');
    assert.ok(first?.kind === 'paragraph');
    assert.deepEqual(
      first.following.map(({ type }) => type),
      ['list', 'code', 'quote'],
    );
  });

  it('are read at any depth', () => {
    const [list] = read('- a\n  - **FR-1**: b\n');
    assert.ok(list?.kind === 'list');
    const [below] = list.items[0]?.below ?? [];
    assert.ok(below?.kind === 'list');
    assert.equal(below.items[0]?.words.leads?.lead.id, 'FR-1');
  });

  it('have targets only where those count', () => {
    const table = '| Metric | Target |\n|-|-|\n| a | 5 |\n';
    const targets = (counts: boolean) => read(table, counts).map((each) => each.kind === 'table' && each.targets?.length);
    assert.deepEqual([targets(true), targets(false)], [[1], [undefined]]);
  });
});
