import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';

/** What may be between a comment and its declaration: attributes and decorators of any language. */
export const ATTRIBUTE: ShownPattern = {
  pattern:
    /^\s*(?:@[\p{L}_]|#!?\[|\[[\p{L}_<]|template\s*<|\[\[|__attribute__|#\[|-spec\b|@spec\b|<(?:Test|TestMethod|TestCase|DataTestMethod|DataRow|Fact|Theory|InlineData|Trait|Category|TestCategory|Ignore|Description)\b[^<>]*>\s*_?\s*$)/u,
  fits: [
    '@Override',
    '#[derive(Debug)]',
    '#![allow(x)]',
    '[Fact]',
    '[<Test>]',
    'template <typename T>',
    '[[nodiscard]]',
    '-spec f() -> ok.',
    '<Test>',
    '<Fact, Trait("a", "b")>',
  ],
  misses: ['f(@a)', 'templates', '[1, 2]'],
};

/** Attributes that make a function a test. */
export const TEST_ATTRIBUTE: ShownPattern = {
  pattern:
    /^\s*(?:@|\[|#\[|<(?=[^<>/]+>\s*_?\s*$))[^(]*\b(?:test|(?:parameterized|repeated|wasm_bindgen_)test|testfactory|testtemplate|(?:skippable|conditional|sta|ui|wpf|retry)?(?:fact|theory)|(?:data)?testmethod|testcase(?:source)?|testdox|rstest|test_case|test_matrix|quickcheck)\b/iu,
  fits: ['@Test', '[Fact]', '[SkippableFact]', '@TestFactory', '#[tokio::test]', '#[test_case(1)]', "#[TestDox('a')]"],
  misses: ['@Contest', '@Ignore("test")', 'test()'],
};

/** What begins an attribute on a line, and its name where it is written with one: `@Tag` of `@Tag("a") void f()`. */
export const ATTRIBUTE_HEAD = /^\s*(?:#?!?\[|@(?!(?:interface|implementation|protocol|end|test|testset)\b)[\p{L}_][\p{L}\p{N}_.:]*)/u;

/** Names by which results know a test beside that of its function: of JUnit, xUnit.net, MSTest, TUnit, Swift Testing. */
export const DISPLAYED: ShownPattern = {
  pattern:
    /(?:@(?:[\w.]+\.)?DisplayName\s*\(\s*(?:value\s*=\s*)?|\bDisplayName\s*=\s*@?|[[,]\s*(?:\w+\.)*(?:DisplayName|TestMethod|DataTestMethod)\s*\(\s*@?|@Test\s*\(\s*)"(?<title>(?:[^"\\\n]|\\.)+)"/u,
  fits: ['@DisplayName("a b")', '[Fact(DisplayName = "a b")]', '[TestMethod("a b")]', '@Test("a b", .tags(.fast))'],
  misses: ['@Tag("a")', '[Trait("DisplayName", "a")]', '@Test(description = "a")'],
};

/** The same for all of a text. */
export const EVERY_DISPLAYED = new RegExp(DISPLAYED.pattern.source, 'gu');
/** The same where attributes are on any line of several. */
export const TEST_ATTRIBUTE_LINE = new RegExp(TEST_ATTRIBUTE.pattern.source, 'imu');

/** Where the attributes end that a line begins with, by its code with blank strings; its end where one goes on in the next line. */
export function attributesEnd(bare: string): number {
  let at = 0;
  for (;;) {
    const head = ATTRIBUTE_HEAD.exec(bare.slice(at))?.[0];
    if (head === undefined) return at;
    let end = at + head.length;
    if (head.endsWith('[') || bare[end] === '(') {
      const from = head.endsWith('[') ? end - 1 : end;
      end = bracketEnd(bare, from);
    }
    at = end;
  }
}

/** Behind the bracket that closes the one at an offset. */
function bracketEnd(bare: string, from: number): number {
  let depth = 0;
  for (let at = from; at < bare.length; at++) {
    const character = bare[at] ?? '';
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && --depth === 0) return at + 1;
  }
  return bare.length;
}

/** How many round and square brackets a line opens more than it closes, its strings blank. */
export function balance(code: string): number {
  let depth = 0;
  for (const character of code) {
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
  }
  return depth;
}
