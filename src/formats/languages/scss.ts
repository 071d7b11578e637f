import { cssSyntax } from '../carriers/code/lexical/markup.ts';
import type { Language } from './language.ts';

/** What is built to CSS: SCSS, Sass, Less, Stylus. */
export const scss = {
  name: 'SCSS',
  files: ['.scss', '.sass', '.less', '.styl'],
  editorIds: { scss: '.scss', sass: '.sass', less: '.less' },
  syntax: cssSyntax,
  comments: ['// …', '/* … */'],
} satisfies Language;
