import { cLike } from '../carriers/code/commonRules.ts';
import { deadBranch } from '../carriers/code/lexical/deadBranch.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, QUOTED, typedFunction } from './shared/declares.ts';
import { C_TESTS } from './shared/testGlobs.ts';
import { fileConstants, typedMembers } from './shared/members.ts';

const CALLS = 'SCENARIO|SECTION|GIVEN|WHEN|THEN';

/** C, and what the family has from it. */
export const c = {
  name: 'C',
  files: ['.c', '.h'],
  editorIds: { c: '.c' },
  syntax: cLike(deadBranch),
  comments: ['// …', '/* … */'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:CATCH_|DOCTEST_)?(?:TEST_CASE|TEST_CASE_METHOD|TEST_CASE_FIXTURE|(?:TEST_CASE_TEMPLATE|TEMPLATE_(?:PRODUCT_|LIST_)?TEST_CASE)\w*|TEST_SUITE|METHOD_AS_TEST_CASE|REGISTER_TEST_CASE|${CALLS})\s*\((?:[^"]*,)?\s*${QUOTED}`,
      examples: {
        'TEST_CASE("rejects an empty order", "[fast]") {': 'rejects an empty order',
        'TEST_CASE_METHOD(Stock, "rejects")': 'rejects',
        'TEST_CASE_TEMPLATE("rejects", T, int) {': 'rejects',
        'METHOD_AS_TEST_CASE(Stock::add, "adds", "[fast]")': 'adds',
      },
    },
    {
      // GoogleTest, CppUTest, Criterion, utest.h.
      pattern: String.raw`^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|IGNORE_TEST|TEST_GROUP_RUN|Test|ParameterizedTest|Theory|UTEST|UTEST_F|UTEST_I)\s*\(\s*(?<title>\w+\s*,\s*\w+)`,
      examples: { 'TEST_F(Stock, Rejects) {': 'Stock, Rejects', 'Test(stock, rejects, .disabled = true) {': 'stock, rejects' },
    },
    {
      // Boost.Test, Check, the tests of Visual Studio.
      pattern: String.raw`^\s*(?:BOOST_(?:AUTO|FIXTURE|DATA|PARAM)_TEST_CASE(?:_TEMPLATE|_F)?|BOOST_(?:AUTO|FIXTURE|DATA)_TEST_SUITE|START_TEST|TEST_METHOD|TEST(?=\s*\(\s*\w+\s*\)))\s*\(\s*(?:\w+(?=\s*,\s*\w+\s*,\s*(?:boost|bdata|data|utf)\b)\s*,\s*)?(?<title>\w+)\s*[,)]`,
      examples: {
        'BOOST_AUTO_TEST_CASE(rejects)': 'rejects',
        'BOOST_DATA_TEST_CASE_F(Stock, rejects, data::make(rows), n)': 'rejects',
        'BOOST_AUTO_TEST_SUITE(stock)': 'stock',
        'START_TEST(test_rejects)': 'test_rejects',
      },
    },
    {
      pattern: String.raw`^\s*(?:typedef\s+)?(?<type>class|struct|enum|union|namespace|@interface|@implementation|@protocol)\s+(?:class\s+)?(?<name>${NAME})[^;()]*$`,
      examples: {
        'typedef struct stock {': 'struct stock',
        'enum class Stock : int {': 'enum Stock',
        '@interface Stock : NSObject': '@interface Stock',
      },
    },
    { pattern: String.raw`^\s*[-+]\s*\([^)]*\)\s*(?<fn>${NAME})`, examples: { '- (void)reserve:(Order *)order {': 'reserve()' } },
    typedFunction({ 'static int *reserve_stock(struct order *o)': 'reserve_stock()', 'void Stock::reserve(T t) {': 'Stock::reserve()' }),
    fileConstants,
    { pattern: String.raw`^\s*using\s+(?<other>${NAME})\s*=`, examples: { 'using Order = int;': 'Order' } },
    { pattern: String.raw`^\s*#\s*define\s+(?<other>${NAME})`, examples: { '#define LIMIT 3': 'LIMIT' } },
  ],
  members: typedMembers,
  sections: {
    pattern: /^[ \t]*(?:(?<open>BOOST_(?:AUTO|FIXTURE|DATA)_TEST_SUITE\s*\()|(?<close>BOOST_AUTO_TEST_SUITE_END))/mu,
    fits: ['BOOST_AUTO_TEST_SUITE(stock)', 'BOOST_AUTO_TEST_SUITE_END()'],
    misses: ['BOOST_AUTO_TEST_CASE(rejects)'],
  },
  tests: {
    globs: [C_TESTS],
    titles: {
      // By the documentation of Catch2 and doctest; Cedar and Kiwi of Objective-C.
      calls: calls(
        `(?:CATCH_|DOCTEST_)?(?:TEST_CASE|SCENARIO)(?:_TEMPLATE)?|TEMPLATE_(?:PRODUCT_|LIST_)?TEST_CASE|TEST_SUITE|${CALLS}|SUBCASE|AND_WHEN|AND_THEN|[fx]?(?:describe|it)`,
        '',
        ['CATCH_TEST_CASE', 'TEST_CASE_TEMPLATE', 'SECTION', 'SUBCASE', 'fit'],
      ),
      tag: {
        pattern: /\b(?:TEST_CASE|TEMPLATE_TEST_CASE|SCENARIO)\w*\s*\([^()]*,\s*$/u,
        fits: ['TEST_CASE("rejects", '],
        misses: ['TEST_CASE('],
      },
    },
    reported: { endings: ['.c'] },
  },
} satisfies Language;
