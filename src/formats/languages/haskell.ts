import { dashes, doubleQuoted, haskellComment } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { QUOTED } from './shared/declares.ts';
import { SPEC_TESTS } from './shared/testGlobs.ts';

/** Haskell and PureScript; the ML family declares alike. */
export const haskell = {
  name: 'Haskell',
  files: ['.hs', '.lhs', '.hsc', '.purs'],
  editorIds: { haskell: '.hs' },
  syntax: { rules: [haskellComment, dashes, doubleQuoted, character] },
  comments: ['-- …', '{- … -}'],
  declarations: [
    {
      // hspec, tasty, HUnit; Expecto, Alcotest and OUnit of the ML family.
      pattern: String.raw`^\s*(?:[,[(]\s*|(?:let\s+)?[\p{Ll}_][\p{L}\p{N}_']*\s*=\s*)*(?:let%(?:test|test_unit|test_module|expect_test)|[fxp]?(?:describe|context|it|specify|prop|testCase(?:Async|Steps)?|testList|testGroup|testProperty|testSpec|test_case|testTask|testTheory))\s*\(?\s*${QUOTED}`,
      examples: {
        'it "rejects an empty order" $ do': 'rejects an empty order',
        ', testCase "rejects" $ f': 'rejects',
        'stock = testGroup "Stock"': 'Stock',
        'let%test "rejects" =': 'rejects',
      },
    },
    {
      pattern: String.raw`^\s*(?:[,[(]\s*)*${QUOTED}\s*(?:~:|>::?:?)`,
      examples: { '"rejects" ~: f': 'rejects', '"rejects" >:: (fun _ -> f)': 'rejects' },
    },
    {
      pattern: String.raw`^\s*(?<type>data|newtype|class|instance|module|type)\s+(?:rec\s+|nonrec\s+)?(?<name>[\p{L}_][\p{L}\p{N}_.']*)`,
      examples: {
        'newtype Stock = Stock Int': 'newtype Stock',
        'module Shop.Stock where': 'module Shop.Stock',
        'type rec tree =': 'type tree',
      },
    },
    {
      pattern: String.raw`^\s*(?:let|and|member|val|fun)\s+(?:rec\s+|inline\s+|private\s+)*(?:\w+\.)?(?:(?<fn>[\p{L}_][\p{L}\p{N}_']*)|\x60\x60(?<title>[^\x60]+)\x60\x60)`,
      examples: {
        'let rec reserve order =': 'reserve()',
        'member this.Reserve(order) =': 'Reserve()',
        'let ``rejects an empty order`` () =': 'rejects an empty order',
      },
    },
    {
      pattern: String.raw`^(?<fn>[\p{Ll}_][\p{L}\p{N}_']*)\s*(?:::|=|\()`,
      examples: { 'reserve :: Order -> Stock': 'reserve()', 'reserve(Order) ->': 'reserve()' },
    },
    { pattern: String.raw`^(?<fn>[\p{Ll}_][\p{L}\p{N}_']*)\s[^=]*=`, examples: { "reserve order stock' = stock": 'reserve()' } },
  ],
  tests: {
    globs: [SPEC_TESTS],
    titles: {
      // hspec and tasty; Expecto and Alcotest of the ML family.
      title: {
        pattern:
          /\b(?:let|member\s+\w+\.|member|[fx]?(?:describe|context|it|specify|prop)|testCase|testCaseAsync|testList|testGroup|testProperty|test_case|test|ftestCase|ptestCase)\s+\(?$/u,
        fits: ['it ', '  xdescribe (', 'let ', 'member this. ', 'testCaseAsync '],
        misses: ['submit ', 'testCase(', 'latest '],
      },
    },
  },
} satisfies Language;
