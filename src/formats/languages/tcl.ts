import { escapedCharacter } from '../carriers/code/lexical/shell.ts';
import { lineComment, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { shell } from './shell.ts';

/** Tcl, Expect, and constraints of hardware tools. */
export const tcl = {
  name: 'Tcl',
  files: ['.tcl', '.tk', '.exp', '.sdc', '.xdc'],
  editorIds: { tcl: '.tcl' },
  syntax: {
    rules: [escapedCharacter, lineComment('#', 'line-start'), quoted('"', '"', { multiline: true, where: 'spaced' })],
  },
  comments: ['# …'],
  declarations: shell.declarations,
  tests: { titles: shell.tests.titles },
} satisfies Language;
