import { lineComment, wordComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Batch files of Windows. */
export const batch = {
  name: 'Batch',
  files: ['.bat', '.cmd'],
  editorIds: { bat: '.bat' },
  syntax: { rules: [wordComment('@rem'), wordComment('rem'), lineComment('::', 'line-start')] },
  comments: ['REM …'],
} satisfies Language;
