import { longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { escapedCharacter } from '../carriers/code/lexical/shell.ts';
import { lineComment } from '../carriers/code/rules.ts';
import { commonLisp } from './commonLisp.ts';
import type { Language } from './language.ts';
import { TEST_BEHIND } from './shared/testGlobs.ts';

/** Clojure and ClojureScript. */
export const clojure = {
  name: 'Clojure',
  files: ['.clj', '.cljs', '.cljc', '.edn', '.bb'],
  editorIds: { clojure: '.clj' },
  syntax: { rules: [escapedCharacter, lineComment(';'), longDoubleQuoted] },
  comments: commonLisp.comments,
  declarations: commonLisp.declarations,
  tests: { globs: [TEST_BEHIND], titles: commonLisp.tests.titles },
} satisfies Language;
