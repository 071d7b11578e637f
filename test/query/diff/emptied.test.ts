import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, told } from '../../support/diffStates.ts';

const FIXED: Files = { 'docs/a.md': '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are confirmed\n' };
const CODE = '// @implements REQ-1/AC1\nexport function one() {\n  return 1;\n}\n';
const TEST = "// @verifies REQ-1/AC1\ntest('one', () => {\n  check(1);\n});\n";
const PYTHON = '# @verifies REQ-1/AC1\ndef test_one():\n    assert one() == 1\n';
const GO = '// @verifies REQ-1/AC1\nfunc TestOne(t *testing.T) {\n\tcheck(t, 1)\n}\n';
const OTHER = "\ntest('two', () => {\n  check(2);\n});\n";

/** The lists that a change of one file puts the criterion in. */
function lists(before: Files, after: Files): Record<string, string[]> {
  const fixed = { ...FIXED, 'src/a.ts': CODE, 'test/a.test.ts': TEST };
  return told(difference({ ...fixed, ...before }, { ...fixed, ...after }));
}

describe('an annotation that is left of what it stood on', () => {
  const noTest = { 'test/a.test.ts': '' };
  const broken: readonly [what: string, before: Files, after: Files, left: string][] = [
    ['alone in its file', {}, { 'test/a.test.ts': '// @verifies REQ-1/AC1\n' }, 'the test "one" in test/a.test.ts:1'],
    ['below another test', {}, { 'test/a.test.ts': `${OTHER}\n// @verifies REQ-1/AC1\n` }, 'the test "one" in test/a.test.ts:6'],
    ['above a comment', {}, { 'test/a.test.ts': `${OTHER}\n// @verifies REQ-1/AC1\n// soon\n` }, 'the test "one" in test/a.test.ts:6'],
    ['on a test that is a comment', {}, { 'test/a.test.ts': TEST.replaceAll(/^(?!\/\/|$)/gmu, '// ') }, ''],
    ['on a function', {}, { 'test/a.test.ts': '// @verifies REQ-1/AC1\nfunction one() {}\n' }, 'the test "one" in test/a.test.ts:1'],
    ['on a constant', {}, { 'test/a.test.ts': '// @verifies REQ-1/AC1\nconst one = 1;\n' }, 'the test "one" in test/a.test.ts:1'],
    [
      'on code',
      {},
      { 'test/a.test.ts': '', 'src/b.ts': '// @verifies REQ-1/AC1\nexport function b() {}\n' },
      'the test "one" in src/b.ts:1',
    ],
    ['in another language', {}, { 'test/a.test.ts': '', 'test/a.sql': '-- @verifies REQ-1/AC1\n' }, 'the test "one" in test/a.sql:1'],
    [
      'on a function that pytest does not run',
      { ...noTest, 'tests/test_a.py': PYTHON },
      { ...noTest, 'tests/test_a.py': PYTHON.replace('test_one', 'check_one') },
      'the test "test_one()" in tests/test_a.py:1',
    ],
    [
      'on a function that go does not run',
      { ...noTest, 'a_test.go': GO },
      { ...noTest, 'a_test.go': GO.replace('TestOne', 'helpOne') },
      'the test "TestOne()" in a_test.go:1',
    ],
    ['of code', {}, { 'src/a.ts': '// @implements REQ-1/AC1\n' }, 'the code "one()" in src/a.ts:1'],
    ['of code, in another file', {}, { 'src/a.ts': '', 'src/b.ts': '// @implements REQ-1/AC1\n' }, 'the code "one()" in src/b.ts:1'],
  ];
  for (const [what, before, after, left] of broken)
    // @verifies RT-5.1/AC7
    it(`breaks its criterion: ${what}`, () => {
      const found = lists(before, after);
      assert.deepEqual(Object.keys(found), ['broken'], JSON.stringify(found));
      if (left) assert.ok(found['broken']?.[0]?.includes(`only the annotation is left of ${left}`), JSON.stringify(found));
    });

  const kept: readonly [what: string, before: Files, after: Files, list: string | undefined][] = [
    ['another body', {}, { 'test/a.test.ts': TEST.replace('check(1)', 'check(2)') }, 'touched'],
    ['another title', {}, { 'test/a.test.ts': TEST.replace("'one'", "'the one'") }, 'touched'],
    ['a table of tests', {}, { 'test/a.test.ts': TEST.replace('test(', 'test.each([1, 2])(') }, 'touched'],
    ['a word of a runner that nobody knows', {}, { 'test/a.test.ts': TEST.replace('test(', 'scenario(') }, 'touched'],
    ['a group of tests', {}, { 'test/a.test.ts': `// @verifies REQ-1/AC1\ndescribe('all', () => {${OTHER}});\n` }, 'touched'],
    ['a file of tests', {}, { 'test/a.test.ts': `// @verifies REQ-1/AC1\n${OTHER}` }, 'touched'],
    ['a test in another file', {}, { 'test/a.test.ts': '', 'test/b.test.ts': TEST }, undefined],
    ['another function', {}, { 'src/a.ts': CODE.replace('one()', 'first()') }, 'touched'],
    ['a constant in place of a function', {}, { 'src/a.ts': '// @implements REQ-1/AC1\nexport const one = () => 1;\n' }, 'touched'],
    ['all code of a file', {}, { 'src/a.ts': '// @implements REQ-1/AC1\n\nexport const one = 1;\n' }, 'touched'],
    [
      'nothing before either',
      { 'src/a.ts': '// @implements REQ-1/AC1\n' },
      { 'src/a.ts': '// @implements REQ-1/AC1\n// soon\n' },
      undefined,
    ],
  ];
  for (const [what, before, after, list] of kept)
    it(`is not one that stands on ${what}`, () => assert.deepEqual(Object.keys(lists(before, after)), list ? [list] : []));
});
