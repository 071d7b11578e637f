import { escapedCharacter } from '../carriers/code/lexical/shell.ts';
import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** LaTeX and TeX. */
export const latex = {
  name: 'LaTeX',
  files: ['.tex', '.sty', '.cls', '.ltx', '.bib'],
  editorIds: { tex: '.tex' },
  syntax: { rules: [escapedCharacter, lineComment('%')] },
  comments: ['% …'],
} satisfies Language;
