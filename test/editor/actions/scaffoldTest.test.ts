import assert from 'node:assert/strict';
import { scaffoldTest, testFileFor } from '../../../src/editor/actions/scaffoldTest.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

const MORE = 'docs/launch#IP-1.1/AC2';

function scaffolded(
  path: string,
  text: string,
  key = MORE,
  documents: Record<string, string> = { 'docs/launch.md': LAUNCH },
): { text: string; line: number } | string {
  const { view, reading } = workspace({ ...documents, [path]: text });
  const item = view.item(key);
  assert.ok(item);
  const made = scaffoldTest(view, reading, item, path, text);
  return 'refusal' in made ? made.refusal : { text: applyEdits(text, [made.edit]), line: made.line };
}

describe('scaffoldTest', () => {
  const frameworks: [what: string, path: string, text: string, expected: string, line: number][] = [
    [
      'mocha',
      'test/a.test.ts',
      "describe('stock', () => {\n  it('is there', () => {});\n});\n",
      "describe('stock', () => {\n  it('is there', () => {});\n});\n\nit('IP-1.1/AC2 An order of more is rejected', () => {\n  // An order of more is rejected\n  throw new Error('not written yet');\n});\n",
      4,
    ],
    [
      'vitest, without semicolons',
      'src/a.spec.js',
      'import { test } from "vitest"\n\ntest("a", () => {\n    expect(1)\n})\n',
      'import { test } from "vitest"\n\ntest("a", () => {\n    expect(1)\n})\n\ntest("IP-1.1/AC2 An order of more is rejected", () => {\n    // An order of more is rejected\n    throw new Error("not written yet")\n})\n',
      6,
    ],
    [
      'jest',
      'src/a.test.js',
      "jest.mock('./b');\n\ntest('a', () => {\n  expect(1);\n});\n",
      "jest.mock('./b');\n\ntest('a', () => {\n  expect(1);\n});\n\ntest('IP-1.1/AC2 An order of more is rejected', () => {\n  // An order of more is rejected\n  throw new Error('not written yet');\n});\n",
      6,
    ],
    [
      'pytest',
      'tests/test_a.py',
      'def test_a():\n    assert True\n',
      'def test_a():\n    assert True\n\n# @verifies IP-1.1/AC2\ndef test_an_order_of_more_is_rejected():\n    # An order of more is rejected\n    raise NotImplementedError("not written yet")\n',
      3,
    ],
    [
      'unittest',
      'tests/test_a.py',
      'class A(unittest.TestCase):\n    def test_a(self):\n        pass\n',
      'class A(unittest.TestCase):\n    def test_a(self):\n        pass\n\n    # @verifies IP-1.1/AC2\n    def test_an_order_of_more_is_rejected(self):\n        # An order of more is rejected\n        raise NotImplementedError("not written yet")\n',
      4,
    ],
    [
      'JUnit',
      'src/test/java/ATest.java',
      'class ATest {\n    @Test\n    void a() {}\n}\n',
      'class ATest {\n    @Test\n    void a() {}\n\n    // @verifies IP-1.1/AC2\n    @Test\n    void anOrderOfMoreIsRejected() {\n        // An order of more is rejected\n        throw new UnsupportedOperationException("not written yet");\n    }\n}\n',
      4,
    ],
    [
      'Go, with a name that is free',
      'a_test.go',
      'package a\n\nfunc TestAnOrderOfMoreIsRejected(t *testing.T) {\n\tt.Log()\n}\n',
      'package a\n\nfunc TestAnOrderOfMoreIsRejected(t *testing.T) {\n\tt.Log()\n}\n\n// @verifies IP-1.1/AC2\nfunc TestAnOrderOfMoreIsRejected2(t *testing.T) {\n\t// An order of more is rejected\n\tt.Fatal("not written yet")\n}\n',
      6,
    ],
    [
      'Rust, in the module of tests',
      'tests/a.rs',
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n',
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n\n    // @verifies IP-1.1/AC2\n    #[test]\n    fn an_order_of_more_is_rejected() {\n        // An order of more is rejected\n        todo!("not written yet");\n    }\n}\n',
      5,
    ],
    [
      'an empty file',
      'test/a.test.ts',
      '',
      "it('IP-1.1/AC2 An order of more is rejected', () => {\n  // An order of more is rejected\n  throw new Error('not written yet');\n});\n",
      0,
    ],
  ];
  for (const [what, path, text, expected, line] of frameworks) {
    it(what, () => assert.deepEqual(scaffolded(path, text), { text: expected, line }));
  }

  it('has Given, When and Then each on a line', () => {
    const documents = {
      'docs/a.md':
        '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- **Given** an order, **When** it is paid, **Then** it ships **And** a mail goes out\n',
    };
    const made = scaffolded('a_test.go', 'package a\n', 'docs/a#REQ-1/AC1', documents);
    assert.match(
      typeof made === 'string' ? made : made.text,
      /\t\/\/ Given an order\n\t\/\/ When it is paid\n\t\/\/ Then it ships\n\t\/\/ And a mail goes out\n/u,
    );
  });

  it('names an item by a comment where no title can', () => {
    const documents = { 'docs/a.md': "## Pay\n\n**Acceptance Criteria**:\n- It's `${paid}`\n" };
    const made = scaffolded('test/a.test.ts', "it('a', () => {});\n", 'docs/a#pay/AC1', documents);
    assert.match(typeof made === 'string' ? made : made.text, /\n\/\/ @verifies a#pay\/AC1\nit\('It\\'s \\\$\{paid\}', \(\) => \{\n/u);
  });

  it('refuses what is no test, and what it does not know', () => {
    assert.match(String(scaffolded('src/a.ts', '')), /no test file/u);
    assert.match(String(scaffolded('test/a.lua', '')), /How tests are written in test\/a\.lua is not known/u);
    assert.match(String(scaffolded('test/a.test.ts', '// reqtrace-ignore-file\n')), /would not count/u);
  });
});

describe('testFileFor', () => {
  const verifies = (id: string): string => `// @verifies ${id}\ntest("a", () => {});\n`;
  const cases: [what: string, files: Record<string, string>, path: string | undefined][] = [
    ['one that verifies a sibling', { 'test/b.test.ts': verifies('IP-1.1/AC1'), 'test/a.test.ts': verifies('IP-1.2') }, 'test/b.test.ts'],
    [
      'one that verifies something of the document',
      { 'docs/pay.md': '## PAY-1: Pay\n', 'test/a.test.ts': verifies('PAY-1'), 'test/z.test.ts': verifies('IP-1.2') },
      'test/z.test.ts',
    ],
    [
      'one beside the code',
      {
        'docs/pay.md': '## PAY-1: Pay\n',
        'test/a.test.ts': verifies('PAY-1'),
        'src/stock.ts': '// @implements IP-1.1\n',
        'test/stock.test.ts': '',
      },
      'test/stock.test.ts',
    ],
    ['any that verifies something', { 'docs/pay.md': '## PAY-1: Pay\n', 'test/a.test.ts': verifies('PAY-1') }, 'test/a.test.ts'],
    ['none', { 'src/stock.ts': '// @implements IP-1.1\n' }, undefined],
  ];
  for (const [what, files, path] of cases) {
    it(what, () => {
      const { view } = workspace({ 'docs/launch.md': LAUNCH, ...files });
      const item = view.item(MORE);
      assert.ok(item);
      assert.equal(testFileFor(view, item), path);
    });
  }
});
