import assert from 'node:assert/strict';
import { declaredTests } from '../../../src/formats/carried/declaredTests.ts';

/** What is declared in a file: path, text, and its tests with what stands around them. */
const FILES: readonly (readonly [path: string, text: string, tests: readonly string[]])[] = [
  [
    'a.test.js',
    "describe('stock', () => {\n  it('works', () => {});\n  test.each([1])('adds %i', () => {});\n});\nit('ends', () => {});\n",
    ['stock > works', 'stock > adds %i', 'ends'],
  ],
  [
    'a.test.ts',
    "describe('stock', () => {\n  describe('empty', () => {\n    it('works', () => {});\n  });\n});\n",
    ['stock > empty > works'],
  ],
  ['a.test.js', "// it('works', () => {});\n/* it('ends', () => {}); */\nconst text = \"it('x')\";\n", []],
  ['tests/test_a.py', 'class TestA:\n    def test_works(self):\n        pass\n\ndef helper():\n    pass\n', ['class TestA > test_works()']],
  ['a_test.go', 'package a\n\nfunc TestWorks(t *testing.T) {\n}\n\nfunc helper() {\n}\n', ['TestWorks()']],
  ['features/a.feature', 'Feature: Stock\n  Scenario: takes units\n    Given a stock\n', ['Stock > takes units']],
  ['spec/a_spec.rb', "describe 'stock' do\n  it 'works' do\n  end\nend\n", ['stock > works']],
  ['a.txt', "it('works', () => {});\n", []],
];

describe('tests that a file declares', () => {
  for (const [path, text, tests] of FILES) {
    it(`are ${tests.length === 0 ? 'none' : tests.join(', ')} in ${path}`, () => {
      const found = declaredTests(path, text, () => true).map(({ name, within = [] }) => [...within, name].join(' > '));
      assert.deepEqual(found, tests);
    });
  }

  it('are only those that are wanted', () => {
    const text = "it('works', () => {});\nit('ends', () => {});\n";
    assert.deepEqual(
      declaredTests('a.test.js', text, (name) => name === 'ends').map(({ name }) => name),
      ['ends'],
    );
  });
});
