import { longDoubleQuoted, singleQuoted } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';

/** Erlang. */
export const erlang = {
  name: 'Erlang',
  files: ['.erl', '.hrl', '.escript', 'rebar.config'],
  editorIds: { erlang: '.erl' },
  syntax: {
    // `$%` and `$"` are characters.
    rules: [{ first: '$', match: (_scan, at) => at + 2 }, lineComment('%'), longDoubleQuoted, singleQuoted],
  },
  comments: ['% …'],
  declarations: haskell.declarations,
  tests: {
    // Common Test and EUnit fix them.
    globs: ['**/*_{SUITE,tests}.erl'],
    titles: haskell.tests.titles,
    reported: { endings: ['.erl'] },
  },
} satisfies Language;
