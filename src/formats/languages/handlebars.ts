import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Handlebars and Mustache. */
export const handlebars = {
  name: 'Handlebars',
  files: ['.hbs', '.handlebars', '.mustache'],
  editorIds: { handlebars: '.handlebars' },
  syntax: markup(blockComment('{{!--', '--}}'), blockComment('{{!', '}}')),
  comments: ['{{! … }}', '<!-- … -->'],
} satisfies Language;
