import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Haml and Slim. */
export const haml = {
  name: 'Haml',
  files: ['.haml', '.slim'],
  editorIds: { haml: '.haml', slim: '.slim' },
  syntax: { rules: [lineComment('-#', 'line-start'), lineComment('/', 'line-start')] },
  comments: ['// …', '-# …'],
} satisfies Language;
