import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** The references at `|` of a text, as ids with their criteria. */
function at(path: string, marked: string): string[] {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return extractor
    .extractAt(path, marked.replace('|', ''), position)
    .references.filter(({ range }) => range.start.line === position.line && range.start.character === position.character)
    .map(({ id, criterion }) => (criterion === undefined ? id : `${id}/${criterion}`));
}

const SECTIONS = '# Plan\n\n## SYS-1: A\n\nText.\n\n### SYS-2: B\n\n**Covers**: SYS-1\n\n';

describe('a place of a file', () => {
  const cases: [what: string, path: string, text: string, found: string[]][] = [
    ['in a comment', 'src/a.ts', 'const a = "`";\n// @implements |IP-1\n', ['IP-1']],
    ['in the second line of a list', 'src/a.ts', '/*\n * @implements IP-1,\n *   |IP-2\n */', ['IP-2']],
    ['in a string that looks like a comment', 'src/a.ts', 'const a = `\n// @implements |IP-1\n`;', []],
    ['behind a comment that is never closed', 'src/a.c', '/* \nint a; // @implements |IP-1', ['IP-1']],
    [
      'in a documentation string',
      'src/a.py',
      'class A:\n    def b(self):\n        """Pays.\n\n        @implements |IP-1\n        """\n',
      ['IP-1'],
    ],
    ['in a documentation string with CRLF', 'src/a.py', 'def b(\n    c,\n):\r\n    """@implements |IP-1"""\r\n', ['IP-1']],
    ['in another string of Python', 'src/a.py', 'a = [\n    """@implements |IP-1"""\n]\n', []],
    ['in a fenced example that began in lines above', 'src/a.ts', '// ```\n// @implements |IP-1\n// ```', []],
    ['under an ignore mark', 'src/a.ts', '// reqtrace-ignore-next-line\n// @implements |IP-1', []],
    ['above the ignore mark of the file', 'src/a.ts', '// @implements |IP-1\n// reqtrace-ignore-file', []],
    ['in a waiver', 'src/a.ts', '// @waives |IP-1: by hand', ['IP-1']],

    ['in a title', 'test/a.test.ts', 'describe("a", () => {\n  it("|IP-1 b", () => {});\n});', ['IP-1']],
    [
      'in the title of a group whose tests name criteria',
      'test/a.test.ts',
      'describe("|IP-1", () => {\n  it("AC1 b", () => {});\n});',
      ['IP-1'],
    ],
    [
      'in a title that its group completes',
      'test/a.test.ts',
      'describe("IP-9", () => {});\ndescribe("IP-1", () => {\n  it("|AC1 b", () => {});\n});',
      ['IP-1/AC1'],
    ],
    ['in a title of a table', 'test/a.test.ts', 'describe("IP-1", () => {\n  it.each([[1]])("|AC1 %s", () => {});\n});', ['IP-1/AC1']],
    [
      'in a title that indentation puts into its group',
      'spec/a_spec.rb',
      "describe 'IP-1' do\n  it 'x' do\n  end\n  it '|AC2 b' do\n  end\nend\n",
      ['IP-1/AC2'],
    ],
    ['in a tag', 'src/test/java/ATest.java', 'class A {\n  @Tag("|IP-1/AC1")\n  void a() {}\n}', ['IP-1/AC1']],
    ['in the name of a test of a class', 'tests/test_a.py', 'class TestIP_1:\n    def |AC2(self):\n        pass\n', ['IP-1/AC2']],
    ['in a tag of Gherkin', 'features/a.feature', 'Feature: A\n\n  @x @|IP-1\n  Scenario: B\n', ['IP-1']],
    ['in a comment of a test', 'test/a.test.ts', 'it("IP-2", () => {}); // see |IP-1', []],

    ['in Covers', 'docs/a.md', `${SECTIONS}### SYS-3: C\n\n**Covers**: |SYS-1\n`, ['SYS-1']],
    ['in Covers behind another', 'docs/a.md', `${SECTIONS}### SYS-3: C\n\n**Covers**: SYS-1, |SYS-2\n`, ['SYS-2']],
    ['in Covers of a plain heading below a requirement', 'docs/a.md', `${SECTIONS}#### Notes\n\n**Covers**: |SYS-1\n`, ['SYS-1']],
    ['in Covers of no requirement', 'docs/a.md', `${SECTIONS}## Notes\n\n**Covers**: |SYS-1\n`, []],
    ['in Covers of a section that is defined before', 'docs/a.md', `${SECTIONS}## SYS-1: Again\n\n**Covers**: |SYS-2\n`, []],
    ['in Covers of an item', 'docs/a.md', `${SECTIONS}## Others\n\n- **SYS-4**: D\n  **Covers**: |SYS-1\n`, ['SYS-1']],
    [
      'in Covers of a section that its criteria make a requirement',
      'docs/a.md',
      '## A\n\n**Covers**: |SYS-1\n\n### Acceptance Criteria\n\n- x\n',
      ['SYS-1'],
    ],
    [
      'in Covers of a heading whose prefix another one sets apart',
      'docs/a.md',
      '## SYS-1: A\n\n## SYS-2 B\n\n**Covers**: |SYS-1\n',
      ['SYS-1'],
    ],
    ['in Covers of a section under an underlined heading', 'docs/a.md', '## SYS-1: A\n\nB\n---\n\n#### C\n\n**Covers**: |SYS-1\n', []],
    ['in code that looks like a section', 'docs/a.md', '## SYS-1: A\n\n```\n# SYS-2: B\n**Covers**: |SYS-1\n```\n', []],
    ['in a comment that looks like a section', 'docs/a.md', '<!--\n\n## SYS-2: B\n\n**Covers**: |SYS-1\n-->\n', []],
    ['under an ignore mark of a document', 'docs/a.md', '## SYS-1: A\n\n<!-- reqtrace-ignore-start -->\n\n**Covers**: |SYS-1\n', []],
    ['in a document whose front matter has the ID', 'docs/a.md', '---\nid: SYS-1\n---\n# A\n\n## B\n\n**Covers**: |SYS-2\n', ['SYS-2']],
    ['in a waiver of the configuration', 'reqtrace.yaml', 'waivers:\n  - ref: |IP-1\n    reason: later\n', ['IP-1']],
  ];
  for (const [what, path, text, found] of cases) {
    it(`${what}: ${JSON.stringify(text.slice(0, 70))}`, () => assert.deepEqual(at(path, text), found));
  }
});
