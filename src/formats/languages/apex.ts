import { singleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { java } from './java.ts';
import type { Language } from './language.ts';

/** Apex of Salesforce. */
export const apex = {
  name: 'Apex',
  files: ['.apex', '.trigger'],
  syntax: { rules: [slashes, stars, singleQuoted] },
  comments: java.comments,
  declarations: java.declarations,
  tests: { titles: java.tests.titles },
} satisfies Language;
