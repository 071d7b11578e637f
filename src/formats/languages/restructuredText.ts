import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** reStructuredText, of which only comments are read. */
export const restructuredText = {
  name: 'reStructuredText',
  files: ['.rst'],
  syntax: { rules: [lineComment('.. ', 'line-start')] },
  // Blank lines have to be around a comment, so the editor writes none.
  comments: [],
} satisfies Language;
