import { cLike } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { rust } from './rust.ts';

/** Move and Cairo. */
export const move = {
  name: 'Move',
  files: ['.move', '.cairo'],
  syntax: cLike(),
  comments: ['// …', '/* … */'],
  declarations: rust.declarations,
  tests: { titles: rust.tests.titles },
} satisfies Language;
