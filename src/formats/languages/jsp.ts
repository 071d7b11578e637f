import { markup } from '../carriers/code/lexical/markup.ts';
import { blockComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Templates of Java and ASP. */
export const jsp = {
  name: 'JSP',
  files: ['.jsp', '.jspf', '.asp', '.aspx', '.ascx'],
  editorIds: { jsp: '.jsp' },
  syntax: markup(blockComment('<%--', '--%>')),
  comments: ['<!-- … -->'],
} satisfies Language;
