import assert from 'node:assert/strict';
import { annotate } from '../../../src/editor/actions/annotate.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

/** The file after an annotation for IP-1.1/AC2 above the line of the cursor. */
function annotated(path: string, source: string): string {
  const { view, reading, position, text } = workspace({ 'docs/launch.md': LAUNCH, [path]: source });
  const item = view.item('docs/launch#IP-1.1/AC2');
  assert.ok(item);
  const edit = annotate(view, reading, item, { path, text: text.getText(), line: position.line });
  return 'refusal' in edit ? edit.refusal : applyEdits(text.getText(), [edit]);
}

const NAMED = (line: number, path: string): string => `IP-1.1/AC2 is named above line ${line} of ${path} already`;

describe('annotate', () => {
  const cases: [path: string, source: string, expected: string][] = [
    ['src/a.ts', 'class A {\n  pay|() {}\n}\n', 'class A {\n  // @implements IP-1.1/AC2\n  pay() {}\n}\n'],
    ['test/a.test.ts', '|test("a", () => {});\n', '// @verifies IP-1.1/AC2\ntest("a", () => {});\n'],
    ['src/a.py', 'def |a():\n    pass\n', '# @implements IP-1.1/AC2\ndef a():\n    pass\n'],
    ['src/a.sql', 'select |1;\n', '-- @implements IP-1.1/AC2\nselect 1;\n'],
    ['src/a.css', 'a| {}\n', '/* @implements IP-1.1/AC2 */\na {}\n'],
    ['src/a.html', '<p>|</p>\n', '<!-- @implements IP-1.1/AC2 -->\n<p></p>\n'],
    ['src/a.lisp', '(a|)\n', ';; @implements IP-1.1/AC2\n(a)\n'],
    ['src/a.erl', 'a(|) -> ok.\n', '% @implements IP-1.1/AC2\na() -> ok.\n'],
    ['src/a.f90', 'en|d\n', '! @implements IP-1.1/AC2\nend\n'],
    ['src/a.vb', 'Sub |A()\n', "' @implements IP-1.1/AC2\nSub A()\n"],
    ['src/a.bat', 'echo |a\r\n', 'REM @implements IP-1.1/AC2\r\necho a\r\n'],
    ['src/a.ml', 'let a| = 1\n', '(* @implements IP-1.1/AC2 *)\nlet a = 1\n'],
    ['src/a.hs', 'a =| 1\n', '-- @implements IP-1.1/AC2\na = 1\n'],
    ['src/a.ts', 'const a = `\n  b|\n`;\n', 'Nothing can be annotated above line 2 of src/a.ts: a comment there would not count'],
    ['src/a.ipynb', '{|}\n', 'src/a.ipynb is a notebook, which is not changed for you; change it there first'],
    ['src/a.ts', '// @implements IP-1.1/AC2\nfunction |a() {}\n', NAMED(2, 'src/a.ts')],
    ['src/a.ts', '// @implements IP-1.1/AC2\n// @implements IP-1.2\nfunction |a() {}\n', NAMED(3, 'src/a.ts')],
    ['src/a.ts', '// @implements |IP-1.1/AC2\nfunction a() {}\n', NAMED(1, 'src/a.ts')],
    ['src/a.ts', '/** @implements IP-1.2, launch#IP-1.1/AC2 */\n@Input()\nclass |A {}\n', NAMED(3, 'src/a.ts')],
    ['src/a.sql', '-- @implements IP-1.1/AC2\nselect |1;\n', NAMED(2, 'src/a.sql')],
    [
      'test/a.test.ts',
      '// @implements IP-1.1/AC2\n|test("a", () => {});\n',
      '// @implements IP-1.1/AC2\n// @verifies IP-1.1/AC2\ntest("a", () => {});\n',
    ],
    [
      'src/a.ts',
      '// @implements IP-1.1/AC2\nfunction b() {}\nfunction |a() {}\n',
      '// @implements IP-1.1/AC2\nfunction b() {}\n// @implements IP-1.1/AC2\nfunction a() {}\n',
    ],
    ['docs/b.md', 'Text|\n', 'docs/b.md is neither code nor a test, so an annotation there would not count'],
  ];
  const joined: [path: string, source: string, expected: string][] = [
    ['src/a.ts', '// @implements IP-1.2\nfunction |a() {}\n', '// @implements IP-1.2, IP-1.1/AC2\nfunction a() {}\n'],
    ['src/a.ts', '/** @implements IP-1.2 */\nfunction |a() {}\n', '/** @implements IP-1.2, IP-1.1/AC2 */\nfunction a() {}\n'],
    [
      'src/a.ts',
      '/**\n * Pays.\n * @implements IP-1.2\n */\nfunction |a() {}\n',
      '/**\n * Pays.\n * @implements IP-1.2, IP-1.1/AC2\n */\nfunction a() {}\n',
    ],
    ['src/a.ts', '/**\n * Pays.\n */\nfunction |a() {}\n', '/**\n * Pays.\n * @implements IP-1.1/AC2\n */\nfunction a() {}\n'],
    [
      'src/a.ts',
      'class A {\n  /**\n   * Pays.\n   */\n  |a() {}\n}\n',
      'class A {\n  /**\n   * Pays.\n   * @implements IP-1.1/AC2\n   */\n  a() {}\n}\n',
    ],
    [
      'src/A.java',
      '/**\n * Pays.\n */\n@Deprecated\nclass |A {}\n',
      '/**\n * Pays.\n * @implements IP-1.1/AC2\n */\n@Deprecated\nclass A {}\n',
    ],
    [
      'src/a.py',
      '# @implements IP-1.2, IP-1.1/AC1\ndef |a():\n    pass\n',
      '# @implements IP-1.2, IP-1.1/AC1, IP-1.1/AC2\ndef a():\n    pass\n',
    ],
    [
      'src/a.go',
      '// Pay pays.\n// @implements IP-1.2\nfunc |Pay() {}\n',
      '// Pay pays.\n// @implements IP-1.2, IP-1.1/AC2\nfunc Pay() {}\n',
    ],
    ['src/a.rs', '/// @implements IP-1.2\n#[inline]\nfn |a() {}\n', '/// @implements IP-1.2, IP-1.1/AC2\n#[inline]\nfn a() {}\n'],
    [
      'test/a.test.ts',
      '// @implements IP-1.2\ntest("|a", () => {});\n',
      '// @implements IP-1.2\n// @verifies IP-1.1/AC2\ntest("a", () => {});\n',
    ],
    [
      'src/a.ts',
      '// @implements IP-1.2\nfunction b() {}\n\nfunction |a() {}\n',
      '// @implements IP-1.2\nfunction b() {}\n\n// @implements IP-1.1/AC2\nfunction a() {}\n',
    ],
    ['src/a.ts', '// Pays.\nfunction |a() {}\n', '// Pays.\n// @implements IP-1.1/AC2\nfunction a() {}\n'],
    ['src/a.ts', '// @implements IP-1.2: all of it\nfunction |a() {}\n', '// @implements IP-1.2, IP-1.1/AC2: all of it\nfunction a() {}\n'],
    ['src/a.ts', '// @implements IP-1.2~123abc\nfunction |a() {}\n', '// @implements IP-1.2~123abc, IP-1.1/AC2\nfunction a() {}\n'],
  ];
  for (const [path, source, expected] of joined) {
    it(`joins what is there in ${path}: ${JSON.stringify(source)}`, () => assert.equal(annotated(path, source), expected));
  }

  for (const [path, source, expected] of cases) {
    it(`${path}: ${JSON.stringify(source)}`, () => assert.equal(annotated(path, source), expected));
  }
});
