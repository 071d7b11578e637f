import { doubleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { character, lineComment } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';

/** Assembly of any processor. */
export const assembly = {
  name: 'Assembly',
  files: ['.s', '.asm', '.nasm', '.masm'],
  editorIds: { asm: '.asm' },
  syntax: {
    rules: [slashes, stars, lineComment(';'), lineComment('@', 'line-start'), lineComment('#', 'line-start'), doubleQuoted, character],
  },
  comments: ['// …', '# …', '/* … */', ';; …'],
} satisfies Language;
