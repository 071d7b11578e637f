import assert from 'node:assert/strict';
import { FILTERS, formatOf } from '../../../src/extension/matrix/matrixFormats.ts';

describe('the format of an exported matrix', () => {
  const cases: [path: string, format: string][] = [
    ['/p/matrix.html', 'html'],
    ['/p/matrix.csv', 'csv'],
    ['/p/MATRIX.CSV', 'csv'],
    ['/p/matrix.md', 'markdown'],
    ['/p/matrix.json', 'json'],
    ['/p/matrix', 'html'],
    ['/p.csv/matrix', 'html'],
    ['c:\\p.csv\\matrix', 'html'],
  ];
  for (const [path, format] of cases) it(path, () => assert.equal(formatOf(path), format));

  it('is offered for each', () => {
    const offered = Object.values(FILTERS).flat();
    assert.deepEqual(new Set(offered.map((end) => formatOf(`a.${end}`))), new Set(['html', 'csv', 'markdown', 'json']));
  });
});
