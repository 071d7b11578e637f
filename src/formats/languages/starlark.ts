import type { Language } from './language.ts';
import { python } from './python.ts';

/** Starlark of Tilt; that of Bazel is read as Python. */
export const starlark = {
  name: 'Starlark',
  files: ['tiltfile'],
  syntax: python.syntax,
  comments: ['# …'],
  declarations: python.declarations,
  tests: { titles: python.tests.titles },
} satisfies Language;
