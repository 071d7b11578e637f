import { anyHash, longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { longBracketComment, luaLongString } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';

/** CMake. */
export const cmake = {
  name: 'CMake',
  files: ['.cmake', 'cmakelists.txt'],
  editorIds: { cmake: '.cmake' },
  syntax: { rules: [longBracketComment('#'), anyHash, luaLongString, longDoubleQuoted] },
  comments: ['# …'],
  declarations: [
    {
      // By the documentation of CTest.
      pattern: String.raw`^\s*add_test\s*\(\s*(?:NAME\s+)?"(?<title>[^"]+)"`,
      examples: { 'add_test(NAME "adds two" COMMAND stock_test)': 'adds two' },
    },
    {
      pattern: String.raw`^\s*add_test\s*\(\s*(?:NAME\s+)?(?<title>[^\s()"]+)`,
      examples: { 'add_test(NAME adds COMMAND stock_test)': 'adds', 'add_test(adds stock_test)': 'adds' },
    },
    {
      pattern: String.raw`^\s*(?:function|macro)\s*\(\s*(?<fn>\w+)`,
      flags: 'i',
      examples: { 'function(make_stock name)': 'make_stock()' },
    },
    {
      pattern: String.raw`^\s*(?:add_executable|add_library|add_custom_target)\s*\(\s*(?<other>[\w:-]+)`,
      examples: { 'add_library(stock stock.c)': 'stock' },
    },
  ],
} satisfies Language;
