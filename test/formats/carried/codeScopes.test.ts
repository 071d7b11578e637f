import assert from 'node:assert/strict';
import { CarriedCode } from '../../../src/formats/carried/carriedCode.ts';
import { codeScopes, ScopeMap } from '../../../src/formats/carried/codeScopes.ts';

/** The scope of each `?` of a code text. */
function scopes(text: string, path = 'a.test.ts', role: 'code' | 'test' = 'test'): readonly string[] {
  const all = new ScopeMap(codeScopes(new CarriedCode({ path, text, role })));
  return Array.from(text.matchAll(/\?/gu), ({ index }) => all.at(index) ?? '-');
}

describe('references of code are looked for first', () => {
  const cases: readonly (readonly [what: string, text: string, scopes: readonly string[]])[] = [
    ['where a group of tests points', "describe('001-kettle', () => { it('?'); }); it('?');", ['001-kettle', '-']],
    ['where a path does', "describe('specs/001-kettle/spec.md', () => { it('?'); });", ['specs/001-kettle/spec']],
    ['where a single word does', "describe('kettle', () => { it('?'); });", ['kettle']],
    [
      'where the folder around says, not the word inside',
      "describe('001-kettle', () => { describe('lid', () => { it('?'); }); });",
      ['001-kettle'],
    ],
    [
      'where the inner folder says',
      "describe('001-kettle', () => { describe('002-lid', () => { it('?'); }); it('?'); });",
      ['002-lid', '001-kettle'],
    ],
    ['where a line of comment points, up to the next', '// 001-kettle\n// ?\n// specs/002-lid\n// ?', ['001-kettle', 'specs/002-lid']],
    ['where it does within its block', 'class A {\n  // 001-kettle\n  // ?\n}\n// ?', ['001-kettle', '-']],
    ['where the header of a file does', '/**\n * specs/001-kettle\n */\nit("?");', ['specs/001-kettle']],
    ['where it says so', '// Feature: specs/001-kettle\n// ?', ['specs/001-kettle']],
    ['where @story points, in its comment', '// @story docs/a.story.md\n// ?\n\n// ?', ['docs/a.story', '-']],
    ['where @story points, in its block', '/** @story docs/a.story.md\n * ? */\n// ?', ['docs/a.story', '-']],
    ['where the sentence says, to its end', '// as 001-kettle FR-1 ? says\n// ?', ['001-kettle', '-']],
    ['where it says so by a number', '// (spec 010 ?) and (specs/016 ?)', ['010', '016']],
    ['where the title says so', "describe('lid (017-lid US2, ?)', () => { it('?'); });", ['017-lid', '-']],
    ['nowhere by words in a comment', '// kettle\n// ?\n// eslint-disable-next-line\n// 555-1234 and spec 1\n// ?', ['-', '-']],
    ['nowhere around by a title of several words', "describe('001-kettle boils', () => { it('?'); });", ['-']],
    ['nowhere by an id', "describe('IP-1.1/AC1', () => { it('?'); });", ['-']],
    ['nowhere by the name of a class', "describe('Kettle', () => { it('?'); });", ['-']],
    ['nowhere by a string that is no title', "const a = '001-kettle'; it('?');", ['-']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(scopes(text), expected));

  it('in Python up to the end of the file', () =>
    assert.deepEqual(scopes('# 001-kettle\ndef test_a():\n    pass  # ?\n', 'test_a.py'), ['001-kettle']));
  it('in code by comments only', () =>
    assert.deepEqual(scopes("f('001-kettle', '?')\n// 002-lid\n// ?", 'a.ts', 'code'), ['-', '002-lid']));
});
