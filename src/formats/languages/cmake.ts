import { anyHash, longDoubleQuoted } from '../carriers/code/commonRules.ts';
import { longBracketComment, luaLongString } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';

/** CMake. */
export const cmake = {
  name: 'CMake',
  files: ['.cmake', 'cmakelists.txt'],
  editorIds: { cmake: '.cmake' },
  syntax: { rules: [longBracketComment('#'), anyHash, luaLongString, longDoubleQuoted] },
  comments: ['# …'],
} satisfies Language;
