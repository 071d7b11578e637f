import { anyHash, doubleQuoted, singleQuoted, triple } from '../carriers/code/commonRules.ts';
import { blockComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { NAME, titled, typed } from './shared/declares.ts';
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
  declarations: [
    titled('[fx]?(?:describe|context|it|specify)|test|suite', { "it 'rejects an empty order', ->": 'rejects an empty order' }),
    typed('class', { 'class Stock extends Base': 'class Stock' }),
    {
      pattern: String.raw`^\s*@?(?<fn>${NAME})\s*[:=]\s*(?:\([^)]*\)\s*)?[-=]>`,
      examples: { 'reserve = (order) ->': 'reserve()', '  add: ->': 'add()' },
    },
  ],
  tests: { globs: [JAVASCRIPT_TESTS] },
} satisfies Language;
