import assert from 'node:assert/strict';
import { WantedTests } from '../../../src/index/evidence/wantedTests.ts';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { Declaration } from '../../../src/model/facts.ts';
import { junit } from '../../support/index/linkResults.ts';

const declared = (name: string, more: Partial<Declaration> = {}): Declaration => ({
  name,
  kind: 'test',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  ...more,
});
const wantedOf = (...cases: readonly string[]): WantedTests => new WantedTests([readEvidence('junit.xml', junit(...cases), 0)]);

/** A result, what a link stands on, another text, and whether that may hold a test that the result is of. */
const CASES: readonly (readonly [result: string, linked: Declaration, text: string, holds: boolean])[] = [
  ['classname="stock works" name="stock works"', declared('works'), "it('works', f)", true],
  ['classname="x" name="rejects units[1]"', declared('rejects units'), "it('rejects units', f)", true],
  ['classname="x" name="adds 1 units"', declared('adds %i units'), "it('adds 2 units', f)", true],
  ['classname="x" name="TestReserve"', declared('TestReserve()', { kind: 'function' }), 'func TestReserve(t *testing.T) {', true],
  ['classname="x" name="stock two"', declared('stock', { group: true }), "describe('stock', f)", true],
  ['classname="x" name="works"', declared('works'), "it('ends', f)", false],
  ['classname="x" name="works"', declared('ends'), "it('ends', f)", false],
  ['classname="x" name="works" file="a.test.js"', declared('works'), "it('works', f)", false],
  ['classname="x" name="works"', declared('works', { kind: 'class' }), "it('works', f)", false],
];

describe('tests that results without a file may be of', () => {
  for (const [result, linked, text, holds] of CASES) {
    it(`${holds ? 'may' : 'cannot'} stand in ${text} where ${linked.name} is linked and ${result} passed`, () => {
      const wanted = wantedOf(`passed ${result}`);
      wanted.add(linked);
      assert.equal(wanted.mayStandIn(text), holds);
    });
  }

  it('are wanted once', () => {
    const wanted = wantedOf('passed classname="x" name="works"');
    assert.equal(wanted.isEmpty, true);
    assert.equal(wanted.add(declared('works')), true);
    assert.equal(wanted.add(declared('works')), false);
    assert.equal(wanted.isEmpty, false);
  });
});
