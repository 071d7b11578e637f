import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Pug. */
export const pug = {
  name: 'Pug',
  files: ['.pug', '.jade'],
  editorIds: { pug: '.pug', jade: '.jade' },
  syntax: { rules: [lineComment('//', 'line-start')] },
  comments: ['// …'],
} satisfies Language;
