import { stars } from '../carriers/code/commonRules.ts';
import { markup } from '../carriers/code/lexical/markup.ts';
import { lineComment } from '../carriers/code/rules.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';

/** Components of Astro. */
export const astro = {
  name: 'Astro',
  files: ['.astro'],
  editorIds: { astro: '.astro' },
  syntax: markup(stars, lineComment('//', 'line-start')),
  comments: ['// …', '/* … */', '<!-- … -->'],
  declarations: javascript.declarations,
  tests: { titles: javascript.tests.titles },
} satisfies Language;
