import { markup } from '../carriers/code/lexical/markup.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';
import { JAVASCRIPT_TESTS } from './shared/testGlobs.ts';

/** Components of Svelte. */
export const svelte = {
  name: 'Svelte',
  files: ['.svelte'],
  editorIds: { svelte: '.svelte' },
  syntax: markup(),
  comments: ['// …', '/* … */', '<!-- … -->'],
  declarations: javascript.declarations,
  members: javascript.members,
  tests: { globs: [JAVASCRIPT_TESTS], titles: javascript.tests.titles, reported: { endings: ['.svelte'] } },
} satisfies Language;
