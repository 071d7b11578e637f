import assert from 'node:assert/strict';
import { numberText } from '../../../../src/formats/carriers/workbook/numberFormats.ts';
import { sheetsIn } from '../../../../src/formats/carriers/workbook/sheetText.ts';
import { cellAt, columnName } from '../../../../src/formats/carriers/workbook/workbook.ts';
import { packedText } from '../../../../src/formats/packed/packedText.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { splitLines } from '../../../../src/text/lines.ts';
import { withField, zipped } from '../../../support/archives.ts';
import { rowsOf, workbook } from '../../../support/workbooks.ts';
import type { SheetSpec, WorkbookSpec } from '../../../support/workbooks.ts';

const MB = 1024 * 1024;

function textOf(bytes: Uint8Array, most = 64 * MB): string {
  const packed = packedText(bytes, most);
  assert.ok(packed);
  return packed.kind === 'text' ? packed.text : `- ${inEnglish(packed.reason)}`;
}

function rows(xml: string, spec: WorkbookSpec = {}, more: Partial<SheetSpec> = {}): string {
  return textOf(workbook([{ name: 'S', rows: xml, ...more }], spec))
    .split('\n')
    .slice(1, -1)
    .join('\n')
    .replaceAll('\t', '|');
}

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="&quot;REQ-&quot;000"/><numFmt numFmtId="171" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs>';

const CELLS: readonly (readonly [what: string, xml: string, text: string, spec?: WorkbookSpec])[] = [
  ['inline strings', rowsOf([['ID', 'Text']]), '1|ID|Text'],
  [
    'shared strings, in runs and without hints',
    '<row r="2"><c r="B2" t="s"><v>1</v></c></row>',
    '2||The kettle',
    {
      strings: '<si><t>a</t></si><si><r><t>The </t></r><r><t>kettle</t></r><rPh><t>no</t></rPh></si>',
    },
  ],
  ['line ends within a cell as blanks', '<row r="1"><c r="A1" t="inlineStr"><is><t>R-1,_x000D_\nR-2</t></is></c></row>', '1|R-1, R-2'],
  ['cells and rows without an address', '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>', '1|1|2\n2|3'],
  ['a number in a format of its own', '<row r="1"><c r="A1" s="1"><v>7</v></c></row>', '1|REQ-007', { styles: STYLES }],
  [
    'dates as text',
    '<row r="1"><c r="A1" s="2"><v>46023</v></c><c r="B1" s="3"><v>46023.5</v></c></row>',
    '1|2026-01-01|2026-01-01 12:00:00',
    { styles: STYLES },
  ],
  [
    'dates of a workbook from 1904',
    '<row r="1"><c r="A1" s="2"><v>44561</v></c></row>',
    '1|2026-01-01',
    {
      styles: STYLES,
      properties: '<workbookPr date1904="1"/>',
    },
  ],
  ['what a formula gave', '<row r="1"><c r="A1" t="str"><f>"R-"&amp;1</f><v>R-1</v></c></row>', '1|R-1'],
  ['a formula of which nothing is saved', '<row r="1"><c r="A1"><f>1+1</f></c></row>', '1|=1+1'],
  ['truth and errors', '<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c></row>', '1|TRUE|FALSE|#REF!'],
  ['nothing of a row without text', '<row r="1"><c r="A1" s="1"/></row><row r="3"><c r="A3"><v>1</v></c></row>', '3|1'],
  ['a hidden row, which is said', '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>', '1 (hidden)|1'],
  ['elements with a prefix', '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>', '1|1'],
];

describe('a workbook', () => {
  for (const [what, xml, text, spec] of CELLS) it(`is read with ${what}`, () => assert.equal(rows(xml, spec), text));

  it('marks what a merged area takes in below its first cell', () => {
    const xml = rowsOf([
      ['a', 'b'],
      ['', 'c'],
      ['', 'd'],
    ]);
    assert.equal(
      rows(xml, {}, { more: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B3:C3"/></mergeCells>' }),
      '1|a|b\n2|〃|c\n3||d',
    );
  });

  it('names its sheets and columns, and hidden ones without what is in them', () => {
    const rowsXml = rowsOf([['a', 'b']]);
    const sheets = [
      { name: 'One', rows: rowsXml, columns: '<cols><col min="2" max="2" hidden="1"/></cols>' },
      { name: 'Old', rows: rowsXml, state: 'veryHidden' },
      { name: 'Empty', rows: '' },
    ];
    assert.equal(textOf(workbook(sheets)), '[One]\tA\tB (hidden)\n1\ta\tb\n\n[Old] (hidden)\n\n[Empty]\n');
    const read = sheetsIn(splitLines(textOf(workbook(sheets))));
    assert.deepEqual(
      read.map(({ name, isHidden, line, hiddenColumns, rows: all }) => [name, isHidden, line, hiddenColumns, all.length]),
      [
        ['One', false, 0, [1], 1],
        ['Old', true, 3, [], 0],
        ['Empty', false, 5, [], 0],
      ],
    );
    assert.deepEqual(read[0]?.rows[0]?.cells[1], {
      text: 'b',
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } },
    });
  });

  it('is found by its relations, wherever its parts are', () => {
    const bytes = zipped({
      '_rels/.rels': '<Relationships><Relationship Id="a" Target="/my/workbook.xml"/></Relationships>',
      'my/workbook.xml': '<workbook><sheets><sheet name="S" rel:id="b"/></sheets></workbook>',
      'my/_rels/workbook.xml.rels': '<Relationships><Relationship Id="b" Target="/other/s.xml"/></Relationships>',
      'other/s.xml': `<worksheet><sheetData>${rowsOf([['a']])}</sheetData></worksheet>`,
    });
    assert.equal(textOf(bytes), '[S]\tA\n1\ta\n');
  });

  const merges = '<mergeCell ref="A1:A5000"/>'.repeat(1000);
  const wide = '<c r="XFD1"><v>1</v></c>';
  const refused: readonly (readonly [what: string, bytes: Uint8Array, reason: RegExp, most?: number])[] = [
    [
      'a sheet that is not well-formed',
      workbook([{ name: 'S', rows: '<row><c' }]),
      /S in the workbook cannot be read: it is not well-formed/u,
    ],
    [
      'a part that declares entities',
      workbook([], { strings: '', parts: { 'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a "b">]><workbook/>' } }),
      /xl\/workbook\.xml in the workbook cannot be read/u,
    ],
    [
      'merged cells that overlap',
      workbook([{ name: 'S', rows: rowsOf(Array.from({ length: 5000 }, () => ['a'])), more: `<mergeCells>${merges}</mergeCells>` }]),
      /its merged cells overlap/u,
    ],
    [
      'a few cells far apart',
      workbook([
        {
          name: 'S',
          rows: Array.from({ length: 100 }, (_, at) => `<row r="${at + 1}">${wide.replace('1"', `${at + 1}"`)}</row>`).join(''),
        },
      ]),
      /more than 1 MB/u,
      MB,
    ],
    [
      'parts too large together',
      workbook([{ name: 'S', rows: `<row><c><v>${'ab'.repeat(0.4 * MB)}</v></c></row>` }], {
        strings: `<si><t>${'ab'.repeat(0.4 * MB)}</t></si>`,
      }),
      /more than 1 MB/u,
      MB,
    ],
    ['a sheet that unpacks to very much', workbook([{ name: 'S', rows: ' '.repeat(8 * MB) }]), /packed more tightly/u],
    [
      'a wrong checksum',
      withField(workbook([{ name: 'S', rows: '' }]), 'central', 16, 1, 4),
      /xl\/workbook\.xml in the archive is damaged/u,
    ],
    ['encryption', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /encrypted or of a version before 2007/u],
  ];

  // @verifies RT-11.2/AC5
  for (const [what, bytes, reason, most] of refused)
    it(`is refused with ${what}`, () => {
      const told = textOf(bytes, most);
      assert.match(told, /^- /u);
      assert.match(told, reason);
    });
});

const FORMATS: readonly (readonly [value: string, code: string, text: string])[] = [
  ['7', 'General', '7'],
  ['7', '000', '007'],
  ['7', '"REQ-"000', 'REQ-007'],
  ['7', '\\R\\-00', 'R-07'],
  ['1.5', '0.00', '1.50'],
  ['1.5', '0.0##', '1.5'],
  ['0.25', '0%', '25%'],
  ['1234', '#,##0', '1234'],
  ['-3', '000', '-003'],
  ['7', '[Red]000;[Blue]-000', '007'],
  ['7', '00" d"', '07 d'],
  ['1E3', 'General', '1000'],
  ['0.5', 'hh:mm', '12:00:00'],
  ['7', '???', '7'],
  ['x', '000', 'x'],
];

describe('a number of a workbook', () => {
  for (const [value, code, text] of FORMATS)
    it(`${value} is ${text} as ${code}`, () =>
      assert.equal(numberText(value, 0, { codes: new Map([[200, code]]), styles: [200], from1904: false }), text));

  it('has an address', () => {
    assert.deepEqual([1, 26, 27, 703].map(columnName), ['A', 'Z', 'AA', 'AAA']);
    assert.deepEqual(['A1', '$AB$12', 'A0', 'A1:B2', ''].map(cellAt), [[1, 1], [28, 12], undefined, undefined, undefined]);
  });
});
