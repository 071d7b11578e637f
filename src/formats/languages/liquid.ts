import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Liquid. */
export const liquid = {
  name: 'Liquid',
  files: ['.liquid'],
  editorIds: { liquid: '.liquid' },
  syntax: markup(blockComment('{% comment %}', '{% endcomment %}')),
  comments: ['<!-- … -->'],
} satisfies Language;
