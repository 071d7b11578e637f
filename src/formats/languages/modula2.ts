import { doubled, doubleQuoted, mlComment } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { pascal } from './pascal.ts';

/** Modula-2. */
export const modula2 = {
  name: 'Modula-2',
  files: ['.mod', '.def'],
  syntax: { rules: [mlComment, doubleQuoted, doubled("'")] },
  comments: ['(* … *)'],
  declarations: pascal.declarations,
} satisfies Language;
