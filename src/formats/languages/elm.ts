import { dashes, doubleQuoted, haskellComment, triple } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import { haskell } from './haskell.ts';
import type { Language } from './language.ts';

/** Elm. */
export const elm = {
  name: 'Elm',
  files: ['.elm'],
  editorIds: { elm: '.elm' },
  syntax: { rules: [haskellComment, dashes, triple(), doubleQuoted, character] },
  comments: haskell.comments,
  declarations: haskell.declarations,
  tests: { globs: haskell.tests.globs, titles: haskell.tests.titles },
} satisfies Language;
