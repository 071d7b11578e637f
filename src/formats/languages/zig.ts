import { doubleQuoted, slashes } from '../carriers/code/commonRules.ts';
import { character } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { rust } from './rust.ts';
import { TEST_BEHIND, TEST_BEFORE } from './shared/testGlobs.ts';

/** Zig. */
export const zig = {
  name: 'Zig',
  files: ['.zig', '.zon'],
  editorIds: { zig: '.zig' },
  syntax: {
    rules: [
      slashes,
      // A line of a string begins with two backslashes.
      { first: '\\', match: (scan, at) => (scan.text[at + 1] === '\\' ? scan.lineEnd(at) : undefined) },
      doubleQuoted,
      character,
    ],
  },
  comments: ['// …'],
  declarations: rust.declarations,
  tests: { globs: [TEST_BEHIND, TEST_BEFORE], titles: rust.tests.titles },
} satisfies Language;
