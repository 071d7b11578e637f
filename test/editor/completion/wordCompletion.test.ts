import assert from 'node:assert/strict';
import { completion } from '../../../src/editor/completion/completion.ts';
import { workspace } from '../../support/editor/workspace.ts';

const KEYWORDS = ['@implements', '@verifies', '@req', '@waives'];
const NEEDS = ['implements', 'verifies', 'none'];

describe('completion of words', () => {
  const cases: [what: string, path: string, text: string, labels: string[] | null][] = [
    ['behind @ in a line comment', 'src/a.ts', '// @|', KEYWORDS],
    ['in a half-typed keyword', 'src/a.ts', 'const a = 1; // @ver|', KEYWORDS],
    ['in a block comment', 'src/a.c', '/*\n * @|\n */\nint a;', KEYWORDS],
    ['in a block comment of one line', 'src/a.c', '/* @| */ int a;', KEYWORDS],
    ['in a comment of another language', 'src/a.sql', '-- @|', KEYWORDS],
    ['in a documentation string', 'src/a.py', 'def a():\n    """Pays.\n\n    @|\n    """\n', KEYWORDS],
    ['in a comment of markup', 'src/a.html', '<!-- @| -->', KEYWORDS],
    ['in a test', 'test/a.test.js', '// @|', KEYWORDS],
    ['in Needs', 'docs/a.md', '## REQ-1: A\n\n**Needs**: |', NEEDS],
    ['in Needs with the colon inside, behind another', 'docs/a.md', '## REQ-1: A\n\n- **Needs:** implements, ver|', NEEDS],

    ['not in a decorator before a test', 'test/a.test.ts', '@| it("IP-1", () => {});', null],
    ['not in a decorator', 'src/a.ts', '@|\nclass A {}', null],
    ['not in a string', 'src/a.ts', 'const a = "// @|";', null],
    ['not in an address', 'src/a.ts', '// write to a@|', null],
    ['not in another tag', 'src/a.ts', '/** @par| */', null],
    ['not in an example between backticks', 'src/a.ts', '/** write `@|` above */', null],
    ['not in prose of a document', 'docs/a.md', 'write @|', null],
    ['not behind the words of Needs', 'docs/a.md', '**Needs**: implements |', null],
    ['not in Needs of code', 'src/a.ts', '// **Needs**: |', null],
    ['not where the file is not scanned', 'src/a.ts', '// reqtrace-ignore-file\n// @|', null],
  ];
  for (const [what, path, source, labels] of cases) {
    it(`${what}: ${JSON.stringify(source)}`, () => {
      const { view, text, position, extractor } = workspace({ 'docs/launch.md': '# Launch\n', [path]: source });
      assert.deepEqual(completion(view, text, position, extractor)?.items.map(({ label }) => label) ?? null, labels);
    });
  }

  const edits: [source: string, end: number, newText: string][] = [
    ['// @ve|', 6, '@verifies '],
    ['// @ve|rifies', 12, '@verifies '],
    ['// @|req REQ-1', 7, '@verifies'],
  ];
  for (const [source, end, newText] of edits) {
    it(`replaces the whole word of ${source}`, () => {
      const { view, text, position, extractor } = workspace({ 'src/a.ts': source });
      const verifies = completion(view, text, position, extractor)?.items[1];
      assert.deepEqual(verifies?.textEdit, { range: { start: { line: 0, character: 3 }, end: { line: 0, character: end } }, newText });
    });
  }

  it('reads no text where the line holds no @', () => {
    let reads = 0;
    const { view, text, position, extractor } = workspace({ 'src/a.ts': 'const a = 1|;' });
    const counting = {
      ...text,
      getText: (range?: Parameters<typeof text.getText>[0]) => (range ? text.getText(range) : (reads++, text.getText())),
    };
    assert.equal(completion(view, counting, position, extractor), null);
    assert.equal(reads, 0);
  });
});
