import assert from 'node:assert/strict';
import { completion, completionDetails, MOST_COMPLETIONS } from '../../../src/editor/completion/completion.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const OTHER = '# Pay\n\n## PAY-7: Pay the order\n';
const DOCUMENTS = { 'docs/launch.md': LAUNCH, 'docs/pay.md': OTHER };

function proposals(files: Record<string, string>, configuration: Partial<Configuration> = {}): string[] | null {
  const { view, text, position, extractor } = workspace(files, configuration);
  return completion(view, text, position, extractor)?.items.map(({ label }) => label) ?? null;
}

const ALL = ['IP-1.1', 'IP-1.2', 'PAY-7'];
const CRITERIA = ['IP-1.1/AC1', 'IP-1.1/AC2'];

describe('completion', () => {
  const places: [what: string, path: string, text: string, labels: string[] | null][] = [
    ['behind a keyword', 'src/a.ts', '// @implements |', ALL],
    ['behind any keyword', 'src/a.py', 'x = 1\n# @req |\n', ALL],
    ['in a half-typed id', 'src/a.ts', '// @verifies IP-|', ALL],
    ['behind a comma', 'src/a.ts', '/* @verifies IP-1.1, | */', ALL],
    ['in a block comment', 'src/a.ts', '/**\n * Text.\n * @implements |\n */\nfunction a() {}', ALL],
    ['in a waiver that has no reason yet', 'src/a.sql', '-- @waives |', ALL],
    ['in a waiver before its reason', 'src/a.sql', '-- @waives IP|: measured by hand', ALL],
    ['behind the slash of a requirement', 'src/a.ts', '// @verifies IP-1.1/|', CRITERIA],
    ['in a half-typed criterion', 'src/a.ts', '// @verifies IP-1.1/A|', CRITERIA],
    ['behind a document', 'src/a.ts', '// @verifies pay#|', ['pay#PAY-7']],
    ['behind a document and the slash', 'src/a.ts', '// @verifies launch#IP-1.1/|', ['launch#IP-1.1/AC1', 'launch#IP-1.1/AC2']],
    ['at the start of a test title', 'test/a.test.ts', 'describe("|", () => {});', ALL],
    ['in an id in a test title', 'test/a.test.ts', 'it("IP-1.1/|", () => {});', CRITERIA],
    ['in a tag of a Gherkin scenario', 'features/a.feature', 'Feature: A\n\n  @IP-|\n  Scenario: B\n', ALL],
    ['in a nested test title', 'test/a.test.ts', 'describe("IP-1.1", () => {\n  it("AC|", () => {});\n});', ['AC1', 'AC2']],
    ['in the title of a group whose tests name criteria', 'test/a.test.ts', 'describe("|", () => {\n  it("AC1 a", () => {});\n});', ALL],
    [
      'in the attribute Covers, but not what it belongs to',
      'docs/z.md',
      '## SYS-1: A\n\n**Covers**: |\n\n## SYS-2: B\n',
      [...ALL, 'SYS-2'],
    ],
    ['in the attribute Covers of a part, with the whole', 'docs/z.md', '## SYS-1: A\n\n### SYS-2: B\n\n**Covers**: |\n', [...ALL, 'SYS-1']],
    ['in the attribute Covers at the end', 'docs/z.md', '## SYS-1: A\n\n**Covers**: |', ALL],
    ['in a waiver of the configuration', 'reqtrace.yaml', 'waivers:\n  - ref: |\n    reason: later\n', ALL],
    ['in a waiver of the configuration that has no reason yet', 'reqtrace.yaml', 'waivers:\n  - ref: IP-|\n', ALL],

    ['not in code', 'src/a.ts', 'const a = |1;', null],
    ['not in a keyword outside a comment', 'src/a.ts', 'const a = "@implements |";', null],
    ['not in prose of a comment', 'src/a.ts', '// see IP-|', null],
    ['not behind a keyword and a reference without a comma', 'src/a.ts', '// @implements IP-1.1 |', null],
    ['not in the words of a test title', 'test/a.test.ts', 'it("takes |", () => {});', null],
    ['not in a string of a test that is no title', 'test/a.test.ts', 'const a = "IP-|";', null],
    ['not in a title of code', 'src/a.ts', 'it("IP-|", () => {});', null],
    ['not in prose of a document', 'docs/z.md', '## SYS-1: A\n\nSee IP-|\n', null],
    ['not elsewhere in the configuration', 'reqtrace.yaml', 'documents: |\n', null],
    ['not behind the ignore mark of a file', 'src/a.ts', '// reqtrace-ignore-file\n// @implements |', null],
    ['not in an endless line', 'src/a.ts', `// ${'x'.repeat(5000)} @implements |`, null],
  ];
  for (const [what, path, text, labels] of places) {
    it(`${what}: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const found = proposals({ ...DOCUMENTS, [path]: text });
      assert.deepEqual(found?.toSorted() ?? null, labels);
    });
  }

  describe('by words of a criterion', () => {
    const words: [typed: string, labels: string[]][] = [
      ['mor', ['IP-1.1', 'IP-1.1/AC2', 'IP-1.2', 'PAY-7']],
      ['more', ['IP-1.1', 'IP-1.1/AC2', 'IP-1.2', 'PAY-7']],
      ['REJECTED', ['IP-1.1', 'IP-1.1/AC2', 'IP-1.2', 'PAY-7']],
      ['stock', ['IP-1.1', 'IP-1.1/AC1', 'IP-1.2', 'PAY-7']],
      ['order', ['IP-1.1', 'IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.2', 'PAY-7']],
      ['mo', ALL],
      ['ore', ALL],
      ['jected', ALL],
      ['IP-1.1', ALL],
      ['nothing', ALL],
    ];
    for (const [typed, labels] of words) {
      it(typed, () => assert.deepEqual(proposals({ ...DOCUMENTS, 'src/a.ts': `// @implements ${typed}|` })?.toSorted(), labels));
    }

    it('asks again as long as there are too few letters, and finds a word that VS Code would take for no match', () => {
      const answer = (typed: string) => {
        const { view, text, position, extractor } = workspace({ ...DOCUMENTS, 'src/a.ts': `// @implements ${typed}|` });
        return completion(view, text, position, extractor);
      };
      assert.deepEqual(
        ['', 'm', 'mo', 'mor', 'IP-', 'pay#'].map((typed) => answer(typed)?.isIncomplete),
        [true, true, true, false, false, false],
      );
      assert.equal(answer('mor')?.items.find(({ label }) => label === 'IP-1.1/AC2')?.filterText, 'IP-1.1/AC2 An order of more is rejected');
    });
  });

  it("offers ids in a project's own notation", () => {
    const annotations = [{ pattern: String.raw`Implements: (?<ref>[A-Z]+-[\d.]+)`, kind: 'implements' }] as const;
    assert.deepEqual(proposals({ ...DOCUMENTS, 'src/a.ts': '// Implements: IP-|' }, { annotations })?.toSorted(), ALL);
  });

  it('has what is unmet first, then what stands in the document that was referred to last', () => {
    const meets = '// @implements IP-1.2\nfunction a() {}\n';
    const verifies = '// @verifies IP-1.2\ntest("a", () => {});\n';
    assert.deepEqual(proposals({ ...DOCUMENTS, 'src/z.ts': '// @implements |' }), ALL);
    assert.deepEqual(proposals({ ...DOCUMENTS, 'src/z.ts': '// @implements PAY-7\n// @implements |' }), ['IP-1.1', 'IP-1.2', 'PAY-7']);
    assert.deepEqual(proposals({ ...DOCUMENTS, 'src/z.ts': '// see PAY-7\n// @implements |' }), ['PAY-7', 'IP-1.1', 'IP-1.2']);
    assert.deepEqual(proposals({ ...DOCUMENTS, 'src/a.ts': meets, 'test/a.test.ts': verifies, 'src/z.ts': '// @implements |' }), [
      'IP-1.1',
      'PAY-7',
      'IP-1.2',
    ]);
  });

  it('has the neighbours of what was referred to last first', () => {
    const many = Array.from({ length: 6 }, (_, index) => `## REQ-${index}: R\n`).join('\n');
    assert.deepEqual(
      proposals({ 'docs/a.md': many, 'docs/b.md': '## PAY-7: Pay\n', 'src/a.ts': '// @implements REQ-3\n// @implements |' }),
      ['REQ-4', 'REQ-2', 'REQ-5', 'REQ-1', 'REQ-0', 'PAY-7', 'REQ-3'],
    );
  });

  it('replaces all of the reference that is there', () => {
    const { view, text, position, extractor } = workspace({ ...DOCUMENTS, 'src/a.ts': '// @verifies IP-1.1/A|C9, IP-1.2' });
    const [first] = completion(view, text, position, extractor)?.items ?? [];
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 23 } },
      newText: 'IP-1.1/AC1',
    });
    assert.ok(first?.filterText?.startsWith('IP-1.1/AC1 '), 'what was typed is held against the whole reference and its words');
  });

  it('shows the status, the title, and the text when asked', () => {
    const { view, text, position, extractor } = workspace({ ...DOCUMENTS, 'src/a.ts': '// @verifies |' });
    const first = completion(view, text, position, extractor)?.items[0];
    assert.equal(first?.labelDetails?.description, '○ Reserve stock');
    const details = completionDetails(view, { key: 'docs/launch#IP-1.1' }, uriOf);
    assert.equal(details?.detail, 'unmet, 0 of 2 criteria met');
    assert.match(JSON.stringify(details.documentation), /An order reserves its/u);
    assert.equal(completionDetails(view, { key: 'gone' }, uriOf), undefined);
  });

  it('qualifies what is ambiguous', () => {
    const files = {
      'docs/a.md': '## REQ-1: A\n\n**Acceptance Criteria**:\n- x\n',
      'docs/b.md': '## REQ-1: B\n\n**Acceptance Criteria**:\n- y\n',
    };
    assert.deepEqual(proposals({ ...files, 'src/a.ts': '// @verifies |' }), ['a#REQ-1', 'b#REQ-1']);
    assert.deepEqual(proposals({ ...files, 'src/a.ts': '// @verifies REQ-1/|' }), ['a#REQ-1/AC1', 'b#REQ-1/AC1']);
  });

  it('answers with a part of very many and asks to be asked again', () => {
    const many = Array.from({ length: MOST_COMPLETIONS + 50 }, (_, index) => `## REQ-${index}: R`).join('\n\n');
    const { view, text, position, extractor } = workspace({ 'docs/a.md': many, 'src/a.ts': '// @implements |' });
    const list = completion(view, text, position, extractor);
    assert.equal(list?.items.length, MOST_COMPLETIONS);
    assert.equal(list?.isIncomplete, true);
    const typed = workspace({ 'docs/a.md': many, 'src/a.ts': '// @implements REQ-24|' });
    const fitting = completion(typed.view, typed.text, typed.position, typed.extractor)?.items.map(({ label }) => label);
    assert.deepEqual(fitting?.toSorted(), ['REQ-24', ...Array.from({ length: 10 }, (_, index) => `REQ-24${index}`)]);
  });
});
