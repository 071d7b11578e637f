import { anyHash, doubleQuoted } from '../carriers/code/commonRules.ts';
import { blockComment, character, quoted } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { python } from './python.ts';
import { titled } from './shared/declares.ts';
import { TEST_BEFORE } from './shared/testGlobs.ts';

/** Nim. */
export const nim = {
  name: 'Nim',
  files: ['.nim', '.nims', '.nimble'],
  editorIds: { nim: '.nim' },
  syntax: {
    rules: [blockComment('#[', ']#', true), anyHash, quoted('"""', '"""', { escape: 'none', multiline: true }), doubleQuoted, character],
  },
  comments: ['# …'],
  declarations: [
    // unittest and balls.
    titled('test|suite', { 'test "rejects an empty order":': 'rejects an empty order' }),
    ...python.declarations,
  ],
  tests: { globs: [TEST_BEFORE], titles: python.tests.titles },
} satisfies Language;
