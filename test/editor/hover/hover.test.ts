import assert from 'node:assert/strict';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { hover, hoverInLine } from '../../../src/editor/hover/hover.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { itemMarkdown } from '../../../src/editor/hover/itemMarkdown.ts';
import { annotation, code, declaration, document, indexOf, requirement } from '../../support/index/build.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const CODE = '// @implements IP-1.1\nexport function reserve() {}\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n';

/** A feature folder that names files as the place of its code. */
function featureOf(name: string, names: readonly string[] = []): FileFacts {
  const namespace = `specs/${name}`;
  return document(`specs/${name}/spec.md`, [requirement('FR-1', [], { namespace, notation: 'spec-kit' })], { namespace, names });
}

function hoverText(files: Record<string, string>): string | null {
  const { view, path, position } = workspace(files);
  const found = hover(view, path, position, uriOf);
  if (!found) return null;
  assert.ok(typeof found.contents === 'object' && 'value' in found.contents);
  return found.contents.value;
}

describe('hover', () => {
  it('shows attributes, as many as fit', () => {
    const text = (attributes: string): string | null =>
      hoverText({ 'docs/a.md': `## REQ-1: Boil\n\n${attributes}\n`, 'src/a.ts': '// @implements REQ-|1\nexport function boil() {}\n' });
    assert.match(text('**Status**: Draft\n**ASIL**: B') ?? '', /\n\nStatus: Draft · ASIL: B\n\n/u);
    const many = Array.from({ length: 9 }, (_, at) => `**A${at}**: ${at}`).join('\n');
    assert.match(text(many) ?? '', /A7: 7 · …\n/u);
    assert.doesNotMatch(text(many) ?? '', /A8/u);
  });

  it('shows a requirement with its criteria, statuses and places', () => {
    const text = hoverText({
      'docs/launch.md': LAUNCH,
      'test/a.test.ts': TEST,
      'src/stock.ts': '// @implements IP-1.|1\nexport function reserve() {}\n',
    });
    assert.equal(
      text,
      [
        String.raw`**IP-1.1 Reserve stock**: ◐ partial, 1 of 2 criteria met`,
        String.raw`An order reserves its \<b\>stock\_1\*.`,
        ['- ✓ **AC1** An order of all the stock is accepted (met)', '- ◐ **AC2** An order of more is rejected (partial: no test)'].join(
          '\n',
        ),
        'Implemented in [reserve() src/stock.ts:1](file:///p/src/stock.ts#L1)',
        'Defined in [docs/launch.md:3](file:///p/docs/launch.md#L3)',
      ].join('\n\n'),
    );
  });

  it('calls what has no id by its title and text, and says how it is referred to', () => {
    const kettle =
      '# Kettle\n\n## Requirements\n\n### Requirement: Boil\n\nIt SHALL boil.\n\n#### Scenario: Filled\n\n- **WHEN** on\n- **THEN** hot\n';
    const said = (code: string): string[] => hoverText({ 'openspec/specs/kettle/spec.md': kettle, 'src/a.ts': code })?.split('\n\n') ?? [];
    const scenario = said('// @implements kettle#boil/fi|lled\nf();\n');
    assert.equal(scenario[0], '**Filled**: ◐ partial: no test');
    assert.equal(scenario.filter((line) => line.includes('Filled')).length, 1);
    assert.ok(scenario.includes('Of **Boil**: ◐ partial, 0 of 1 criteria met'));
    assert.ok(scenario.includes(String.raw`Referred to as kettle\#boil/filled`), scenario.join('\n'));
    assert.ok(said('// @implements kettle#bo|il\nf();\n').includes(String.raw`Referred to as kettle\#boil`));
  });

  it('shows a criterion with its requirement, what is missing and its places', () => {
    const text = hoverText({
      'docs/launch.md': LAUNCH,
      'src/stock.ts': CODE,
      'test/a.test.ts': '// @verifies IP-1.1/A|C1\ntest("takes all", () => {});\n',
    });
    assert.equal(
      text,
      [
        '**IP-1.1/AC1**: ✓ met',
        'An order of all the stock is accepted',
        'Of **IP-1.1 Reserve stock**: ◐ partial, 1 of 2 criteria met',
        'Implemented in [reserve() src/stock.ts:1](file:///p/src/stock.ts#L1)',
        'Tested in [takes all test/a.test.ts:1](file:///p/test/a.test.ts#L1)',
        'Defined in [docs/launch.md:8](file:///p/docs/launch.md#L8)',
      ].join('\n\n'),
    );
  });

  const definitions: [what: string, line: string, marked: string, shows: string][] = [
    ['heading', '## IP-1.1: Reserve stock', '## IP-1.1: Res|erve stock', '**IP-1.1 Reserve stock**: ○ unmet, 0 of 2 criteria met'],
    ['written id', '## IP-1.1: Reserve stock', '## IP-|1.1: Reserve stock', '**IP-1.1 Reserve stock**: ○ unmet, 0 of 2 criteria met'],
    ['criterion', 'more is *rejected*', 'more is *reje|cted*', '**IP-1.1/AC2**: ○ unmet: no implementation and no test'],
    [
      'requirement without criteria',
      '## IP-1.2: Release',
      '## IP-1.2: Rel|ease',
      '**IP-1.2 Release stock**: ○ unmet: no implementation and no test',
    ],
  ];
  for (const [what, line, marked, shows] of definitions) {
    it(`shows what is known where it is defined: ${what}`, () => {
      const text = hoverText({ 'docs/launch.md': LAUNCH.replace(line, marked) });
      assert.equal(text?.split('\n')[0], shows);
    });
  }

  const ways: readonly (readonly [what: string, facts: readonly FileFacts[], last: string | undefined])[] = [
    [
      'where documents name the file',
      [featureOf('001-kettle', ['src/a.ts']), featureOf('002-mug')],
      String.raw`This reference: found in specs/001-kettle, whose documents name this file`,
    ],
    ['not where only one item has the id', [featureOf('002-mug')], undefined],
  ];
  for (const [what, facts, last] of ways) {
    it(`says how the item was found ${what}`, () => {
      const view = indexOf([...facts, code('src/a.ts', annotation('implements', 'FR-1'))]);
      const [found] = view.referencesIn('src/a.ts');
      const shown = hover(view, 'src/a.ts', found?.reference.range.start ?? { line: 0, character: 0 }, uriOf);
      assert.ok(shown && typeof shown.contents === 'object' && 'value' in shown.contents);
      assert.equal(
        shown.contents.value.split('\n\n').find((line) => line.startsWith('This reference')),
        last,
      );
    });
  }

  it('lists the candidates of an ambiguous reference with links', () => {
    const text = hoverText({ 'docs/a.md': '## REQ-1: First', 'docs/b.md': '## REQ-1: Second', 'src/a.ts': '// @implements RE|Q-1' });
    assert.equal(
      text,
      [
        '**REQ-1** is ambiguous, so this reference links to nothing. It could mean:',
        String.raw`- [a\#REQ-1](file:///p/docs/a.md#L1) First${'\n'}- [b\#REQ-1](file:///p/docs/b.md#L1) Second`,
      ].join('\n\n'),
    );
  });

  it('suggests what an unknown reference may have meant', () => {
    const text = hoverText({ 'docs/a.md': '## REQ-12: First', 'src/a.ts': '// @implements RE|Q-13' });
    assert.equal(text, '**REQ-13** is not defined. Did you mean **REQ-12**?');
  });

  it('names the waiver of a criterion', () => {
    const text = hoverText({
      'docs/launch.md': LAUNCH,
      'src/a.ts': '// @waives IP-1.1/AC|2: counted by [hand](command:x) until 2027-03-31\n',
    });
    assert.match(
      text ?? '',
      /Waived: counted by \\\[hand\\\]\(command:x\) until 2027-03-31 \(\[src\/a\.ts:1\]\(file:\/\/\/p\/src\/a\.ts#L1\)\)/u,
    );
  });

  it('tells when a test ran last, and what became of it', () => {
    const { view, path, position } = workspace({
      'docs/a.md': '## REQ-1: A',
      'test/a.test.ts': '// @verifies RE|Q-1\nit("works", () => {});',
    });
    assert.ok(view instanceof TraceIndex);
    const results = [{ outcome: 'failed' as const, groups: [], title: 'works' }];
    view.setEvidence({
      files: [{ path: 'junit.xml', time: Date.UTC(2026, 10, 20, 11), results, coverage: [], problems: [] }],
      modified: new Map(),
    });
    const found = hover(view, path, position, uriOf);
    assert.match(JSON.stringify(found), /\*\*REQ-1 A\*\*: . failing/u);
    assert.match(JSON.stringify(found), /Tested in \[works test\/a\.test\.ts:1\]\([^)]*\) \(failed 2026-11-20 11:00 UTC\)/u);
  });

  /** A test, and what is said of it. */
  const OFF: readonly (readonly [test: string, said: string])[] = [
    ['it("works", () => { f(); });', ''],
    ['it.skip("works", () => { f(); });', ' (switched off in the source)'],
    ['xit("works", () => { f(); });', ' (switched off in the source)'],
    ['it.todo("works");', ' (still to be written)'],
    ['it("works", () => { throw new Error("not written yet"); });', ' (still to be written)'],
  ];
  for (const [test, said] of OFF) {
    it(`says whether the source lets a test run: ${test}`, () => {
      const text = hoverText({ 'docs/a.md': '## REQ-1: A', 'test/a.test.ts': `// @verifies RE|Q-1\n${test}` });
      assert.equal(/Tested in \[works test\/a\.test\.ts:1\]\([^)]*\)(?<said>.*)/u.exec(text ?? '')?.groups?.['said'], said);
    });
  }

  it('lets no text of the repository become Markdown or a command', () => {
    const text = hoverText({
      'docs/a.md': '## REQ-1: `<script>` [x](command:y)\n\n![i](http://e.x/y)',
      'src/a.ts': '// @implements RE|Q-1',
    });
    assert.doesNotMatch(text ?? '', /(?<!\\)[<>!]|\]\(command:|\]\(http/u);
  });

  it('cuts a long text and counts what it leaves out', () => {
    const criteria = Array.from({ length: 20 }, (_, index) => `- ${'word '.repeat(100)}${index}`).join('\n');
    const text =
      hoverText({ 'docs/a.md': `## REQ-1: A\n\n**Acceptance Criteria**:\n${criteria}\n`, 'src/a.ts': '// @implements RE|Q-1' }) ?? '';
    assert.match(text, /- and 8 more$/mu);
    assert.ok(text.length < 5000, `${text.length} characters`);
  });

  const anywhere: [what: string, path: string, text: string][] = [
    ['a title of a test', 'test/a.test.ts', 'it("IP-1.1/A|C2 rejects", () => {});'],
    ['a criterion in a nested title', 'test/a.test.ts', 'describe("IP-1.1", () => {\n  it("A|C2 rejects", () => {});\n});'],
    ['a waiver of the configuration', 'reqtrace.yaml', 'waivers:\n  - ref: IP-1.1/|AC2\n    reason: later\n'],
    ['a waiver in a comment', 'db/a.sql', '-- @waives IP-1.1/A|C2: later'],
    ['a comment without a keyword', 'src/a.rs', '// as IP-1.1/A|C2 says'],
    ['prose of another document', 'docs/z.md', 'As IP-1.1/A|C2 says.'],
    ['the attribute Covers', 'docs/z.md', '## SYS-1: Z\n\n**Covers**: IP-1.1/A|C2\n'],
    ['a reference with document and pin', 'src/a.ts', '// @verifies launch#IP-1.1/A|C2~000000'],
  ];
  for (const [what, path, text] of anywhere) {
    it(`knows ${what}`, () => assert.match(hoverText({ 'docs/launch.md': LAUNCH, [path]: text }) ?? '', /^\*\*IP-1\.1\/AC2\*\*/u));
  }

  const silent: [what: string, code: string][] = [
    ['a word', '// just a wo|rd'],
    ['an id of no known prefix', '// in UTF-|8'],
    ['the keyword of an annotation', '// @impl|ements REQ-1'],
    ['an empty line', '|'],
  ];
  for (const [what, code] of silent) {
    it(`says nothing on ${what}`, () => assert.equal(hoverText({ 'docs/a.md': '## REQ-1: A', 'src/a.ts': code }), null));
  }

  it('says nothing in a file that is not known', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A' });
    assert.equal(hover(view, 'gone.ts', { line: 9, character: 9 }, uriOf), null);
  });
});

describe('hoverInLine', () => {
  const { view, reading } = workspace({ 'docs/a.md': '## REQ-1: A' });
  const cases: [line: string, character: number, first: string | undefined][] = [
    ['see REQ-1', 6, '**REQ-1 A**: ○ unmet: no implementation and no test'],
    ['see REQ-1', 2, undefined],
    ['in UTF-8', 5, undefined],
    ['', 0, undefined],
  ];
  for (const [line, character, first] of cases) {
    it(`${line} at ${character}`, () => {
      const found = hoverInLine(view, reading.ids, line, { line: 3, character }, uriOf);
      const value = found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : undefined;
      assert.equal(value?.split('\n')[0], first);
    });
  }

  // @verifies RT-3.1/AC13~df1790
  it('shows what a failed test says, as text, with a way to its line', () => {
    const index = indexOf([
      document('docs/a.md', [requirement('IP-1', ['AC1'])]),
      {
        ...code('test/a.test.ts', annotation('verifies', 'IP-1/AC1', 0, { declaration: { ...declaration('adds', 1), kind: 'test' } })),
        role: 'test',
      },
    ]);
    const failure = {
      message: '<b>no</b>\n[x](command:y)',
      frames: [
        { file: '/r/src/a.ts', line: 3 },
        { file: '/r/test/a.test.ts', line: 12 },
      ],
    };
    const result = { outcome: 'failed', file: 'test/a.test.ts', groups: [], title: 'adds', failure } as const;
    index.setEvidence({ files: [{ path: 'r.xml', time: 0, results: [result], coverage: [], problems: [] }], modified: new Map() });
    const criterion = index.item('docs/a#IP-1/AC1') ?? assert.fail();
    const failed = String.raw`Failed at [test/a.test.ts:12](file:///p/test/a.test.ts#L12): \<b\>no\</b\> \[x\](command:y)`;
    for (const item of [criterion, criterion.type === 'criterion' ? criterion.requirement : criterion])
      assert.ok(itemMarkdown(index, item, uriOf).split('\n\n').includes(failed), itemMarkdown(index, item, uriOf));
    const lines = itemMarkdown(index, criterion, uriOf).split('\n\n');
    assert.ok(lines.indexOf(failed) < lines.findIndex((line) => line.startsWith('Tested in')), lines.join('\n'));
  });
});
