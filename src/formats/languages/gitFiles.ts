import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Lists of patterns of git and of tools after its example. */
export const gitFiles = {
  name: 'Git files',
  files: ['.gitignore', '.gitattributes', '.dockerignore', '.npmignore', '.prettierignore', 'codeowners'],
  syntax: { rules: [lineComment('#', 'line-start')] },
  comments: ['# …'],
} satisfies Language;
