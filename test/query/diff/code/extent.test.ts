import assert from 'node:assert/strict';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { extentOf } from '../../../../src/query/diff/code/extent.ts';
import { linesOf } from '../../../../src/text/lines.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** The lines of the first annotation's extent, `>` before each: read from a text in which exactly those are marked so. */
function marked(path: string, text: string): string {
  const lines = linesOf(text);
  const [annotation] = extractor.extract(path, text).annotations;
  assert.ok(annotation, 'no annotation');
  const { start, end } = extentOf(lines, annotation);
  return lines.map((line, at) => `${start <= at && at < end ? '>' : ' '}${line}`).join('\n');
}

describe('extentOf', () => {
  const cases: readonly [what: string, path: string, expected: string][] = [
    [
      'a function in braces',
      'a.ts',
      ' // @implements IP-1\n>export function a() {\n>  if (x) {\n>    y();\n>\n>  }\n>}\n \n function b() {}',
    ],
    [
      'a head over several lines',
      'a.ts',
      ' // @implements IP-1\n>function a(\n>  x: number,\n>): number {\n>  return x;\n>}\n const y = 1;',
    ],
    ['a brace on its own line', 'a.cs', ' // @implements IP-1\n>public void A()\n>{\n>    B();\n>}\n public void C() {}'],
    ['code that is not indented', 'a.js', ' // @implements IP-1\n>function a() {\n>return 1;\n>}\n b();'],
    [
      'Python by indentation',
      'a.py',
      ' # @implements IP-1\n>def a(x):\n>    if x:\n>        return 1\n>\n>    return 2\n \n def b(): pass',
    ],
    ['attributes between the annotation and the head', 'a.py', ' # @implements IP-1\n>@cached\n>def a(x):\n>    return 2\n x = 1'],
    ['a method, not its class', 'a.java', ' class A {\n   // @implements IP-1\n>  void a() {\n>    b();\n>  }\n \n   void c() {}\n }'],
    ['a class with all in it', 'a.java', ' // @implements IP-1\n>class A {\n>  void a() {}\n>}\n class B {}'],
    ['Ruby to its end', 'a.rb', ' # @implements IP-1\n>def a\n>  1\n>rescue E\n>  2\n>end\n def b; end'],
    ['a test by its title', 'a.test.ts', '>it("IP-1 holds", () => {\n>  check();\n>});\n it("other", () => {});'],
    [
      'parameters on lines of their own',
      'a.c',
      ' // @implements IP-1\n>int a(\n>    int x\n>)\n>{\n>    return x;\n>}\n int b() { return 1; }',
    ],
    ['one line above another with braces', 'a.ts', ' // @implements IP-1\n>const a = () => 1;\n const b = { x: 1 };'],
    ['one line', 'a.ts', ' // @implements IP-1\n>const a = () => 1;\n const b = 2;'],
    ['without a declaration up to the next blank line', 'settings.ini', '># @implements IP-1\n>timeout = 3\n>retries = 2\n \n other = 1'],
    [
      'a string whose text stands at the left',
      'a.ts',
      ' // @implements IP-1\n>function a() {\n>  b(`\n>text\n>more`);\n>  c();\n>}\n const d = 1;',
    ],
    ['the same in Python', 'a.py', ' # @implements IP-1\n>def a():\n>    b("""\n>text\n>""")\n>    c()\n \n d()'],
    [
      'text at the left that is not quoted so',
      'a.php',
      ' <?php\n // @implements IP-1\n>function a()\n>{\n>    b(<<<EOF\n>text {x}\n>EOF);\n>    c();\n>}\n d();',
    ],
    [
      'a branch of its own after the brace',
      'a.js',
      ' // @implements IP-1\n>function a() {\n>  try {\n>    b();\n>  } catch {\n>    c();\n>  }\n>}\n function d() {}',
    ],
    ['all of a file from the comment at its top', 'a.ts', '>// @implements IP-1\n>\n>const a = 1;\n>\n>const b = 2;'],
    ['the same below a licence', 'a.py', ' #!/usr/bin/env python\n # Licence: none\n \n>""" @implements IP-1 """\n>\n>A = 1'],
    ['no more than its block further down', 'a.ts', ' const a = 1;\n \n>// @implements IP-1\n \n const b = 2;'],
    ['no more than its block at the top', 'a.ts', ' // @implements IP-1\n>const a = [1];\n \n const b = 2;'],
    ['to the end of a file that breaks off', 'a.ts', ' // @implements IP-1\n>function a() {\n>  b();'],
  ];
  for (const [what, path, expected] of cases) {
    it(what, () => {
      const text = expected
        .split('\n')
        .map((line) => line.slice(1))
        .join('\n');
      assert.equal(marked(path, text), expected);
      assert.equal(marked(path, text.replaceAll('\n', '\r\n')), expected);
    });
  }
});
