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

const RST: readonly Case[] = [
  [
    'a need',
    '.. req:: Boil\n   :id: REQ_001\n   :status: open\n\n   It boils.\n',
    ['1 requirement REQ_001 Boil', '3 attribute status: open'],
  ],
  [
    'one of a type of its own',
    '.. swarch:: Coil\r\n   :status: open\r\n   :id: SWARCH_1\r\n',
    ['1 requirement SWARCH_1 Coil', '2 attribute status: open'],
  ],
  ['one without a title', '.. spec::\n   :id: s_1\n\n   It **boils**.\n', ['1 requirement s_1 It **boils**.']],
  [
    'one within another',
    '.. req:: A\n   :id: REQ_1\n\n   .. spec:: B\n      :id: SPEC_1\n',
    ['1 requirement REQ_1 A', '4 requirement SPEC_1 B'],
  ],
  [
    'links with parts and conditions',
    '.. spec:: A\n   :id: SPEC_1\n   :links: REQ_1; REQ_2[status=="open"], REQ_3.1\n',
    ['1 requirement SPEC_1 A', '3 covers REQ_1', '3 covers REQ_2', '3 covers REQ_3'],
  ],
  ['no link that a function makes', '.. spec:: A\n   :id: SPEC_1\n   :links: [[copy("id", "REQ_1")]]\n', ['1 requirement SPEC_1 A']],
  [
    'what is rejected as exempt',
    '.. req:: A\n   :id: REQ_1\n   :status: rejected\n',
    ['1 requirement REQ_1 A (exempt)', '3 attribute status: rejected'],
  ],
  [
    'roles',
    '.. req:: A\n   :id: REQ_1\n\nSee :need:`REQ_1.2` and :need:`that <REQ_1>`.\n',
    ['1 requirement REQ_1 A', '4 mentions REQ_1', '4 mentions REQ_1'],
  ],
  [
    'an id once',
    '.. req:: A\n   :id: REQ_1\n\n.. req:: B\n   :id: REQ_1\n',
    ['1 requirement REQ_1 A', '5 duplicate-id REQ_1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'none without an id',
    '.. req:: A\n   :status: open\n',
    ['1 near-miss This req has no ID of its own, so nothing can refer to it surely. Write ":id: REQ_001" below it'],
  ],
  ['none in code', '.. code-block:: rst\n\n   .. req:: A\n      :id: REQ_1\n', []],
  ['none in a literal block', 'Write this::\n\n   .. req:: A\n      :id: REQ_1\n', []],
  ['none in a comment', '..\n   .. req:: A\n      :id: REQ_1\n', []],
  ['no directive of another extension', '.. card:: A\n   :id: first-card\n\n.. needimport:: x.json\n   :id: ABC_1\n', []],
  ['nothing that is deleted', '.. req:: A\n   :id: REQ_1\n   :delete: true\n', []],
  ['a filter of needs', '.. req:: A\n   :id: REQ_1\n\n.. needtable::\n   :filter: id == "REQ_2"\n', ['1 requirement REQ_1 A']],
];

const MYST: readonly Case[] = [
  ['a need', '```{req} Boil\n:id: REQ_001\n:status: open\n\nIt boils.\n```\n', ['1 requirement REQ_001 Boil', '3 attribute status: open']],
  ['one behind colons', '# Kettle\n\n:::{spec} Boil\n:id: SPEC_1\n:::\n', ['3 requirement SPEC_1 Boil']],
  [
    'a block of YAML',
    '```{req} Boil\n---\nid: REQ_001\nstatus: open\n---\nIt boils.\n```\n',
    ['1 requirement REQ_001 Boil', '4 attribute status: open'],
  ],
  ['several', '```{req} A\n:id: REQ_1\n```\n\n:::{req} B\n---\nid: REQ_2\n---\n:::\n', ['1 requirement REQ_1 A', '5 requirement REQ_2 B']],
  [
    'one within another',
    '````{req} A\n:id: REQ_1\n\n```{spec} B\n:id: SPEC_1\n```\n````\n',
    ['1 requirement REQ_1 A', '4 requirement SPEC_1 B'],
  ],
  ['no example', '````md\n```{req} Boil\n:id: REQ_001\n```\n````\n', ['nothing']],
];

const CODE: readonly Case[] = [
  ['a function', '# @need-ids: REQ_1, REQ_2\ndef boil():\n    pass\n', ['1 implements REQ_1 boil()', '1 implements REQ_2 boil()']],
  ['nothing of a string', "a = '# @need-ids: REQ_1'\n", ['nothing']],
  ['nothing within a sentence', '# Write @need-ids: REQ_1\n', ['nothing']],
];

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

// @verifies RT-1.4/AC24~07a59f
describe('needs', () => {
  for (const [what, text, expected] of RST)
    it(`reads ${what}`, () =>
      assert.deepEqual(
        read('docs/a.rst', text).filter((line) => !line.startsWith('document ')),
        expected,
      ));
  for (const [what, text, expected] of MYST) it(`reads ${what} in Markdown`, () => assert.deepEqual(read('docs/a.md', text), expected));
  for (const [what, text, expected] of CODE) it(`has a mark of ${what}`, () => assert.deepEqual(read('src/a.py', text), expected));

  const MARK = '# @need-ids: REQ_1\ndef boil():\n    pass\n';
  it('has a need that is met by code and a test, and says what nothing defines', () => {
    const index = indexOf({
      'docs/a.rst': '.. req:: A\n   :id: REQ_1\n',
      'src/a.py': `${MARK}# @need-ids: REQ_9\nx = 1\n`,
      'test/test_a.py': MARK.replace('boil', 'test_boil'),
    });
    assert.equal(index.coverage('docs/a#REQ_1').status, 'met');
    assert.deepEqual(
      index.findings('src/a.py').map(({ code }) => code),
      ['unknown-reference'],
    );
    const item = index.item('docs/a#REQ_1');
    assert.ok(item);
    assert.equal(notationOf(NOTATIONS, item)?.write?.annotation?.('verifies', 'REQ_1', item), '@need-ids: REQ_1');
  });

  it('takes time in proportion to the text', () => {
    for (const part of [
      '```{req} A\n:id: REQ_1\n',
      '````{req} A\n:id: REQ_1\n```\n',
      '.. req:: A\n   :id: REQ_1\n',
      ' .. x\n',
      ':links: [[',
      ':need:`<',
    ])
      for (const path of ['docs/a.md', 'docs/a.rst'])
        read(path, `\`\`\`{req} A\n:id: REQ_0\n\`\`\`\n\n.. req:: A\n   :id: REQ_0\n\n${part.repeat(20_000)}`);
  }).timeout(20_000);

  it('is read beside other notations, each of its own', () => {
    const index = indexOf({
      'docs/a.rst': '.. req:: A\n   :id: REQ_1\n',
      'docs/b.sdoc': '[REQUIREMENT]\nUID: SD-1\n',
      'reqs/REQ001.yml': 'active: true\nnormative: true\nlevel: 1.0\n',
      'docs/c.md': 'r[kettle.boil]\n\n# HOUSE-1: Pay\n',
      'src/a.py': `${MARK}# @relation(SD-1, scope=function)\ndef f():\n    pass\n# r[impl kettle.boil]\ndef g():\n    pass\n# @implements REQ-001, HOUSE-1\ndef h():\n    pass\n`,
    });
    for (const key of ['docs/a#REQ_1', 'docs/b#SD-1', 'reqs#REQ001', 'r#kettle.boil', 'docs/c#HOUSE-1'])
      assert.equal(index.coverage(key).status, 'partial', key);
    assert.deepEqual(index.findings('src/a.py'), []);
  });
});
