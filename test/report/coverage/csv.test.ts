import assert from 'node:assert/strict';
import { renderCsv } from '../../../src/report/coverage/csv.ts';
import { assertGolden } from '../../support/golden.ts';
import { annotation, code, criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

/** Reads RFC 4180 as strictly as it is written: CRLF between records, quotes doubled, quoted only as a whole. */
function parse(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    assert.ok(match, `no field at ${JSON.stringify(text.slice(at, at + 40))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

function textOf(text: string): string | undefined {
  const index = indexOf([document('docs/a.md', [requirement('IP-1', [criterion('AC1', 1, { text })])])]);
  return parse(renderCsv(index))[1]?.[6];
}

describe('CSV report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.csv', renderCsv(sampleIndex()).replaceAll('\r\n', '\n'));
  });

  // @verifies RT-9.1/AC7~28bb2b
  it('has a row for each link, one for a criterion without any, all of the same width', () => {
    const index = indexOf([
      document('docs/a.md', [requirement('IP-1', ['AC1', 'AC2']), requirement('IP-2')]),
      code('src/a.ts', annotation('implements', 'IP-1/AC1', 3), annotation('verifies', 'IP-1/AC1', 5)),
    ]);
    const [header, ...rows] = parse(renderCsv(index));
    assert.deepEqual(
      rows.map((row) => [row[2], row[4], row[12], row[14]]),
      [
        ['IP-1', 'IP-1/AC1', 'implements', '4'],
        ['IP-1', 'IP-1/AC1', 'verifies', '6'],
        ['IP-1', 'IP-1/AC2', '', ''],
        ['IP-2', '', '', ''],
      ],
    );
    assert.ok(rows.every((row) => row.length === header?.length));
  });

  it('has only its header where there is no requirement', () => {
    assert.equal(parse(renderCsv(emptyIndex())).length, 1);
  });

  for (const text of ['plain', 'a, b', 'say "so"', 'a\nb', 'a\r\nb', ' blank in front', '"', ',', 'ä ↔ 日本']) {
    it(`keeps ${JSON.stringify(text)} as it is`, () => assert.equal(textOf(text), text));
  }

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '=HYPERLINK("http://example.com","x")']) {
    // @verifies RT-9.1/AC7~28bb2b
    it(`makes no formula of ${JSON.stringify(text)}`, () => assert.equal(textOf(text), `'${text}`));
  }

  it('makes no formula of a title, a file or a symbol either', () => {
    const index = indexOf([
      document('=docs.md', [requirement('IP-1', ['AC1'], { title: '=title' })], { documentKey: 'docs' }),
      code(
        '@src.ts',
        annotation('implements', 'IP-1/AC1', 3, {
          declaration: { name: '-symbol', kind: 'function', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
        }),
      ),
    ]);
    const row = parse(renderCsv(index))[1];
    assert.deepEqual([row?.[0], row?.[3], row?.[13], row?.[15]], ["'=docs.md", "'=title", "'@src.ts", "'-symbol"]);
  });
});
