import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import type { SheetRule } from '../../../../src/model/configuration.ts';
import type { LineNote } from '../../../../src/model/facts.ts';
import { inEnglish } from '../../../../src/model/message.ts';

/** A workbook's text of one sheet: rows of cells with `|` between them. */
function sheet(rows: readonly string[], name = 'Requirements'): string {
  return [`[${name}]\tA\tB\tC\tD`, ...rows.map((row, at) => `${at + 1}\t${row.replaceAll('|', '\t')}`), ''].join('\n');
}

interface Reading {
  readonly items: readonly string[];
  readonly notes: readonly string[];
}

/** Items as `namespace#id title | text -> covered`, with what they are else and problems; then what `explain` says. */
function read(path: string, text: string, sheets: readonly SheetRule[] = []): Reading {
  const notes: LineNote[] = [];
  const extractor = createExtractor({ ...DEFAULT_CONFIGURATION, sheets });
  const { requirements, problems } = extractor.extract(path, text, (note) => notes.push(note));
  return {
    items: [
      ...requirements.map(({ namespace = '', localId, title, text: body, covers, exempt }) =>
        [
          `${namespace.replace('customer/', '')}#${localId}`,
          title,
          ...(body === '' ? [] : ['|', body]),
          ...covers.map(({ document, id }) => `-> ${document === undefined ? id : `${document}#${id}`}`),
          ...(exempt ? ['exempt'] : []),
        ].join(' '),
      ),
      ...problems.map(({ code, message, unread }) => `${code}${unread ? ' unread' : ''} ${inEnglish(message)}`),
    ],
    notes: notes.map(({ line, why }) => `${line + 1} ${inEnglish(why)}`),
  };
}

const XLSX = 'customer/a.xlsx';

type Case = readonly [what: string, rows: readonly string[], items: readonly string[]];

const TABLES: readonly Case[] = [
  ['IDs and requirements', ['ID|Requirement', 'REQ-1|The kettle shall boil.'], ['a#REQ-1 The kettle shall boil.']],
  [
    'a title and a text, below a legend',
    ['Kettle, version 3', 'ID|Title|Description|Owner', 'REQ-1|Boil|It shall boil soon.|me'],
    ['a#REQ-1 Boil | It shall boil soon.'],
  ],
  [
    'IDs of any shape',
    ['Req ID|Requirement Text', 'SP5|It shall boil.', '3.1.2|It shall whistle.'],
    ['a#SP5 It shall boil.', 'a#3.1.2 It shall whistle.'],
  ],
  ['what is withdrawn', ['ID|Requirement|Status', 'REQ-1|It shall boil.|Rejected'], ['a#REQ-1 It shall boil. exempt']],
  [
    'headings and information',
    ['ID|Text|Type', 'R-1|Boiling|Heading', 'R-2|See above|Information', 'R-3|It shall boil.|Functional'],
    ['a#R-1 Boiling exempt', 'a#R-2 See above exempt', 'a#R-3 It shall boil.'],
  ],
  [
    'parents that are in the file, and no others',
    ['ID|Requirement|Parent', 'R-1|It shall boil.|SYS-9', 'R-2|It shall be hot.|R-1, R-9'],
    ['a#R-1 It shall boil.', 'a#R-2 It shall be hot. -> R-1'],
  ],
  [
    'an ID over several rows, once',
    ['ID|Title|Text', 'R-1|Boil|It shall boil.', '〃|〃|At 100 °C.', 'R-2|〃|It shall stop.'],
    ['a#R-1 Boil | It shall boil. At 100 °C.', 'a#R-2 Boil | It shall stop.'],
  ],
  [
    'an ID twice',
    ['ID|Requirement', 'R-1|It shall boil.', 'R-2|It shall stop.', 'R-3|It shall rest.', 'R-1|It shall whistle.'],
    [
      'a#R-1 It shall boil.',
      'a#R-2 It shall stop.',
      'a#R-3 It shall rest.',
      'duplicate-id R-1 is defined twice in this document. Renumber the second definition',
    ],
  ],
  ['no table of requirements', ['Fruit|Price', 'Apple|3'], []],
  [
    'a formula that nobody computed',
    ['ID|Requirement', 'R-1|It shall boil.', 'R-2|="a"&B2'],
    [
      'a#R-1 It shall boil.',
      'a#R-2 ="a"&B2',
      'skipped-file unread A cell holds a formula without what it gives: save the workbook in a program that computes it',
    ],
  ],
];

const RULE = { files: 'customer/*' };

const RULES: readonly (readonly [what: string, rule: Omit<SheetRule, 'files'>, rows: readonly string[], items: readonly string[]])[] = [
  [
    'columns',
    { id: ['Nummer'], title: ['Thema'], text: ['Inhalt'] },
    ['x', 'Nummer|Thema|Inhalt', 'A 1|Kochen|Es kocht.'],
    ['a#A 1 Kochen | Es kocht.'],
  ],
  ['a prefix', { id: ['No'], text: ['T'], prefix: 'CU' }, ['No|T', '7|It boils.'], ['a#CU7 It boils.']],
  ['parents elsewhere', { covers: ['Up'] }, ['ID|Requirement|Up', 'R-1|It shall boil.|SYS-9'], ['a#R-1 It shall boil. -> SYS-9']],
  [
    'headings',
    { heading: { attribute: 'Level', values: ['H'] } },
    ['ID|Requirement|Level', 'R-1|It shall boil.|H', 'R-2|It shall stop.|'],
    ['a#R-1 It shall boil. exempt', 'a#R-2 It shall stop.'],
  ],
  [
    'a column that is not there',
    { id: ['Nummer'] },
    ['ID|Requirement', 'R-1|It shall boil.'],
    ['skipped-file unread No column is called "Nummer"'],
  ],
  ['nothing to be found', {}, ['a|b'], ['skipped-file unread No table of requirements was found in this file']],
  [
    'a sheet that has no such column',
    { sheets: ['Requirements'], id: ['Nummer'] },
    ['ID'],
    ['skipped-file unread No column is called "Nummer"', 'skipped-file unread No column is called "Nummer"'],
  ],
];

const EXPORTS: readonly (readonly [tool: string, lines: readonly string[], items: readonly string[], attributes?: string])[] = [
  [
    'Jira',
    [
      'Summary,Issue key,Issue id,Issue Type,Status,Parent id,Labels,Labels,Description',
      '"Boil, soon",KET-1,10001,Epic,Done,,hot,water,"It boils.\n\nAt once."',
      'Whistle,KET-2,10002,Story,To Do,10001,,,It whistles.',
      'Elsewhere,KET-3,10003,Story,To Do,99999,,,',
    ],
    ['jira#KET-1 Boil, soon | It boils. At once.', 'jira#KET-2 Whistle | It whistles. -> KET-1', 'jira#KET-3 Elsewhere'],
    'Issue id=10001 Issue Type=Epic Status=Done Labels=hot, water',
  ],
  ['the data pipeline of Jira', ['key;summary;status;description', 'KET-1;Boil;Done;It boils.'], ['jira#KET-1 Boil | It boils.']],
  [
    'Azure DevOps as a tree',
    [
      'ID,Work Item Type,Title 1,Title 2,State,Description',
      '5,Feature,Boil,,Active,<div>It &lt;boils&gt;.<br></div>',
      '6,User Story,,Whistle,New,',
      ',User Story,,Not saved,New,',
      '7,Feature,Rest,,New,',
    ],
    ['jira#5 Boil | It <boils>.', 'jira#6 Whistle -> 5', 'jira#7 Rest'],
    'Work Item Type=Feature State=Active',
  ],
  [
    'Azure DevOps as a list',
    ['sep=;', 'ID;Work Item Type;Title;Parent', '5;Bug;Boil;', '6;Task;Whistle;5'],
    ['jira#5 Boil', 'jira#6 Whistle -> 5'],
  ],
  ['GitHub', ['number,title,body,labels[].name', '12,Boil,"It boils.",hot'], ['jira#12 Boil | It boils.']],
];

// @verifies RT-1.4/AC33
describe('sheets', () => {
  for (const [what, rows, items] of TABLES) it(`are read with ${what}`, () => assert.deepEqual(read(XLSX, sheet(rows)).items, items));

  for (const [what, rule, rows, items] of RULES)
    it(`are read with a rule for ${what}`, () => assert.deepEqual(read(XLSX, sheet(rows), [{ ...RULE, ...rule }]).items, items));

  for (const [tool, lines, items, attributes] of EXPORTS)
    it(`are read as ${tool} exports them`, () => {
      const text = `${lines.join('\n')}\n`;
      assert.deepEqual(
        read('docs/jira.csv', text).items,
        items.map((item) => `docs/${item}`),
      );
      const [first] = createExtractor(DEFAULT_CONFIGURATION).extract('docs/jira.csv', text).requirements;
      if (attributes !== undefined) assert.equal(first?.attributes.map(({ name, value }) => `${name}=${value}`).join(' '), attributes);
    });

  it('give a number its names in code, and the sheet where several have numbers', () => {
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('ado.csv', 'ID,Work Item Type,Title\n5,Bug,Boil\n');
    assert.deepEqual(requirements[0]?.aliases, ['AB-5', 'AB#5']);
    const github = createExtractor(DEFAULT_CONFIGURATION).extract('issues.csv', 'number,title,state\n5,Boil,open\n');
    assert.deepEqual(github.requirements[0]?.aliases, ['GH-5', '#5']);
    const rows = ['ID|Requirement|Parent', '1|It shall boil.|', '2|It shall stop.|1'];
    assert.deepEqual(read(XLSX, `${sheet(rows, 'My kettle')}\n${sheet(rows, 'Pot')}`).items, [
      'a/My-kettle#1 It shall boil.',
      'a/My-kettle#2 It shall stop. -> customer/a/My-kettle#1',
      'a/Pot#1 It shall boil.',
      'a/Pot#2 It shall stop. -> customer/a/Pot#1',
    ]);
  });

  it('are accounted for row by row', () => {
    const text = [
      '[Requirements]\tA\tB\tC (hidden)',
      '1\tKettle',
      '2\tID\tRequirement\tNote',
      '3 (hidden)\tR-1\tIt shall boil.',
      '4\t\tsee above',
      '5\tR-2',
      '6\t〃\tIt shall stop.',
      '',
      '[Old] (hidden)',
      '',
      '[Fruit]\tA',
      '1\tApple',
    ].join('\n');
    assert.deepEqual(
      read(XLSX, text).notes.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
      [
        '2 Above the header of the table',
        '3 Header of a table of requirements',
        '3 Hidden columns, which are read: C',
        '4 A hidden row, which is read',
        '4 Row with the ID R-1: a requirement',
        '5 A row without an ID: not an item',
        '6 A row with an ID and no text: not an item',
        '7 More of R-1, whose ID goes over several rows',
        '9 The sheet Old is hidden, and nothing of it is read',
        '11 No row of this sheet is the header of a table of requirements',
      ],
    );
    assert.deepEqual(read(XLSX, text, [{ ...RULE, sheets: ['Old'] }]).items, [
      'skipped-file unread The sheet Old is hidden, and nothing of it is read',
      'skipped-file unread No table of requirements was found in this file',
    ]);
  });

  it('are known by the names of strictdoc', () => {
    const text = '[S]\tA\tB\tC\n1\tUID\tSTATEMENT\tFLOAT\n2\tA-1\tIt boils.\t1.2\n3\tA-2\tIt hisses.\t4.5\n';
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('customer/a.xlsx', text);
    assert.deepEqual(
      requirements.map(({ localId, title }) => `${localId} ${title}`),
      ['A-1 It boils.', 'A-2 It hisses.'],
    );
  });

  it('are read by name only, unless the configuration names them', () => {
    const { roleOf } = createExtractor({ ...DEFAULT_CONFIGURATION, sheets: [{ files: 'test/data/own.csv' }] });
    const roles = [
      'requirements.xlsx',
      'docs/Kettle SRS v2.xlsx',
      'customer/x.xlsx',
      'docs/Level2Reqs.xlsx',
      'docs/SystemRequirements3.xlsx',
      'jira.csv',
      'prices.xlsx',
      'docs/prospects.xlsx',
      'docs/freqs.xlsx',
      'prices.csv',
      'test/requirements.xlsx',
      'test/data/own.csv',
    ];
    const documents = roles.filter((path) => roleOf(path) === 'document');
    assert.deepEqual(documents, [...roles.slice(0, 6), 'test/data/own.csv']);
  });
});
