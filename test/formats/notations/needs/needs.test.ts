import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { leadsUp } from '../../../../src/formats/notations/needs/grammar.ts';
import { notationOf } from '../../../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { withSettings } from '../../../../src/formats/extraction/toolSettings.ts';
import { inEnglish } from '../../../../src/model/message.ts';
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
  [
    'no link that a variant makes',
    '.. spec:: A\n   :id: SPEC_1\n   :links: <{ var.links }>, REQ_1\n',
    ['1 requirement SPEC_1 A', '3 covers REQ_1'],
  ],
  [
    'nothing in a tab of code',
    '.. tabs::\n\n   .. code-tab:: rst\n\n      .. req:: A\n         :id: REQ_1\n\n.. req:: B\n   :id: REQ_2\n',
    ['8 requirement REQ_2 B'],
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
  [
    'options over several lines, and those below them',
    '.. req:: A\n   :id: REQ_1\n   :links: REQ_2,\n     REQ_3;\n     REQ_4\n   :tags: a,\n      b\n   :status: rejected\n\n   It boils.\n',
    [
      '1 requirement REQ_1 A (exempt)',
      '3 covers REQ_2',
      '4 covers REQ_3',
      '5 covers REQ_4',
      '6 attribute tags: a, b',
      '8 attribute status: rejected',
    ],
  ],
  ['no option in the text', '.. req:: A\n   :id: REQ_1\n   It boils.\n   :links: REQ_2\n', ['1 requirement REQ_1 A']],
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
  [
    'lists and quotes in a block of YAML',
    '```{req} Boil\n---\nid: "REQ_1"\nlinks: [REQ_2, REQ_3]\ntests:\n- REQ_4\nstatus: open\n---\nIt boils.\n```\n',
    ['1 requirement REQ_1 Boil', '4 covers REQ_2', '4 covers REQ_3', '6 attribute tests: - REQ_4', '7 attribute status: open'],
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

  it('reads nothing in a comment of MyST', () => {
    assert.deepEqual(read('docs/a.md', '<!--\n```{req} A\n:id: REQ_1\n```\n-->\n\n```{req} B\n:id: REQ_2\n```\n'), [
      '7 requirement REQ_2 B',
    ]);
    assert.deepEqual(read('docs/a.md', '<!-- A -->\n\n<!-- B\n\n```{req} B\n:id: REQ_2\n```\n'), ['5 requirement REQ_2 B']);
  });

  it('says that ubproject.toml is not TOML', () => {
    assert.match(read('docs/ubproject.toml', '[needs\n').join('\n'), /^1 skipped-file This file cannot be read as TOML: /u);
    assert.deepEqual(read('docs/ubproject.toml', '[needs]\n'), ['nothing']);
  });

  for (const [ids, facts] of [
    ['REQ_1, REQ_2', ['1 implements REQ_1 f()', '1 implements REQ_2 f()']],
    ['REQ_1.', ['1 malformed-annotation Write IDs behind "@need-ids:", with commas between them']],
    ['REQ_1 REQ_2', ['1 malformed-annotation Write IDs behind "@need-ids:", with commas between them']],
    ['REQ_1; REQ_2', ['1 malformed-annotation Write IDs behind "@need-ids:", with commas between them']],
    ['', ['1 malformed-annotation Write IDs behind "@need-ids:", with commas between them']],
  ] as const)
    it(`reads "@need-ids: ${ids}"`, () => assert.deepEqual(read('src/a.py', `# @need-ids: ${ids}\ndef f():\n    pass\n`), facts));

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

type Settled = readonly [what: string, settings: Readonly<Record<string, string>>, text: string, facts: readonly string[]];

const NEED = (name: string, id: string, option = ''): string => `.. ${name}:: A\n   :id: ${id}\n${option}\n`;
const TYPES = 'needs_types = [dict(directive="arch", title="A", prefix="A_"), {"directive": "rule"}]\n';

const SETTINGS: readonly Settled[] = [
  ['types of conf.py and no others', { 'docs/conf.py': TYPES }, NEED('rule', 'r1') + NEED('req', 'REQ_001'), ['r1']],
  [
    'types of ubproject.toml',
    { 'ubproject.toml': '[[needs.types]]\ndirective = "rule"\n' },
    NEED('rule', 'r1') + NEED('spec', 'S_1'),
    ['r1'],
  ],
  ['usual types where the settings say none', { 'conf.py': 'needs_id_regex = "^[A-Z]"\n' }, NEED('req', 'REQ_001'), ['REQ_001']],
  [
    'no need whose id does not fit',
    { 'docs/conf.py': "needs_id_regex = r'^[A-Z0-9_]{5,}'\n" },
    NEED('req', 'R1') + NEED('req', 'REQ_001'),
    ['REQ_001', '"R1" does not fit the pattern of IDs in the settings, ^[A-Z0-9_]{5,}, so this need is not taken'],
  ],
  ['any id where the pattern is not understood', { 'docs/conf.py': "needs_id_regex = '(?P<a>['\n" }, NEED('req', 'R1'), ['R1']],
  [
    'links by their names',
    { 'docs/conf.py': 'needs_extra_links = [{"option": "implements"}, {"option": "blocks"}]\n' },
    NEED('req', 'REQ_1', '   :implements: REQ_2\n   :blocks: REQ_3\n   :links: REQ_4\n   :tests: REQ_5\n'),
    ['REQ_1 covers REQ_2, REQ_4', 'mentions REQ_3'],
  ],
  [
    'tables of links',
    { 'docs/ubproject.toml': '[needs.links.tests]\noutgoing = "tests"\n' },
    NEED('req', 'REQ_1', '   :tests: REQ_2\n'),
    ['REQ_1 covers REQ_2'],
  ],
  [
    'usual types where some of them are computed',
    { 'docs/conf.py': 'needs_types = [*base, {"directive": "rule"}]\n' },
    NEED('rule', 'r1') + NEED('req', 'REQ_001'),
    ['REQ_001'],
  ],
  [
    'usual types where more are added',
    { 'docs/conf.py': `${TYPES}needs_types.append(dict(directive="req"))\n` },
    NEED('req', 'REQ_001'),
    ['REQ_001'],
  ],
  [
    'no types of a text',
    { 'docs/conf.py': '"""\nneeds_types = [{"directive": "rule"}]\n"""\n' },
    NEED('rule', 'r1') + NEED('req', 'REQ_001'),
    ['REQ_001'],
  ],
  ['any id where the pattern is put together', { 'docs/conf.py': 'needs_id_regex = f"^{A}"\n' }, NEED('req', 'R1'), ['R1']],
  ['nothing that is run', { 'docs/conf.py': 'needs_types = load()\n' }, NEED('req', 'REQ_001'), ['REQ_001']],
];

// prettier-ignore
const UPWARDS = ['implements', 'tests', 'checks', 'satisfies', 'derives', 'derived_from', 'derivedFrom', 'derives_from', 'specifies', 'verifies', 'covers', 'realizes', 'traces_to', 'parent', 'parents', 'is_parents'];
// prettier-ignore
const OTHER = ['blocks', 'tested_by', 'is_tested_by', 'untested_by', 'verified_by', 'implemented_by', 'implementedBy', 'derives_to', 'parent_of', 'verified', 'test_cases', 'testcase', 'implementation', 'verification', 'contract', 'latest', 'checkout', 'special', 'not_tests'];

const FOLDERS: readonly (readonly [path: string, settings: readonly string[], ids: readonly string[]])[] = [
  ['docs/a.rst', ['docs/conf.py'], ['r1']],
  ['docs/b/a.rst', ['docs/conf.py'], ['r1']],
  ['docs2/a.rst', ['docs/conf.py'], ['REQ_001']],
  ['tests/docs/a.rst', ['docs/conf.py'], ['REQ_001']],
  ['README.rst', ['docs/conf.py'], ['REQ_001']],
  ['any/a.rst', ['conf.py'], ['r1']],
  ['docs/a.rst', ['conf.py'], ['r1']],
  ['docs/source/a.rst', ['docs/source/conf.py'], ['r1']],
  ['docs/a.rst', ['docs/source/conf.py'], ['REQ_001']],
];

// @verifies RT-1.4/AC29
describe('settings of sphinx-needs', () => {
  for (const [path, settings, ids] of FOLDERS)
    it(`of ${settings.join(', ')} give ${path} ${ids.join(', ')}`, () => {
      const extractor = createExtractor(withSettings(DEFAULT_CONFIGURATION, new Map(settings.map((one) => [one, TYPES]))));
      const { requirements } = extractor.extract(path, NEED('rule', 'r1') + NEED('req', 'REQ_001'));
      assert.deepEqual(
        requirements.map(({ localId }) => localId),
        ids,
      );
    });
  it('of the innermost folder decide, and what it does not say those above', () => {
    const settings = new Map([
      ['conf.py', `${TYPES}needs_id_regex = "^[a-z]"\n`],
      ['docs/conf.py', 'needs_types = [{"directive": "req"}]\n'],
    ]);
    const { requirements } = createExtractor(withSettings(DEFAULT_CONFIGURATION, settings)).extract(
      'docs/a.rst',
      NEED('rule', 'r1') + NEED('req', 'REQ_001') + NEED('req', 'req_1'),
    );
    assert.deepEqual(
      requirements.map(({ localId }) => localId),
      ['req_1'],
    );
  });

  for (const option of UPWARDS) it(`take ${option} for what a need is made for`, () => assert.ok(leadsUp(option, [option])));
  for (const option of OTHER) it(`do not take ${option} for what a need is made for`, () => assert.ok(!leadsUp(option, [option])));

  for (const [what, settings, text, expected] of SETTINGS)
    it(`give ${what}`, () => {
      const extractor = createExtractor(withSettings(DEFAULT_CONFIGURATION, new Map(Object.entries(settings))));
      const { requirements, problems, mentions } = extractor.extract('docs/a.rst', text);
      assert.deepEqual(
        [
          ...requirements.map(
            ({ localId, covers }) => `${localId}${covers.length > 0 ? ` covers ${covers.map(({ id }) => id).join(', ')}` : ''}`,
          ),
          ...mentions.map(({ id }) => `mentions ${id}`),
          ...problems.map(({ message }) => inEnglish(message)),
        ],
        expected,
      );
    });
});
