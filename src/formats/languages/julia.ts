import { anyHash, longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { documentationString } from '../carriers/code/lexical/documentation.ts';
import { blockComment, character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { lua } from './lua.ts';

/** Julia; documentation strings are comments. */
export const julia = {
  name: 'Julia',
  files: ['.jl'],
  editorIds: { julia: '.jl' },
  syntax: {
    rules: [blockComment('#=', '=#', true), anyHash, documentationString('"""', true, /(?:^|[\n\r])$/u), longDoubleQuoted, character],
  },
  comments: ['# …'],
  declarations: lua.declarations,
  tests: { globs: ['**/{test_*,*_test}.jl'], titles: lua.tests.titles, reported: { endings: ['.jl'] } },
} satisfies Language;
