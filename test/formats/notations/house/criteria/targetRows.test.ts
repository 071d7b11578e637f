import assert from 'node:assert/strict';
import { readTargetRows } from '../../../../../src/formats/notations/house/criteria/targetRows.ts';
import { sourceOf } from '../../../../support/formats/documentSource.ts';

function rows(text: string): (readonly [string, string, number | undefined])[] | undefined {
  const source = sourceOf(text);
  const table = source.blocks.find((block) => block.type === 'table');
  assert.ok(table);
  return readTargetRows(table, source)?.map(({ words, goal }) => [words.inline.plain, goal.text, goal.target?.value] as const);
}

describe('Rows of a table', () => {
  it('are targets where a column says so', () => {
    const text = '| Metric | Target |\n|-|-|\n| Speed | < 200 ms |\n| **Size** | small |\n|  | 5 |\n';
    assert.deepEqual(rows(text), [
      ['Speed', '< 200 ms', 200],
      ['Size', 'small', undefined],
    ]);
  });

  it('have their name beside the target', () => {
    assert.deepEqual(rows('| Targets | Name |\n|-|-|\n| 5 | a |\n'), [['a', '5', 5]]);
    assert.deepEqual(rows('| No | Metrics | Target |\n|-|-|-|\n| 1 | a | 5 |\n'), [['a', '5', 5]]);
  });

  it('are no targets without such a column or without rows', () => {
    assert.equal(rows('| a | b |\n|-|-|\n| c | d |\n'), undefined);
    assert.equal(rows('| Metric | Target |\n|-|-|\n'), undefined);
  });

  it('may be ignored', () => {
    assert.deepEqual(rows('<!-- reqtrace-ignore-start -->\n\n| Metric | Target |\n|-|-|\n| a | 5 |\n'), []);
  });
});
