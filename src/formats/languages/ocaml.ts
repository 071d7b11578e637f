import { longDoubleQuoted, mlComment } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';
import { TEST_BEFORE, TEST_BEHIND } from './shared/testGlobs.ts';

/** OCaml and Reason. */
export const ocaml = {
  name: 'OCaml',
  files: ['.ml', '.mli', '.mll', '.mly', '.re', '.rei'],
  syntax: { rules: [mlComment, longDoubleQuoted, character] },
  comments: ['(* … *)'],
  declarations: haskell.declarations,
  tests: { globs: [TEST_BEHIND, TEST_BEFORE], titles: haskell.tests.titles },
} satisfies Language;
