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

const RULES: readonly Case[] = [
  ['a marker alone in its line', 'r[a.b]', ['1 requirement r#a.b a.b']],
  ['of one part', 'r[abi]\nThe ABI.', ['1 requirement r#abi The ABI.']],
  ['with a version', 'r[a.b+12]', ['1 requirement r#a.b a.b']],
  ['with another prefix', 'h2[a.b]', ['1 requirement h2#a.b a.b']],
  ['with underscores and hyphens', 'r[a.id_alloc.x-y]', ['1 requirement r#a.id_alloc.x-y a.id_alloc.x-y']],
  ['in a quotation', '> r[a.b]\n> Text.\n\nMore.', ['1 requirement r#a.b Text.']],
  ['right below a line of text', 'Text\nr[a.b]', ['2 requirement r#a.b a.b']],
  [
    'twice',
    'r[a.b]\n\nr[a.b+2]',
    ['1 requirement r#a.b a.b', '3 duplicate-id a.b is defined twice in this document. Renumber the second definition'],
  ],
  ['none in a fence', '```\nr[a.b]\n```', ['nothing']],
  ['none further down in a quotation', '> Text.\n>\n> r[a.b]', []],
  ['none that is indented', '    r[a.b]', ['nothing']],
  ['none with words behind', 'see[a.b](c)', ['1 links to c']],
  ['none with another prefix and one part', 'note[a]', []],
  ['none without a name', 'r[1]', []],
];

const COMMENTS: readonly Case[] = [
  ['implements', '// r[impl a.b]', ['1 implements r#a.b~1']],
  ['implements without a verb', '// r[a.b+3]: text', ['1 implements r#a.b~3']],
  ['verifies', '// See r[verify c.d+2].', ['1 verifies r#c.d~2']],
  ['says several things', '// r[impl a.b] r[verify c.d]', ['1 implements r#a.b~1', '1 verifies r#c.d~1']],
  ['is read in a template', 'const a = `${/* r[impl x.y] */ null}`;', ['1 implements r#x.y~1 a']],
  ['mentions what it depends on', '// r[depends a.b]', ['1 mentions r#a.b~1']],
  ['says nothing of an index', '// arr[idx] slot_count[i] r[i]', ['nothing']],
  ['says nothing with another verb', '// r[frobnicate a.b] [impl ', ['nothing']],
  ['says nothing of a version that is none', '// r[impl a.b+0] r[impl a.b+] r[impl a..b] r[impl a.]', ['nothing']],
  ['says nothing between backticks', '// `r[impl a.b]`', ['nothing']],
  ['says nothing in a string', "const a = '// r[impl a.b]';", ['nothing']],
  ['says nothing where that is switched off', '// @tracey:ignore-next-line\n// r[impl a.b]\n// r[impl a.c]', ['3 implements r#a.c~1']],
  [
    'says nothing between two marks',
    '// @tracey:ignore-start\n// r[impl a.b]\n// @tracey:ignore-end\n// r[impl a.c]',
    ['4 implements r#a.c~1'],
  ],
];

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

// @verifies RT-1.4/AC19~fdc019
describe('tracey', () => {
  it('has no rule in a comment', () => {
    assert.deepEqual(
      readExample({ path: 'docs/a.md', text: '<!--\nr[a.b]\nIt boils.\n-->\n\nr[a.c]\nIt sings.\n', read: '' }, NOTATIONS),
      '6 requirement r#a.c It sings.\n',
    );
  });

  for (const [what, text, expected] of RULES)
    it(`has a rule ${what}`, () =>
      assert.deepEqual(
        read('docs/spec.md', text).filter((line) => !line.includes('near-miss')),
        expected,
      ));
  for (const [what, text, expected] of COMMENTS) it(`has a comment that ${what}`, () => assert.deepEqual(read('src/a.ts', text), expected));

  const SPEC = 'r[a.b+2]\nText.\n\n# REQ-1: Pay\n';
  const cases: readonly (readonly [what: string, code: string, status: string, codes: readonly string[]])[] = [
    ['is met by code and a test of its version', '// r[impl a.b+2]\nf();\n// r[verify a.b+2]\nf();\n', 'met', []],
    ['is stale by an older version', '// r[impl a.b]\nf();\n', 'stale', ['stale-link']],
    ['is stale by a newer version', '// r[impl a.b+3]\nf();\n', 'stale', ['predated-link']],
    ['is not met by another prefix', '// h2[impl a.b+2]\nf();\n', 'unmet', ['unknown-reference']],
    ['is not met by an item of another notation', '// @implements REQ-1\nf();\n', 'unmet', []],
  ];
  for (const [what, code, status, codes] of cases)
    it(`has a rule that ${what}`, () => {
      const index = indexOf({ 'docs/spec.md': SPEC, 'src/a.ts': code });
      assert.equal(index.coverage('r#a.b').status, status);
      assert.deepEqual(
        index.findings('src/a.ts').map((finding) => finding.code),
        codes,
      );
    });

  it('is silent where it has no rule', () => {
    const index = indexOf({ 'docs/a.md': '# REQ-1: Pay\n', 'src/a.ts': '// r[impl a.b]\nf();\n' });
    assert.deepEqual(index.findings('src/a.ts'), []);
  });

  it('is written in its own words', () => {
    const index = indexOf({ 'docs/spec.md': SPEC });
    const item = index.item('r#a.b');
    assert.ok(item);
    const write = notationOf(NOTATIONS, item)?.write;
    assert.equal(write?.annotation?.('verifies', 'a.b', item), 'r[verify a.b+2]');
    assert.deepEqual(
      ['r[impl a.b]', 'r[impl a.b+3]'].map((reference) => write?.revise?.(reference, '2')),
      ['r[impl a.b+2]', 'r[impl a.b+2]'],
    );
    assert.equal(write?.revise?.('r[impl a.b+3]', '1'), 'r[impl a.b]');
  });
});
