import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { readConfiguration } from '../../../../src/formats/configuration/readConfiguration.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { TODAY } from '../../../support/index/build.ts';
import { reqifFile } from '../../../support/notations/reqif.ts';
import type { ReqifSpec } from '../../../support/notations/reqif.ts';

/** Items as `namespace#id title | text`, with what they cover and whether they are exempt; then problems. */
function read(text: string, configuration = DEFAULT_CONFIGURATION): readonly string[] {
  const { requirements, problems } = createExtractor(configuration).extract('customer/a.reqif', text);
  return [
    ...requirements.map(({ namespace = '', localId, shown, title, text: body, covers, exempt }) =>
      [
        `${namespace.replace('customer/', '')}#${localId}`,
        ...(shown === undefined ? [] : [`(${shown})`]),
        title,
        ...(body === '' ? [] : ['|', body]),
        ...covers.map(({ document, id }) => `-> ${document === undefined ? id : `${document}#${id}`}`),
        ...(exempt ? ['exempt'] : []),
      ].join(' '),
    ),
    ...problems.map(({ code, message }) => `${code} ${inEnglish(message)}`),
  ];
}

function attributes(spec: ReqifSpec): readonly string[] {
  const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('customer/a.reqif', reqifFile(spec));
  return requirements.flatMap(({ attributes: all }) => all.map(({ name, value }) => `${name}: ${value}`));
}

const R = (id: string, text: string): ReqifSpec['objects'][number] => ({
  id: `_${id}`,
  attributes: [
    ['ReqIF.ForeignID', id],
    ['ReqIF.Text', text, 'XHTML'],
  ],
});

type Case = readonly [what: string, spec: ReqifSpec, items: readonly string[]];

const OBJECTS: readonly Case[] = [
  ['a text for its title', { objects: [R('R-1', 'It boils. At once.')] }, ['a#R-1 It boils. | It boils. At once.']],
  [
    'a name and a text',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ID', 'R-1'],
            ['Name', 'Boil'],
            ['Description', 'It <x:b>boi</x:b>ls<x:br/>soon', 'XHTML'],
          ],
        },
      ],
    },
    ['a#R-1 Boil | It boils soon'],
  ],
  [
    'nothing of a picture',
    { objects: [R('R-1', 'See <x:object data="a.ole"><x:object data="a.png">OLE</x:object></x:object> here')] },
    ['a#R-1 See here'],
  ],
  [
    'an ID in XHTML',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['Object Id', ' R-1 <x:br/>', 'XHTML'],
            ['Text', 'a'],
          ],
        },
      ],
    },
    ['a#R-1 a'],
  ],
  [
    'a LONG-NAME as title',
    {
      objects: [
        {
          id: '_1',
          name: 'Boil',
          attributes: [
            ['ID', 'R-1'],
            ['Text', 'a'],
          ],
        },
      ],
    },
    ['a#R-1 Boil | a'],
  ],
  [
    'a LONG-NAME that is the ID as none',
    {
      objects: [
        {
          id: '_1',
          name: 'R-1',
          attributes: [
            ['ID', 'R-1'],
            ['Text', 'a'],
          ],
        },
      ],
    },
    ['a#R-1 a'],
  ],
  ['an object without an ID by its IDENTIFIER', { objects: [{ id: 'rmf-5ce', attributes: [['Text', 'a']] }] }, ['a#rmf-5ce (a) a']],
  ['an IDENTIFIER that people gave', { objects: [{ id: 'R001', attributes: [['Text', 'a']] }] }, ['a#R001 a']],
  [
    'the first that has a value',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ReqIF.ForeignID', ''],
            ['ID', 'R-1'],
            ['ReqIF.Text', '', 'XHTML'],
            ['ReqIF.Text', 'a'],
          ],
        },
      ],
    },
    ['a#R-1 a'],
  ],
  [
    'a text that is called otherwise',
    {
      objects: [
        {
          id: '_1',
          name: 'N',
          attributes: [
            ['ID', 'R-1'],
            ['FUNC-REQ-TXT', 'a'],
          ],
        },
      ],
    },
    ['a#R-1 N | a'],
  ],
  ['what its definition gives', { objects: [{ id: '_1', attributes: [['ID', 'R-1']] }], presets: { Text: 'a' } }, ['a#R-1 a']],
  [
    'texts of StrictDoc',
    {
      tool: 'strictdoc',
      objects: [
        {
          id: '_1',
          attributes: [
            ['ReqIF.ForeignID', 'R-1'],
            ['ReqIF.Text', 'Gr\\xf6\\xdfe \\u2264 5\\n\\\\'],
          ],
        },
      ],
    },
    ['a#R-1 Größe ≤ 5 \\ | Größe ≤ 5 \\'.replace(' | Größe ≤ 5 \\', '')],
  ],
  ['a path of other tools as it is', { objects: [R('R-1', 'C:\\users\\xf6')] }, ['a#R-1 C:\\users\\xf6']],
];

const KINDS: readonly Case[] = [
  [
    'headings and information by their types',
    {
      objects: [
        { ...R('R-1', 'a'), type: 'Heading' },
        { ...R('R-2', 'b'), type: 'SECTION' },
        { ...R('R-3', 'c'), type: 'Information' },
        { ...R('R-4', 'd'), type: 'TEXT' },
        { ...R('R-5', 'e'), type: 'System Requirement' },
      ],
    },
    ['a#R-1 a exempt', 'a#R-2 b exempt', 'a#R-3 c exempt', 'a#R-4 d exempt', 'a#R-5 e'],
  ],
  [
    'a heading by an enumeration',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ID', 'R-1'],
            ['Text', 'a'],
            ['Object Type', 'Header', 'ENUMERATION'],
          ],
        },
      ],
    },
    ['a#R-1 a exempt'],
  ],
  [
    'none by a word that somebody typed',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ID', 'R-1'],
            ['Text', 'a'],
            ['Object Type', 'Header'],
          ],
        },
      ],
    },
    ['a#R-1 a'],
  ],
  [
    'a chapter without a text as a heading',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ID', 'R-1'],
            ['ReqIF.ChapterName', 'C', 'XHTML'],
          ],
        },
        R('R-2', 'a'),
      ],
    },
    ['a#R-1 C exempt', 'a#R-2 a'],
  ],
  [
    'a chapter on every object as its title',
    {
      objects: [
        {
          id: '_1',
          attributes: [
            ['ID', 'R-1'],
            ['ReqIF.ChapterName', 'C'],
          ],
        },
        {
          id: '_2',
          attributes: [
            ['ID', 'R-2'],
            ['ReqIF.ChapterName', 'D'],
            ['ReqIF.Text', 'a', 'XHTML'],
          ],
        },
      ],
    },
    ['a#R-1 C', 'a#R-2 D | a'],
  ],
  [
    'nothing of one that was deleted',
    {
      objects: [
        R('R-1', 'a'),
        {
          id: '_2',
          attributes: [
            ['ID', 'R-2'],
            ['Text', 'b'],
            ['ReqIF.ForeignDeleted', 'true', 'BOOLEAN'],
          ],
        },
      ],
    },
    ['a#R-1 a'],
  ],
  ['nothing of one without a text', { objects: [R('R-1', 'a'), R('R-2', '')] }, ['a#R-1 a']],
  [
    'one of a type in which nobody knows a text',
    {
      objects: [
        {
          id: '_1',
          type: 'T',
          attributes: [
            ['ID', 'R-1'],
            ['Weight', '3'],
          ],
        },
      ],
    },
    ['a#R-1 R-1'],
  ],
  [
    'nothing outside of specifications',
    { objects: [R('R-1', 'a'), R('R-2', 'b')], specifications: [{ name: 'S', objects: ['_R-1', '_gone'] }] },
    ['a#R-1 a'],
  ],
  ['everything where there are none', { objects: [R('R-1', 'a')], specifications: [] }, ['a#R-1 a']],
];

const PLACES: readonly Case[] = [
  [
    'numbers behind the prefix of their specification',
    { objects: [R('5', 'a')], specifications: [{ name: 'S', prefix: 'SP', objects: ['_5'] }] },
    ['a#SP5 a'],
  ],
  [
    'numbers of two specifications as two items',
    {
      objects: [R('5', 'a'), { ...R('5', 'b'), id: '_6' }],
      specifications: [
        { name: 'Sys Req', objects: ['_5'] },
        { name: 'T', objects: ['_6'] },
      ],
    },
    ['a/Sys-Req#5 a', 'a/T#5 b'],
  ],
  [
    'an IDENTIFIER that two have, of which only the second is read, and says so',
    {
      objects: [
        { ...R('R-1', 'a'), id: '_1' },
        { ...R('R-2', 'b'), id: '_1' },
      ],
    },
    ['a#R-2 b', 'duplicate-id _1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'one object that is written twice with other signs, once',
    {
      objects: [
        { ...R('R-1', 'a [1]'), id: '_1' },
        { ...R('R-1', 'a &#91;1&#x5d;'), id: '_1' },
      ],
    },
    ['a#R-1 a [1]'],
  ],
  [
    'one object that is written twice, once',
    {
      objects: [
        { ...R('R-1', 'a'), id: '_1' },
        { ...R('R-1', 'a'), id: '_1' },
      ],
    },
    ['a#R-1 a'],
  ],
  [
    'an ID that two have, with the second by its IDENTIFIER',
    { objects: [R('R-1', 'a'), { ...R('R-1', 'b'), id: '_2' }] },
    ['a#R-1 a', 'a#_2 (b) b', 'duplicate-id R-1 is defined twice in this document. Renumber the second definition'],
  ],
];

const RELATIONS: readonly (readonly [name: string, items: readonly string[]])[] = [
  ['satisfies', ['a#R-1 a -> R-2', 'a#R-2 b']],
  ['fulfills', ['a#R-1 a -> R-2', 'a#R-2 b']],
  ['Parent', ['a#R-1 a -> R-2', 'a#R-2 b']],
  ['Derived From', ['a#R-1 a -> R-2', 'a#R-2 b']],
  ['Verified By', ['a#R-1 a', 'a#R-2 b -> R-1']],
  ['is refined by', ['a#R-1 a', 'a#R-2 b -> R-1']],
  ['Child', ['a#R-1 a', 'a#R-2 b -> R-1']],
  ['Linked To', ['a#R-1 a', 'a#R-2 b']],
  ['ManuellLink', ['a#R-1 a', 'a#R-2 b']],
  ['is branched from', ['a#R-1 a', 'a#R-2 b']],
];

// @verifies RT-1.4/AC31
describe('ReqIF', () => {
  for (const [what, spec, items] of [...OBJECTS, ...KINDS, ...PLACES])
    it(`reads ${what}`, () => assert.deepEqual(read(reqifFile(spec)), items));

  for (const [name, items] of RELATIONS)
    it(`reads a relation "${name}"`, () => {
      assert.deepEqual(read(reqifFile({ objects: [R('R-1', 'a'), R('R-2', 'b')], relations: [['_R-1', name, '_R-2']] })), items);
    });

  it('says nothing of a relation that leads out of the file, and shows one that does not count', () => {
    const objects = [R('R-1', 'a')];
    assert.deepEqual(read(reqifFile({ objects, relations: [['_R-1', 'satisfies', '_gone']] })), ['a#R-1 a']);
    assert.deepEqual(attributes({ objects: [R('R-1', 'a'), R('R-2', 'b')], relations: [['_R-1', 'Linked To', '_R-2']] }), [
      'type: Object',
      'Linked To: R-2',
      'type: Object',
    ]);
  });

  it('says of attributes what the file does not tell: a word that it lacks, and a name', () => {
    const unread = (text: string) =>
      createExtractor(DEFAULT_CONFIGURATION)
        .extract('a.reqif', text)
        .requirements.flatMap(({ attributes: all }) => all.map(({ name, unread: what }) => `${name} ${what ?? ''}`.trim()));
    const object = {
      id: '_1',
      attributes: [
        ['Text', 'a'],
        ['Status', '_word', 'ENUMERATION'],
      ],
    } as const;
    const whole = reqifFile({ objects: [object] });
    const words = '<DATATYPES><ENUM-VALUE IDENTIFIER="_word" LONG-NAME="Approved"/></DATATYPES>';
    assert.deepEqual(unread(whole), ['type', 'Status value']);
    assert.deepEqual(unread(whole.replace('<SPEC-TYPES>', `${words}<SPEC-TYPES>`)), ['type', 'Status']);
    assert.deepEqual(unread(whole.replaceAll(/<SPEC-ATTRIBUTES>.*<\/SPEC-ATTRIBUTES>/gu, '')), ['type', 'Status name']);
  });

  it('keeps types and words apart that bodies of one archive give one IDENTIFIER', () => {
    const body = (name: string, word: string, id: string): string =>
      `<?xml version="1.0"?>\n<REQ-IF><DATATYPES><ENUM-VALUE IDENTIFIER="_w" LONG-NAME="${word}"/></DATATYPES>` +
      `<SPEC-OBJECT-TYPE IDENTIFIER="_t" LONG-NAME="T"><ATTRIBUTE-DEFINITION-STRING IDENTIFIER="_d" LONG-NAME="${name}"/>` +
      '<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="_s" LONG-NAME="Status"/></SPEC-OBJECT-TYPE>' +
      `<SPEC-OBJECT IDENTIFIER="${id}"><TYPE><SPEC-OBJECT-TYPE-REF>_t</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>` +
      '<ATTRIBUTE-VALUE-STRING THE-VALUE="It boils"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>_d</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>' +
      '<ATTRIBUTE-VALUE-ENUMERATION><DEFINITION><ATTRIBUTE-DEFINITION-ENUMERATION-REF>_s</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION>' +
      '<VALUES><ENUM-VALUE-REF>_w</ENUM-VALUE-REF></VALUES></ATTRIBUTE-VALUE-ENUMERATION></VALUES></SPEC-OBJECT></REQ-IF>\n';
    const text = `${body('ReqIF.Text', 'Draft', 'R-1')}${body('Vendor', 'Done', 'R-2')}`;
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('a.reqif', text);
    assert.deepEqual(
      requirements.map(({ title, attributes: all }) => [title, ...all.map(({ name, value }) => `${name}: ${value}`)]),
      [
        ['It boils', 'type: T', 'Status: Draft'],
        ['R-2', 'type: T', 'Vendor: It boils', 'Status: Done'],
      ],
    );
  });

  it('reads any prefix, no namespace, values as elements, lines that are one, and what else a definition is called', () => {
    const odd =
      '<r:REQ-IF><r:SPEC-TYPES><r:SPEC-OBJECT-TYPE IDENTIFIER="t"><ATTRIBUTE-DEFINITION-STRING IDENTIFIER="d"/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="e"/></r:SPEC-OBJECT-TYPE></r:SPEC-TYPES>' +
      '<SPEC-OBJECT IDENTIFIER="R001"><TYPE><SPEC-OBJECT-TYPE-REF>t</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>' +
      '<ATTRIBUTE-VALUE-STRING><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>d</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION><THE-VALUE>12</THE-VALUE></ATTRIBUTE-VALUE-STRING>' +
      '<ATTRIBUTE-VALUE-XHTML><THE-VALUE><p>It boils</p><p>soon</p></THE-VALUE><DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>e</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION></ATTRIBUTE-VALUE-XHTML>' +
      '</VALUES></SPEC-OBJECT><TOOL-EXTENSIONS>' +
      '<q:ATTRIBUTE-DEFINITION-EXTENSION><ATTRIBUTE-DEFINITION-STRING-REF>d</ATTRIBUTE-DEFINITION-STRING-REF><q:SAME-AS>http://jazz.net/ns/rm/doors/attribute#absoluteNumber</q:SAME-AS></q:ATTRIBUTE-DEFINITION-EXTENSION>' +
      '<q:ATTRIBUTE-DEFINITION-EXTENSION><ATTRIBUTE-DEFINITION-XHTML-REF>e</ATTRIBUTE-DEFINITION-XHTML-REF><q:SAME-AS>http://jazz.net/ns/rm#primaryText</q:SAME-AS></q:ATTRIBUTE-DEFINITION-EXTENSION>' +
      '</TOOL-EXTENSIONS></r:REQ-IF>';
    assert.deepEqual(read(odd), ['a#12 It boils soon']);
  });

  it('says what it cannot read, and decides no gate over it', () => {
    const text = reqifFile({ objects: [R('R-1', 'a'), R('R-2', 'b')] });
    const cut = text.slice(0, text.indexOf('</SPEC-OBJECTS>'));
    const facts = createExtractor(DEFAULT_CONFIGURATION).extract('customer/a.reqif', cut);
    assert.deepEqual(
      facts.problems.map(({ code, unread, range, message }) => [code, unread, range.start.line, inEnglish(message).slice(0, 36)]),
      [['skipped-file', true, 8, 'What is behind this line is not read']],
    );
    assert.equal(facts.requirements.length, 1);
    assert.deepEqual(read(`<!-- from a tool -->\n${text}`), ['a#R-1 a', 'a#R-2 b']);
    assert.deepEqual(read('<html/>'), ['skipped-file This is not a file of ReqIF: it has no element REQ-IF']);
    const latin = text.replace('UTF-8', 'ISO-8859-1').replace('>a<', '>\uFFFD<');
    assert.match(read(latin).join('\n'), /skipped-file This file is in ISO-8859-1/u);
  });

  it('reads files by the rules of reqtrace.yaml', () => {
    const rules = `reqif:
  - files: customer/*.reqif
    id: [Nr]
    title: [Kopf]
    text: [Satz]
    heading: { attribute: Art, values: [H] }
    information: { attribute: Art, values: [I] }
    prefix: CU
    relations: { Bezug: covers }
`;
    const { configuration } = readConfiguration('reqtrace.yaml', rules);
    assert.ok(configuration);
    const object = (id: string, art: string): ReqifSpec['objects'][number] => ({
      id: `_${id}`,
      attributes: [
        ['Nr', id],
        ['Kopf', `T${id}`],
        ['Satz', `S${id}`],
        ['Art', art],
        ['ID', 'wrong'],
        ['Text', 'wrong'],
      ],
    });
    const text = reqifFile({ objects: [object('1', 'H'), object('2', 'I'), object('3', 'A')], relations: [['_3', 'Bezug', '_1']] });
    assert.deepEqual(read(text, configuration), ['a#CU1 T1 | S1 exempt', 'a#CU2 T2 | S2 exempt', 'a#CU3 T3 | S3 -> CU1']);
  });

  for (const [rules, message] of [
    ['reqif:\n  - id: [Nr]\n', '"reqif[0]" needs files, such as customer/*.reqif'],
    [
      'reqif:\n  - { files: "a/*.reqif", heading: { attribute: Art } }\n',
      '"reqif[0].heading" needs an attribute and values, such as { attribute: Type, values: [Heading] }',
    ],
    [
      'reqif:\n  - { files: "a/*.reqif", relations: { x: below } }\n',
      '"reqif[0].relations.x" must be covers, covered or other, not "below"',
    ],
  ] as const)
    it(`refuses ${JSON.stringify(rules)}`, () => {
      const { configuration, facts } = readConfiguration('reqtrace.yaml', rules);
      assert.deepEqual([configuration, facts.problems.map((problem) => inEnglish(problem.message))], [undefined, [message]]);
    });

  it('accounts for every object and every relation', () => {
    const why: string[] = [];
    const objects: ReqifSpec['objects'] = [
      {
        id: '_1',
        attributes: [
          ['ID', 'R-1'],
          ['ReqIF.ChapterName', 'C', 'XHTML'],
        ],
      },
      R('R-2', 'a'),
      { ...R('R-3', 'b'), type: 'Prose' },
      {
        id: '_4',
        attributes: [
          ['ID', 'R-4'],
          ['ReqIF.ForeignDeleted', '1', 'BOOLEAN'],
        ],
      },
      R('R-5', ''),
      R('R-6', 'c'),
    ];
    const text = reqifFile({
      objects,
      relations: [
        ['_R-2', 'satisfies', '_R-3'],
        ['_R-2', 'x', '_R-3'],
        ['_R-2', 'satisfies', '_4'],
      ],
      specifications: [{ name: 'S', objects: ['_1', '_R-2', '_R-3', '_4', '_R-5'] }],
    });
    createExtractor(DEFAULT_CONFIGURATION).extract('customer/a.reqif', text, ({ line, why: note }) =>
      why.push(`${line + 1} ${inEnglish(note)}`),
    );
    assert.deepEqual(
      why.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
      [
        '10 Object R-1: a heading, which needs nothing',
        '11 Object R-2: a requirement',
        '12 Object R-3: information, which needs nothing',
        '13 Object R-4 was deleted in its tool: not an item',
        '14 Object R-5 has neither a title nor a text: not an item',
        '15 Object R-6 is in none of the specifications: not an item',
        '17 R-2 covers R-3',
        '18 A relation "x", which is shown and does not count',
        '19 A relation, an end of which is not an item of this file',
      ],
    );
  });

  it('is named in code by its ID, with a hyphen where it has none, or behind its file, and in itself by IDENTIFIERs', () => {
    const extractor = createExtractor(DEFAULT_CONFIGURATION);
    const view = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY });
    const files = {
      'customer/a.reqif': reqifFile({
        objects: [R('5', 'a'), R('6', 'b'), R('R-7', 'c')],
        relations: [['_5', 'satisfies', '_6']],
        specifications: [{ name: 'S', prefix: 'SP', objects: ['_5', '_6', '_R-7'] }],
      }),
      'src/a.c': '// @implements SP-5\n// @implements a#SP-6\n// @implements a#6\n// @implements R-7\nvoid f() {}\n',
    };
    view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
    const found = (path: string): readonly string[] =>
      view
        .referencesIn(path)
        .filter(({ use }) => use !== 'definition')
        .map(({ reference, resolution }) => `${reference.text} ${resolution.kind === 'item' ? resolution.item.key : resolution.kind}`);
    assert.deepEqual(found('src/a.c'), ['SP-5 customer/a#SP5', 'a#SP-6 customer/a#SP6', 'a#6 customer/a#SP6', 'R-7 customer/a#R-7']);
    assert.deepEqual(found('customer/a.reqif'), [
      '_6 customer/a#SP6',
      '_5 customer/a#SP5',
      '_5 customer/a#SP5',
      '_6 customer/a#SP6',
      '_R-7 customer/a#R-7',
    ]);
  });
});
