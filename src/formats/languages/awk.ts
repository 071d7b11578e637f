import { plainHash } from '../carriers/code/commonRules.ts';
import { javascript } from './javascript.ts';
import type { Language } from './language.ts';

/** AWK. */
export const awk = {
  name: 'AWK',
  files: ['.awk'],
  editorIds: { awk: '.awk' },
  syntax: plainHash,
  comments: ['# …'],
  declarations: javascript.declarations,
  tests: { titles: javascript.tests.titles },
} satisfies Language;
