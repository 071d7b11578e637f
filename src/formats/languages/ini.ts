import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** INI and its like. */
export const ini = {
  name: 'INI',
  files: ['.ini', '.cfg', '.conf', '.cnf', '.desktop', '.service', '.editorconfig', '.gitconfig', '.npmrc', '.flake8', '.pylintrc'],
  editorIds: { ini: '.ini' },
  syntax: { rules: [lineComment('#', 'line-start'), lineComment(';', 'line-start')] },
  comments: ['# …', ';; …'],
} satisfies Language;
