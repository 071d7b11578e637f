import { cLike } from '../carriers/code/commonRules.ts';
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
  syntax: cLike(),
  comments: ['// …', '/* … */'],
  declarations: [
    {
      pattern: String.raw`^\s*(?:TEST_CASE|TEST_CASE_METHOD|${CALLS})\s*\((?:[^"]*,)?\s*${QUOTED}`,
      examples: {
        'TEST_CASE("rejects an empty order", "[fast]") {': 'rejects an empty order',
        'TEST_CASE_METHOD(Stock, "rejects")': 'rejects',
      },
    },
    {
      pattern: String.raw`^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*(?<title>\w+\s*,\s*\w+)\s*\)`,
      examples: { 'TEST_F(Stock, Rejects) {': 'Stock, Rejects' },
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
  tests: {
    globs: [C_TESTS],
    titles: {
      // By the documentation of Catch2 and doctest; Cedar and Kiwi of Objective-C.
      calls: calls(`TEST_CASE(?:_METHOD|_FIXTURE)?|TEMPLATE_TEST_CASE|${CALLS}|SUBCASE|AND_WHEN|AND_THEN|[fx]?(?:describe|it)`, '', [
        'TEST_CASE_FIXTURE',
        'SECTION',
        'SUBCASE',
        'fit',
      ]),
      tag: {
        pattern: /\b(?:TEST_CASE|TEMPLATE_TEST_CASE|SCENARIO)\w*\s*\([^()]*,\s*$/u,
        fits: ['TEST_CASE("rejects", '],
        misses: ['TEST_CASE('],
      },
    },
    reported: { endings: ['.c'] },
  },
} satisfies Language;
