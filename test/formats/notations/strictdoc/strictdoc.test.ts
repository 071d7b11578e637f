import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { notationOf } from '../../../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { TODAY } from '../../../support/index/build.ts';

function read(path: string, text: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

type Case = readonly [what: string, text: string, facts: readonly string[]];

/** What StrictDoc has of a text in Markdown; what the house mentions besides is left out. */
const MARKDOWN: readonly Case[] = [
  ['a node with prose', '# A\n\n## Boil\n\n**UID**: A-1\n\nIt boils.\n', ['3 requirement A-1 Boil']],
  [
    'one with a statement',
    '## Boil\n\n**UID**: `A-1` \\\n**Status**: Active\n\n**Statement**: It boils.\n\n**Rationale**: Tea.\n',
    ['1 requirement A-1 Boil', '4 attribute STATUS: Active'],
  ],
  ['one without a title', '##\n\n**UID**: A-1\n\nIt boils.\n', ['3 requirement A-1 It boils.']],
  ['one far below', '####### Boil\n\n**UID**: A-1\n\nIt boils.\n', ['1 requirement A-1 Boil']],
  [
    'what is deleted as exempt',
    '## Boil\n\n**UID**: A-1 \\\n**Status**: Deleted\n\nIt boils.\n',
    ['1 requirement A-1 Boil (exempt)', '4 attribute STATUS: Deleted'],
  ],
  ['no section', '## Boil\n\n**UID**: A-1\n\n### Whistle\n\nIt whistles.\n', ['nothing']],
  ['no document', '# Boil\n\n**UID**: A-1\n\nIt boils.\n', ['nothing']],
  ['no text', '## Boil\n\n**Type**: TEXT \\\n**UID**: A-1\n\nIt boils.\n', ['nothing']],
  ['nothing in a fence', '## Boil\n\n```\n## B\n\n**UID**: A-1\n\nIt boils.\n```\n', ['nothing']],
  ['nothing in a comment', '<!--\n## Boil\n\n**UID**: A-1\n\nIt boils.\n-->\n', ['nothing']],
  ['nothing behind other text', '## Boil\n\nText.\n\n**UID**: A-1\n\nIt boils.\n', ['nothing']],
  [
    'a UID once',
    '## A\n\n**UID**: A-1\n\nX.\n\n## B\n\n**UID**: A-1\n\nY.\n',
    ['1 requirement A-1 A', '9 duplicate-id A-1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'nodes without headings in a section',
    '## Boil\n\n**Type**: SECTION\n\n**Type**: REQUIREMENT \\\n**UID**: A-1\n\nIt boils.\n\n**Type**: FEATURE \\\n**UID**: A-2\n\nIt sings.\n',
    ['6 requirement A-1 It boils.', '11 requirement A-2 It sings.'],
  ],
  [
    'a parent and a file',
    '## Boil\n\n**UID**: A-2 \\\n**Relations**:\n- **Type**: Parent \\\n  **ID**: A-1 \\\n  **Role**: Refines\n- **Type**: File \\\n  **Path**: src/a.c\n\nIt boils.\n',
    ['1 requirement A-2 Boil', '6 covers A-1', '9 attribute File: src/a.c'],
  ],
];

const NODES: readonly Case[] = [
  ['a requirement', '[REQUIREMENT]\nUID: A-1\nTITLE: Boil\nSTATEMENT: It boils.\n', ['3 requirement docs/a#A-1 Boil']],
  ['one by its statement', '[REQUIREMENT]\r\nUID: A-1\r\nSTATEMENT: >>>\r\nIt boils.\r\n<<<\r\n', ['2 requirement docs/a#A-1 It boils.']],
  ['a type of its own', '[TEST_SPEC]\nUID: T 1.2/(a)\n', ['2 requirement docs/a#T 1.2/(a) T 1.2/(a)']],
  [
    'a node with nodes in it',
    '[[REQUIREMENT]]\nUID: A-1\n\n[REQUIREMENT]\nUID: A-2\n\n[[/REQUIREMENT]]\n',
    ['2 requirement docs/a#A-1 A-1', '5 requirement docs/a#A-2 A-2'],
  ],
  [
    'no section, text or document',
    '[DOCUMENT]\nUID: D\n\n[[SECTION]]\nUID: S\n\n[TEXT]\nUID: T\nSTATEMENT: Text.\n\n[[/SECTION]]\n',
    ['nothing'],
  ],
  ['no field of a grammar', '[GRAMMAR]\nELEMENTS:\n- TAG: REQUIREMENT\n  FIELDS:\n  - TITLE: UID\n    TYPE: String\n', ['nothing']],
  ['nothing in a text', '[TEXT]\nSTATEMENT: >>>\n[REQUIREMENT]\nUID: A-1\n<<<\n', ['nothing']],
  ['nothing in an old free text', '[FREETEXT]\n[REQUIREMENT]\nUID: A-1\n[/FREETEXT]\n', ['nothing']],
  [
    'a parent, a child and a file',
    '[REQUIREMENT]\nUID: A-2\nRELATIONS:\n- TYPE: Parent\n  VALUE: A-1\n  ROLE: Refines\n- TYPE: Child\n  VALUE: A-3\n- TYPE: File\n  VALUE: src/a.c\n',
    ['2 requirement docs/a#A-2 A-2', '5 covers A-1', '8 mentions A-3', '10 attribute File: src/a.c'],
  ],
  [
    'what is deleted as exempt',
    '[REQUIREMENT]\nUID: A-1\nSTATUS: Deleted\n',
    ['2 requirement docs/a#A-1 A-1 (exempt)', '3 attribute STATUS: Deleted'],
  ],
  [
    'a UID once',
    '[REQUIREMENT]\nUID: A-1\n\n[REQUIREMENT]\nUID: A-1\n',
    ['2 requirement docs/a#A-1 A-1', '5 duplicate-id A-1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'none without a UID',
    '[REQUIREMENT]\nSTATEMENT: It boils.\n',
    ['1 near-miss This REQUIREMENT has no UID, so nothing can refer to it. Write "UID: REQ-1" below it'],
  ],
  [
    'none with a UID that cannot be one',
    '[REQUIREMENT]\nUID: -\n',
    ['2 near-miss "-" is not a valid UID. Write letters, digits and hyphens, such as REQ-1'],
  ],
  [
    'nothing below a text without an end',
    '[REQUIREMENT]\nUID: A-1\nSTATEMENT: >>>\nIt boils.\n\n[REQUIREMENT]\nUID: A-2\n',
    [
      '2 requirement docs/a#A-1 It boils. [REQUIREMENT] UID: A-2',
      '3 malformed-annotation The text of STATEMENT has no end, so nothing below it is read. Write "<<<" on a line of its own',
    ],
  ],
];

const UNREADABLE = 'malformed-annotation This marker cannot be read. Write it like "@relation(REQ-1, REQ-2, scope=function)"';
const COMMENTS: readonly Case[] = [
  ['a function', '# @relation(A-1, scope=function)\ndef boil():\n    pass\n', ['1 implements A-1 boil()']],
  ['several', '# @relation(A-1, A-2, scope=function)\ndef boil():\n    pass\n', ['1 implements A-1 boil()', '1 implements A-2 boil()']],
  ['braces', '# @relation{A-1, scope=line}\n', ['1 implements A-1']],
  [
    'no scope, as nothing',
    '# @relation(A-1)\n# @relation(posts)\n',
    ['1 malformed-annotation This marker cannot be read. Write it like "@relation(REQ-1, REQ-2, scope=function)"', '1 mentions A-1'],
  ],
  ['a role', '# @relation(A-1, scope=line, role=Verification)\n', ['1 verifies A-1']],
  ['a file', '"""\n@relation(A-1, scope=file)\n"""\ndef boil():\n    pass\n', ['2 implements A-1']],
  ['a documentation string', 'def boil():\n    """\n    @relation(A-1, scope=function)\n    """\n', ['3 implements A-1 boil()']],
  ['several lines', '"""\n@relation(\n  A-1,\n  A-2,\n  scope=file\n)\n"""\n', ['3 implements A-1', '4 implements A-2']],
  ['lines of comments', '# @relation(A-1,\n#     A-2, scope=line)\n', ['1 implements A-1', '2 implements A-2']],
  ['a range', '# @relation(A-1, scope=range_start)\nx = 1\n# @relation(A-1, scope=range_end)\n', ['1 implements A-1', '3 mentions A-1']],
  [
    'nothing that is skipped',
    '# @relation(skip, scope=range_start)\n# @relation(A-1, scope=line)\n# @relation(skip, scope=range_end)\n# @relation(A-2, scope=line)\n',
    ['2 mentions A-1', '4 implements A-2'],
  ],
  ['no string', 'a = "@relation(XYZ, scope=line)"\n', ['nothing']],
  ['no word within a line', '# Written as @relation(XYZ, scope=line)\n', ['nothing']],
  ['no example', '# ```\n# @relation(XYZ, scope=line)\n# ```\n', ['nothing']],
  ['what cannot be read', '# @relation(XYZ , scope=line)\n', [`1 ${UNREADABLE}`]],
  ['a scope that is none', '# @relation(XYZ, scope=module)\n', [`1 ${UNREADABLE}`]],
  [
    'no relation of another tool',
    '# @relation(fields: [authorId], references: [id])\n# @relation("Friends")\n# @relation()\n',
    ['nothing'],
  ],
];

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

// @verifies RT-1.4/AC21~0b4893
describe('strictdoc', () => {
  for (const [what, text, expected] of NODES) it(`reads ${what}`, () => assert.deepEqual(read('docs/a.sdoc', text), expected));
  for (const [what, text, expected] of MARKDOWN)
    it(`reads in Markdown ${what}`, () => {
      const found = read('docs/a.md', text).filter((line) => !line.includes(' mentions '));
      assert.deepEqual(found.length === 0 ? ['nothing'] : found, expected);
    });

  it('needs no scope in Rust', () => assert.deepEqual(read('src/a.rs', '/// @relation(A-1)\nfn f() {}\n'), ['1 implements A-1 f()']));

  it('is not mentioned where it is defined and covered in Markdown', () => {
    const text = '## Boil\n\n**UID**: REQ-2 \\\n**Relations**:\n- **Type**: Parent \\\n  **ID**: REQ-1\n\nIt boils, see REQ-3.\n';
    assert.deepEqual(read('docs/a.md', text), ['1 requirement REQ-2 Boil', '6 covers REQ-1', '8 mentions REQ-3']);
  });

  it('reads nothing of a grammar', () => {
    assert.deepEqual(read('docs/a.gra.md', '# G\n\n## A-1: Boil\n\n**UID**: A-1\n\nIt boils.\n'), ['nothing']);
    assert.deepEqual(read('docs/a.sgra', '[GRAMMAR]\nELEMENTS:\n- TAG: REQUIREMENT\n'), ['nothing']);
  });
  for (const [what, text, expected] of COMMENTS) it(`has a marker for ${what}`, () => assert.deepEqual(read('src/a.py', text), expected));

  const SPEC = '[REQUIREMENT]\nUID: A-1\n';
  const CODE = '# @relation(A-1, scope=function)\ndef boil():\n    pass\n';
  const TEST = '# @relation(A-1, scope=function)\ndef test_boils():\n    pass\n';
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, status: string, codes: readonly string[]])[] = [
    ['is met by code and a test', { 'src/a.py': CODE, 'test/test_a.py': TEST }, 'met', []],
    ['is partial by code alone', { 'src/a.py': CODE }, 'partial', []],
    ['is not met by a UID that nothing defines', { 'src/a.py': '# @relation(A-2, scope=line)\n' }, 'unmet', ['unknown-reference']],
    ['is met by words of everybody', { 'src/a.py': '# @implements A-1\ndef boil():\n    pass\n', 'test/test_a.py': TEST }, 'met', []],
  ];
  for (const [what, files, status, codes] of cases)
    it(`has an item that ${what}`, () => {
      const index = indexOf({ 'docs/a.sdoc': SPEC, ...files });
      assert.equal(index.coverage('docs/a#A-1').status, status);
      assert.deepEqual(
        index.findings('src/a.py').map((finding) => finding.code),
        codes,
      );
    });

  it('is silent where it has no node', () => {
    const index = indexOf({ 'docs/a.md': '# REQ-1: Pay\n', 'src/a.py': '# @relation(posts)\nx = 1\n' });
    assert.deepEqual(index.findings('src/a.py'), []);
  });

  it('is written in its own words', () => {
    const index = indexOf({ 'docs/a.sdoc': SPEC });
    const item = index.item('docs/a#A-1');
    assert.ok(item);
    assert.equal(notationOf(NOTATIONS, item)?.write?.annotation?.('verifies', 'docs/a#A-1', item), '@relation(A-1, scope=function)');
  });
});
