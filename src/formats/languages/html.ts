import { markup } from '../carriers/code/lexical/markup.ts';
import type { Language } from './language.ts';

/** HTML; scripts and styles in it are read as what they are. */
export const html = {
  name: 'HTML',
  files: ['.html', '.htm', '.xhtml', '.shtml'],
  editorIds: { html: '.html' },
  syntax: markup(),
  comments: ['<!-- … -->'],
} satisfies Language;
