import assert from 'node:assert/strict';
import { CarriedCode } from '../../../src/formats/carried/carriedCode.ts';
import { holdsTest } from '../../../src/formats/carried/holdsTest.ts';

describe('a file that declares a test', () => {
  for (const [path, text, expected] of [
    ['a.test.ts', "it('boils', () => {});", true],
    ['test_a.py', 'class TestBoils:\n    def test_boils(self):\n        pass', true],
    ['ATest.java', '@Test\nvoid boils() {}', true],
    ['a_test.go', 'func TestBoils(t *testing.T) {}', true],
    ['Props.hs', 'prop_boils :: Int -> Bool', true],
    ['test_detector.py', 'class TestDetector:\n    def detect(self):\n        pass', false],
    ['test/helpers.ts', 'export function kettle() {}', false],
  ] as const)
    it(`${path}: ${expected}`, () => assert.equal(holdsTest(new CarriedCode({ path, text, role: 'test' })), expected));
});
