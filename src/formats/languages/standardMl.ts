import { doubleQuoted, mlComment } from '../carriers/code/commonRules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';

/** Standard ML. */
export const standardMl = {
  name: 'Standard ML',
  files: ['.sml', '.sig', '.fun'],
  syntax: { rules: [mlComment, doubleQuoted] },
  comments: ['(* … *)'],
  declarations: haskell.declarations,
  tests: { titles: haskell.tests.titles },
} satisfies Language;
