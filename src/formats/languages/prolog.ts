import { doubleQuoted, singleQuoted, stars } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Prolog. */
export const prolog = {
  name: 'Prolog',
  files: ['.pro', '.prolog'],
  editorIds: { prolog: '.prolog' },
  syntax: { rules: [lineComment('%'), stars, doubleQuoted, singleQuoted] },
  comments: ['/* … */', '% …'],
} satisfies Language;
