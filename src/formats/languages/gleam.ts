import { longDoubleQuoted, slashes } from '../carriers/code/commonRules.ts';
import type { Language } from './language.ts';
import { rust } from './rust.ts';

/** Gleam. */
export const gleam = {
  name: 'Gleam',
  files: ['.gleam'],
  editorIds: { gleam: '.gleam' },
  syntax: { rules: [slashes, longDoubleQuoted] },
  comments: ['// …'],
  declarations: rust.declarations,
  tests: { titles: rust.tests.titles },
} satisfies Language;
