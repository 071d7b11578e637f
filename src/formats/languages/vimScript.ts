import { singleQuoted } from '../carriers/code/commonRules.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Vim script, old and new. */
export const vimScript = {
  name: 'Vim script',
  files: ['.vim', '.vimrc'],
  editorIds: { vim: '.vim' },
  syntax: { rules: [lineComment('"', 'line-start'), lineComment('#', 'line-start'), singleQuoted] },
  comments: ['# …', '" …'],
} satisfies Language;
