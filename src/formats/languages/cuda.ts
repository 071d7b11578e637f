import { c } from './c.ts';
import { cpp } from './cpp.ts';
import type { Language } from './language.ts';

/** CUDA. */
export const cuda = {
  name: 'CUDA',
  files: ['.cu', '.cuh'],
  syntax: cpp.syntax,
  comments: c.comments,
  declarations: c.declarations,
  tests: { titles: c.tests.titles },
} satisfies Language;
