import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Haskell', () => {
  const cases: readonly DeclaredTest[] = [
    ['-- @verifies IP-1\nit "x" $ do\n  f', 'x'],
    ['-- @verifies IP-1\nit "x" $ f `shouldBe` 1', 'x'],
    ['-- @verifies IP-1\nprop "x" $ \\n -> f n', 'x'],
    ['-- @verifies IP-1\ndescribe "x" $ do\n  f', 'group x'],
    ['-- @verifies IP-1\nxit "x" $ do\n  f', 'x: skipped'],
    ['-- @verifies IP-1\nit "x" $ pendingWith "later"', 'x: skipped'],
    ['-- @verifies IP-1\nit "x" pending', 'x: skipped'],
    ['-- @verifies IP-1\n, testCase "x" $ f', 'x'],
    ['-- @verifies IP-1\ntestProperty "x" f', 'x'],
    ['-- @verifies IP-1\n[ testCase "x" $ f', 'x'],
    ['spec = do\n  describe "a" $ do\n    -- @verifies IP-1\n    it "x" $ do\n      f', 'x in spec() > a'],
    ['-- @verifies IP-1\nprop_adds n = n == n', 'function prop_adds()'],
    ['-- @verifies IP-1\ntestGroup "x"\n  [ a ]', 'group x'],
    ['-- @verifies IP-1\nspecify "x" $ f', 'x'],
    ['-- @verifies IP-1\nit "x" $ do\n  expectationFailure "later"', 'x: todo'],
  ];
  tryDeclaredTests('ASpec.hs', cases);
});
