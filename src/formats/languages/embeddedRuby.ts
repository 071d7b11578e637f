import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Templates of Ruby and Elixir. */
export const embeddedRuby = {
  name: 'Embedded Ruby',
  files: ['.erb', '.ejs', '.eex', '.leex', '.heex'],
  editorIds: { erb: '.erb' },
  syntax: markup(blockComment('<%#', '%>'), blockComment('<%!--', '--%>')),
  comments: ['<%# … %>', '<!-- … -->'],
} satisfies Language;
