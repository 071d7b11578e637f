import { lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** AsciiDoc, of which only comments are read. */
export const asciidoc = {
  name: 'AsciiDoc',
  files: ['.adoc', '.asciidoc'],
  editorIds: { asciidoc: '.asciidoc' },
  syntax: { rules: [lineComment('//', 'first-column')] },
  comments: ['// …'],
} satisfies Language;
