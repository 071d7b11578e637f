import { hash } from '../carriers/code/commonRules.ts';
import { escapedCharacter } from '../carriers/code/lexical/shell.ts';
import type { Language } from './language.ts';

/** Makefiles of make and just. */
export const makefile = {
  name: 'Makefile',
  files: ['.mk', '.mak', '.make', 'makefile', 'makefile.*', 'gnumakefile', 'gnumakefile.*', 'justfile'],
  syntax: { rules: [escapedCharacter, hash] },
  comments: ['# …'],
} satisfies Language;
