import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Razor of ASP.NET. */
export const razor = {
  name: 'ASP.NET Razor',
  files: ['.cshtml', '.razor'],
  editorIds: { razor: '.razor' },
  syntax: markup(blockComment('@*', '*@')),
  comments: ['@* … *@', '<!-- … -->'],
} satisfies Language;
