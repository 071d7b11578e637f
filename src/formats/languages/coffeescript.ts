import { anyHash, doubleQuoted, singleQuoted, triple } from '../carriers/code/commonRules.ts';
import { blockComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { JAVASCRIPT_TESTS } from './shared/testGlobs.ts';

/** CoffeeScript. */
export const coffeescript = {
  name: 'CoffeeScript',
  files: ['.coffee', '.litcoffee', 'cakefile'],
  editorIds: { coffeescript: '.coffee' },
  syntax: {
    rules: [blockComment('###', '###'), anyHash, triple(), quoted("'''", "'''", { multiline: true }), doubleQuoted, singleQuoted],
  },
  comments: ['# …'],
  tests: { globs: [JAVASCRIPT_TESTS] },
} satisfies Language;
