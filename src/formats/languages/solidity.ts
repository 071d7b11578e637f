import { cLike, singleQuoted } from '../carriers/code/commonRules.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';

/** Solidity. */
export const solidity = {
  name: 'Solidity',
  files: ['.sol'],
  syntax: cLike(singleQuoted),
  comments: ['// …', '/* … */'],
  declarations: javascript.declarations,
  tests: { titles: javascript.tests.titles },
} satisfies Language;
