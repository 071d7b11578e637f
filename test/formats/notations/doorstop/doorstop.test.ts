import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { notationOf } from '../../../../src/formats/notation/notation.ts';
import { otherWays, uidOf } from '../../../../src/formats/notations/doorstop/ids.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { applyEdits } from '../../../../src/editor/edits.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { TODAY } from '../../../support/index/build.ts';

function read(path: string, text: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS)
    .replaceAll(/ \(also [^)]*\)/gu, '')
    .trimEnd()
    .split('\n');
}

const FLAGS = 'active: true\nderived: false\nlevel: 1.2\nnormative: true\n';

const ITEMS: readonly (readonly [what: string, path: string, text: string, facts: readonly string[]])[] = [
  [
    'an item',
    'reqs/REQ001.yml',
    `${FLAGS}header: |\n  Boil\ntext: |\n  It **shall** boil.\n`,
    ['3 attribute level: 1.2', '5 requirement reqs#REQ001 Boil'],
  ],
  [
    'one by its text',
    'reqs/REQ-1.yaml',
    `${FLAGS}text: |\n  It **shall** boil.\n`,
    ['3 attribute level: 1.2', '5 requirement reqs#REQ-1 It shall boil.'],
  ],
  [
    'one of Windows',
    'reqs/REQ001.yml',
    `${FLAGS}text: Boil\n`.replaceAll('\n', '\r\n'),
    ['3 attribute level: 1.2', '5 requirement reqs#REQ001 Boil'],
  ],
  [
    'links with fingerprints and without',
    'reqs/TST001.yml',
    `${FLAGS}links:\n- REQ001: avwblq=\n- REQ002: null\n- REQ003\n- REQ004:avwblq=\n`,
    [
      '1 requirement reqs#TST001 TST001',
      '3 attribute level: 1.2',
      '6 covers REQ001~avwblq=',
      '7 covers REQ002',
      '8 covers REQ003',
      '9 covers REQ004~avwblq=',
    ],
  ],
  [
    'references and attributes of its own',
    'reqs/REQ001.yml',
    `${FLAGS}ref: ''\nreferences:\n- path: src/a.c\n  type: file\nverification: test\nreviewed: avwblq=\n`,
    ['1 requirement reqs#REQ001 REQ001', '3 attribute level: 1.2', '7 attribute reference: src/a.c', '9 attribute verification: test'],
  ],
  [
    'what is not active as exempt',
    'reqs/REQ001.yml',
    FLAGS.replace('active: true', 'active: false'),
    ['1 requirement reqs#REQ001 REQ001 (exempt)', '1 attribute active: false', '3 attribute level: 1.2'],
  ],
  [
    'a heading as exempt',
    'reqs/REQ001.yml',
    FLAGS.replace('normative: true', 'normative: false'),
    ['1 requirement reqs#REQ001 REQ001 (exempt)', '3 attribute level: 1.2', '4 attribute normative: false'],
  ],
  [
    'an item in Markdown',
    'reqs/REQ001.md',
    `---\n${FLAGS}links:\n- SYS001: null\n---\n\n# Boil\n\nIt **shall** boil.\n`,
    ['4 attribute level: 1.2', '7 covers SYS001', '10 requirement reqs#REQ001 Boil'],
  ],
  ['no file that is called otherwise', 'reqs/boil.yml', `${FLAGS}text: Boil\n`, ['nothing']],
  ['no file of something else', 'ci/py39.yml', 'active: true\nlevel: 3\n', ['nothing']],
  ['no front matter of something else', 'docs/post1.md', '---\nactive: true\n---\n\n# Boil\n', ['nothing']],
  ['a fault', 'reqs/REQ001.yml', `${FLAGS}text: "Boil\n`, ['1 skipped-file This file cannot be read as YAML']],
  ['comments of a file that is no item', 'ci/py39.yml', '# @implements IP-1.1\na: 1\n', ['1 implements IP-1.1']],
];

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

// @verifies RT-1.4/AC22~f3e518
describe('doorstop', () => {
  for (const [what, path, text, expected] of ITEMS) it(`reads ${what}`, () => assert.deepEqual(read(path, text), expected));

  const uids: readonly (readonly [path: string, uid: string | undefined, ways: readonly string[]])[] = [
    ['reqs/REQ001.yml', 'REQ001', ['REQ-001', 'REQ-1', 'REQ1']],
    ['REQ-001.yml', 'REQ-001', ['REQ-1', 'REQ001', 'REQ1']],
    ['a/ABC.HLR_01-00123.yml', 'ABC.HLR_01-00123', []],
    ['reqs/intro.yml', undefined, []],
    ['reqs/12.yml', undefined, []],
  ];
  for (const [path, uid, ways] of uids)
    it(`knows ${path} as ${uid ?? 'no item'}`, () => {
      assert.equal(uidOf(path), uid);
      assert.deepEqual(uid === undefined ? [] : otherWays(uid), ways);
    });

  const SPEC = `${FLAGS}text: Boil\n`;
  const both = (id: string): Readonly<Record<string, string>> => ({
    'src/a.py': `# @implements ${id}\ndef boil():\n    pass\n`,
    'test/test_a.py': `# @verifies ${id}\ndef test_boils():\n    pass\n`,
  });
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, status: string, codes: readonly string[]])[] = [
    ['is met by its UID with a hyphen', both('REQ-001'), 'met', []],
    ['is met by its UID with fewer zeros', both('reqs#REQ-1'), 'met', []],
    ['is unmet by another number', both('REQ-011'), 'unmet', ['unknown-reference']],
    ['is met by an item that links to it and is met', { 'tst/TST001.yml': `${SPEC}links:\n- REQ1\n`, ...both('TST-001') }, 'met', []],
  ];
  for (const [what, files, status, codes] of cases)
    it(`has an item that ${what}`, () => {
      const index = indexOf({ 'reqs/REQ001.yml': SPEC, ...files });
      assert.equal(index.coverage('reqs#REQ001').status, status);
      assert.deepEqual(
        index.findings('src/a.py').map((finding) => finding.code),
        codes,
      );
    });

  it('reports a link to an item that is not there', () => {
    const index = indexOf({ 'tst/TST001.yml': `${SPEC}links:\n- REQ009\n`, 'reqs/REQ001.yml': SPEC });
    assert.ok(index.findings('tst/TST001.yml').some(({ code }) => code === 'unknown-reference'));
  });

  it('is written in words of everybody', () => {
    const index = indexOf({ 'reqs/REQ001.yml': SPEC });
    const item = index.item('reqs#REQ001');
    assert.ok(item);
    const write = notationOf(NOTATIONS, item)?.write;
    assert.equal(write?.annotation?.('verifies', 'REQ001', item), '@verifies REQ-001');
    assert.equal(write?.waiver?.('reqs#REQ001'), '@waives reqs#REQ-001: ');
  });
});

const REVIEWED: readonly (readonly [what: string, text: string, now: string | undefined])[] = [
  ['an item as it was reviewed', 'text: |\n  Boil\nreviewed: {}\n', undefined],
  ['one with white space that does not count', 'text: "\\nBoil  \\n"\nreviewed: {}\n', undefined],
  ['one whose text changed', 'text: Boil all\nreviewed: {}\n', 'new'],
  ['one whose header alone changed', 'header: Other\ntext: Boil\nreviewed: {}\n', undefined],
  ['one with a link more', 'text: Boil\nreviewed: {}\nlinks:\n- SYS001\n', 'new'],
  ['one that nobody reviewed', 'text: Boil all\nreviewed: null\n', undefined],
  ['one with attributes that may be reviewed, too', 'text: Boil all\nkind: safety\nreviewed: {}\n', undefined],
];

// @verifies RT-1.4/AC30
describe('what Doorstop has reviewed', () => {
  // printf 'REQ001Boil' | openssl dgst -sha256 -binary | base64 | tr +/ -_
  const STAMP = '4IJPEt-XwmFZRVn-WvONibmMe6cOL4iuGJ7jScaTLOY=';
  for (const [what, text, now] of REVIEWED)
    it(`is ${now === undefined ? 'current' : 'not current'} for ${what}`, () => {
      const whole = `${FLAGS}${text.replace('{}', STAMP)}`;
      const { problems } = createExtractor(DEFAULT_CONFIGURATION).extract('reqs/REQ001.yml', whole);
      assert.deepEqual(
        problems.map(({ code }) => code),
        now === undefined ? [] : ['stale-link'],
      );
      const [fix] = problems.flatMap(({ fixes = [] }) => fixes);
      if (!fix) return;
      const mended = applyEdits(whole, fix.edits);
      assert.deepEqual(createExtractor(DEFAULT_CONFIGURATION).extract('reqs/REQ001.yml', mended).problems, []);
    });

  for (const [active, isExempt] of [
    ['no', true],
    ['off', true],
    ['False', true],
    ['"false"', true],
    ['0', true],
    ['', true],
    ['maybe', true],
    ['yes', false],
    ['on', false],
    ['True', false],
    ['1', false],
  ] as const)
    it(`is asked for ${isExempt ? 'nothing' : 'all'} with "active: ${active}"`, () => {
      const index = indexOf({ 'reqs/REQ001.yml': `active: ${active}\nnormative: true\nlevel: 1.2\ntext: Boil\n` });
      assert.equal(index.coverage('reqs#REQ001').status, isExempt ? 'exempt' : 'unmet');
    });

  const linked = (stamp: string): TraceIndex =>
    indexOf({ 'reqs/REQ001.yml': `${FLAGS}text: Boil\n`, 'tst/TST001.yml': `${FLAGS}text: Test\nlinks:\n- REQ001: ${stamp}\n` });
  const codes = (index: TraceIndex): readonly string[] =>
    index.findings('tst/TST001.yml').flatMap(({ code }) => (code === 'unmet-criterion' ? [] : [code]));

  const stamps: readonly (readonly [stamp: string, fits: boolean])[] = [
    ['', true],
    ['~', true],
    ['false', true],
    ['true', true],
    ['yes', true],
    ['1', true],
    ['0123456789abcdef0123456789abcdef', false],
    ['"0123456789abcdef0123456789abcdef"', false],
    [STAMP.slice(0, -1), false],
    ['maybe', false],
  ];
  for (const [stamp, fits] of stamps)
    it(`is what a link does${fits ? '' : ' not'} fit that says ${stamp}`, () => {
      assert.deepEqual(codes(linked(stamp)), fits ? [] : ['stale-link']);
      assert.equal(linked(stamp).coverage('reqs#REQ001').status, fits ? 'unmet' : 'stale');
    });
  it('is what a link of an old version says', () => {
    const old = (stamp: string): TraceIndex =>
      indexOf({ 'reqs/REQ001.yml': `${FLAGS}text: Boil\n`, 'tst/TST001.yml': `${FLAGS}text: Test\nlinks:\n- REQ001:${stamp}\n` });
    assert.deepEqual(codes(old(STAMP)), []);
    assert.deepEqual(codes(old('0123456789abcdef')), ['stale-link']);
  });

  // Computed by Doorstop's own functions, which print lists and types as Python does.
  const printed: readonly (readonly [what: string, name: string, text: string, stamp: string])[] = [
    [
      'a file',
      'REQ001.yml',
      'text: |\n  Boil\nreferences:\n- path: " src/a.c"\n  type: file\n',
      'sSVnJAkTklQhdoGFZsAmLIxLkt049Wvy3WBAaMeI-qM=',
    ],
    [
      'files with keywords and quotation marks',
      'REQ002.yml',
      "text: |\n  Boil\nreferences:\n- path: src/it's.c\n  type: file\n  keyword: 'a \"b'\n- path: b\\c\n  type: file\n  sha: abc\n",
      'huYstOOQQRKKB48JVVgKfgya0EQ9Xy4oVj1s3-4CqSk=',
    ],
    [
      'some attributes of the project',
      'REQ003.yml',
      'text: Boil\nkind: safety\nasil: 3\nsafe: true\n',
      '_Ol6rE3jxdOef4Ag5iigK6Sw6lfYyZ_OhUwwHjdTrDQ=',
    ],
    [
      'lists, tables and nothing',
      'REQ004.yml',
      'text: Boil\nkinds:\n- a\n- b\\c\nmap:\n  z: 1\n  a: x\nnone: null\n',
      '-_ahzCoXJk27PA71ih3VsepZjS6UHTq1shCVoHwJgtM=',
    ],
    [
      'more attributes than are tried alone',
      'REQ007.yml',
      'text: Boil\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\n',
      'sl90VjbWOj8Hu2f3Qyh88S0c8r-3YRoULxYCQleb6AI=',
    ],
    [
      'Markdown',
      'REQ005.md',
      '---\n\n# Boil\n\n\nIt **shall** boil.  \n\n# Not a header\n\n',
      '2wlQI2kpOdeHvaSCHn22gGsc2GdSNETeXANIITATros=',
    ],
    [
      'Markdown without a header',
      'REQ006.md',
      '---\n\nIt shall boil.\n\n# Not a header\nx\n',
      'cYejN_AA_-VFcf9n9dIGxJzqHGfccqGpkDuuPKQSJPc=',
    ],
  ];
  for (const [what, name, text, stamp] of printed)
    it(`is what a link says of an item with ${what}, and of no other text`, () => {
      const uid = name.replace(/\..*$/u, '');
      const staleFor = (body: string): readonly string[] =>
        codes(
          indexOf({
            [`reqs/${name}`]: `${name.endsWith('.md') ? '---\n' : ''}${FLAGS}${body}`,
            'tst/TST001.yml': `${FLAGS}text: Test\nlinks:\n- ${uid}: ${stamp}\n`,
          }),
        );
      assert.deepEqual(staleFor(text), []);
      assert.deepEqual(staleFor(text.replaceAll(/[Bb]oil/gu, 'sing')), ['stale-link']);
    });

  it('is what links say of the text of an item', () => {
    assert.deepEqual(codes(linked(STAMP)), []);
    assert.deepEqual(codes(linked('null')), []);
    const suspect = linked(STAMP.replace(/^./u, (letter) => (letter === 'A' ? 'B' : 'A')));
    assert.deepEqual(codes(suspect), ['stale-link']);
    assert.equal(suspect.coverage('reqs#REQ001').status, 'stale');
    assert.deepEqual(
      suspect.findings('tst/TST001.yml').flatMap(({ fixes }) => fixes),
      [],
    );
  });
});
