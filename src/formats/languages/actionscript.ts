import { doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { slashRegex } from '../carriers/code/lexical/javascript.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';

/** ActionScript and Haxe. */
export const actionscript = {
  name: 'ActionScript',
  files: ['.as', '.hx'],
  syntax: { rules: [slashes, stars, slashRegex, doubleQuoted, singleQuoted] },
  comments: ['// …', '/* … */'],
  declarations: javascript.declarations,
  tests: { titles: javascript.tests.titles },
} satisfies Language;
