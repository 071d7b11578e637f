import { commonLisp } from './commonLisp.ts';
import type { Language } from './language.ts';

/** Scheme and Racket. */
export const scheme = {
  name: 'Scheme',
  files: ['.scm', '.ss', '.rkt', '.sld'],
  syntax: commonLisp.syntax,
  comments: commonLisp.comments,
  declarations: commonLisp.declarations,
  tests: { titles: commonLisp.tests.titles },
} satisfies Language;
