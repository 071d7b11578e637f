import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Jinja and its like. */
export const jinja = {
  name: 'Jinja',
  files: ['.jinja', '.jinja2', '.j2', '.twig', '.njk', '.tera'],
  editorIds: { jinja: '.jinja', twig: '.twig' },
  syntax: markup(blockComment('{#', '#}')),
  comments: ['{# … #}', '<!-- … -->'],
} satisfies Language;
