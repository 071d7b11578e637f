import assert from 'node:assert/strict';
import { delimiterOf, readCsv } from '../../../../src/formats/carriers/csv/csv.ts';

/** The fields of each record, with a bar between them. */
function records(text: string, most?: number): string[] {
  return readCsv(text, delimiterOf(text), most).map(({ fields }) => fields.map((field) => field.text).join('|'));
}

describe('Comma-separated values', () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['plain fields', 'a,b\n1,2\n', ['a|b', '1|2']],
    ['semicolons', 'a;b;c,d\n1;2;3\n', ['a|b|c,d', '1|2|3']],
    ['tabs', 'a\tb\n1\t2', ['a|b', '1|2']],
    ['quotation marks', 'a,b\n"1, 2","3 ""4"""\n', ['a|b', '1, 2|3 "4"']],
    ['a line end in a field', 'a,b\n"1\n2",3\n4,5', ['a|b', '1\n2|3', '4|5']],
    ['Windows lines', 'a,b\r\n1,2\r\n', ['a|b', '1|2']],
    ['lines without text', 'a,b\n\n,\n1,2', ['a|b', '1|2']],
    ['a mark that is not closed', 'a,b\n"1,2\n3', ['a|b', '1,2\n3']],
    ['what stands behind a closing mark', 'a,b\n"1"x,2', ['a|b', '1|2']],
    ['a comma in a marked header', '"a,b";c\n1;2', ['a,b|c', '1|2']],
    ['nothing', '', []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(records(text), expected));

  it('are read no further than wanted', () => assert.deepEqual(records('a\nb\nc\n', 2), ['a', 'b']));

  it('know their places', () => {
    const [, record] = readCsv('a,b\n"x\ny",REQ-1\n', ',');
    assert.deepEqual([record?.first, record?.last], [1, 2]);
    assert.deepEqual(record?.fields[1]?.range, { start: { line: 2, character: 3 }, end: { line: 2, character: 8 } });
    assert.deepEqual(record?.fields[0]?.range.start, { line: 1, character: 1 });
  });

  it('take time that grows with the text alone', () => {
    const text = `a,b\n${'"'.repeat(200_001)}`;
    assert.equal(records(text).length, 2);
  });
});
