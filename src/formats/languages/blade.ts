import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Blade of Laravel. */
export const blade = {
  name: 'Blade',
  files: ['.blade', '.blade.php'],
  editorIds: { blade: '.blade' },
  syntax: markup(blockComment('{{--', '--}}')),
  comments: ['<!-- … -->'],
} satisfies Language;
