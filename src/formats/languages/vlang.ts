import { doubleQuoted, singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { go } from './go.ts';
import type { Language } from './language.ts';

/** V. */
export const vlang = {
  name: 'V',
  files: ['.vsh'],
  syntax: { rules: [slashes, stars, doubleQuoted, singleQuoted] },
  comments: ['// …', '/* … */'],
  declarations: go.declarations,
  tests: { titles: go.tests.titles },
} satisfies Language;
