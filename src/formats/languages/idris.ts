import { dashes, doubleQuoted, haskellComment } from '../carriers/code/commonRules.ts';
import { blockComment, character } from '../carriers/code/rules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';

/** Idris, Agda and Lean. */
export const idris = {
  name: 'Idris',
  files: ['.idr', '.agda', '.lean'],
  syntax: { rules: [haskellComment, blockComment('/-', '-/', true), dashes, doubleQuoted, character] },
  comments: haskell.comments,
  declarations: haskell.declarations,
  tests: { titles: haskell.tests.titles },
} satisfies Language;
