import { doubled } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** ABAP. */
export const abap = {
  name: 'ABAP',
  files: ['.abap'],
  editorIds: { abap: '.abap' },
  syntax: { rules: [lineComment('*', 'first-column'), lineComment('"'), doubled("'")] },
  comments: ['" …'],
} satisfies Language;
