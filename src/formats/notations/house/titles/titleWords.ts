import type { DeclarationStyle } from '../../../languages/language.ts';

/** How tests are written as calls, `it("…")`. */
export interface CallWords {
  /** Fits the code right before the parenthesis of a call that takes a title. */
  readonly call: RegExp;
  /** Fits a callee whose first call takes a table and whose second takes the title: `it.each`. */
  readonly curried: RegExp;
}

function calls(words: string, receivers = ''): CallWords {
  const receiver = receivers === '' ? '' : `(?:(?:${receivers})\\s*\\.\\s*)?`;
  return {
    call: new RegExp(String.raw`(?<![\w$.@#])${receiver}(?:${words})(?:\.\w+)*(?:<[^<>()]*>)?\s*$`, 'u'),
    curried: /\.(?:each|for|skipIf|runIf|todoIf|failsIf|if)\s*$/u,
  };
}

/** Sources: the documentation of mocha, Jest, Vitest, Jasmine, Playwright, QUnit, tap, Deno; Go testing, Ginkgo; Kotest; Quick; Catch2, doctest; Pest; busted; testthat; ScalaTest. */
const CALLS: Readonly<Partial<Record<DeclarationStyle, CallWords>>> = {
  javascript: calls('[fx]?(?:describe|context|it|test|suite|specify|feature|scenario)|step|bench|module', 't|Deno|QUnit|tap|tape|test|ctx'),
  go: {
    call: /(?<![\w.])(?:\w+\.(?:Run|It|Describe|Context)|[FXP]?(?:Describe|Context|When|It|Specify|DescribeTable|Entry))\s*$/u,
    curried: /$^/u,
  },
  dart: calls('test|group|testWidgets|blocTest|testGoldens'),
  kotlin: calls('[fx]?(?:describe|context|it|test|should|given|when|then|expect|feature|scenario)'),
  java: calls('describe|context|it|test|dynamicTest|dynamicContainer', 'DynamicTest|DynamicContainer'),
  swift: calls('[fx]?(?:describe|context|it)|itBehavesLike'),
  c: calls(
    'TEST_CASE(?:_METHOD|_FIXTURE)?|TEMPLATE_TEST_CASE|SCENARIO|SECTION|SUBCASE|GIVEN|WHEN|THEN|AND_WHEN|AND_THEN|[fx]?(?:describe|it)',
  ),
  php: calls('describe|it|test'),
  lua: calls('describe|context|it|test|insulate|pending'),
  r: calls('test_that|describe|it'),
  scala: calls('describe|it|test|feature|scenario|Feature|Scenario|property|suite'),
};

/** Code right before a string that makes it a tag of a test, or a title where the parentheses say nothing about nesting. */
interface StringWords {
  readonly tag?: RegExp;
  readonly title?: RegExp;
}

const JVM_TAG =
  /@(?:\w+\.)*(?:Tag|Tags|DisplayName|ParameterizedTest|RepeatedTest|Test|Title|Story|Feature|Requirement|Requirements|Req|Verifies|Narrative)\s*\([^()]*$/u;

const STRINGS: Readonly<Partial<Record<DeclarationStyle, StringWords>>> = {
  javascript: { tag: /\btags?\s*:\s*(?:\[[^\]]*)?$/u },
  python: {
    tag: /(?:\bpytest\.)?\bmark\.(?:reqs?|requirements?|verifies|covers|story)\s*\([^()]*$|\bpytest\.param\([^\n]*\bid\s*=\s*$|@allure\.(?:title|story|label|tag)\([^()]*$/u,
  },
  go: { tag: /(?:\b(?:name|desc|description|title|scenario)\s*:\s*|\bLabel\([^()]*)$/u },
  java: { tag: JVM_TAG, title: /\bdef\s+$/u },
  kotlin: { tag: JVM_TAG, title: /\bfun\s+(?:\w+\.)?$/u },
  scala: { tag: JVM_TAG, title: /\b(?:should|must|can|taggedAs)\s+$/u },
  csharp: {
    tag: /(?:[[,]\s*(?:\w+\.)*(?:Trait|TestCategory|Category|Property|Description|TestProperty|TestMethod|Requirement)\s*\([^()]*|\b(?:DisplayName|TestName|Description|TestDisplayName)\s*=\s*)$/u,
  },
  swift: { tag: /@(?:Test|Suite)\s*\(\s*$/u },
  php: { tag: /#\[[\\\w]*(?:TestDox|Group|TestWith\w*)\s*\([^()]*$/u },
  c: { tag: /\b(?:TEST_CASE|TEMPLATE_TEST_CASE|SCENARIO)\w*\s*\([^()]*,\s*$/u },
  ruby: {
    title: /(?:^|[\s.(])[fx]?(?:describe|context|it|specify|feature|scenario|test|should|example)\s*\(?\s*(?:[A-Z][\w:]*\s*,\s*)?$/u,
    tag: /\b(?:reqs?|requirements?|verifies|covers):\s*(?:\[[^\]]*)?$/u,
  },
  elixir: { title: /^\s*(?:test|describe|property|feature)\s+$/mu, tag: /@(?:module|describe)?tag\s[^\n]*$/u },
  rust: { title: /\btest\s+$/u },
  lua: { title: /@testset\s+(?:\w+=?\S*\s+)*$/u },
  perl: { title: /\bsubtest\s+$/u },
  shell: { title: /@test\s+$/u },
  haskell: {
    title:
      /\b(?:let|member\s+\w+\.|member|[fx]?(?:describe|context|it|specify|prop)|testCase|testCaseAsync|testList|testGroup|testProperty|test_case|test|ftestCase|ptestCase)\s+\(?$/u,
  },
  lisp: { title: /\(\s*(?:testing|describe|it|deftest|test|should)\s+$/u },
  powershell: { title: /\b(?:Describe|Context|It)\s+(?:-Name\s+)?$/iu, tag: /-Tags?\s+[^\n]*$/iu },
};

/** Titles as calls, for a language that has them. */
export function callWordsOf(style: DeclarationStyle): CallWords | undefined {
  return CALLS[style];
}

/** Tags and other strings that name tests, for a language that has them. */
export function stringWordsOf(style: DeclarationStyle): StringWords | undefined {
  return STRINGS[style];
}
