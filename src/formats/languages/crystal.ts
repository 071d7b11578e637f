import type { Language } from './language.ts';
import { ruby } from './ruby.ts';
import { RUBY_TESTS } from './shared/testGlobs.ts';

/** Crystal, which is similar enough to Ruby to be read as Ruby. */
export const crystal = {
  name: 'Crystal',
  files: ['.cr'],
  syntax: ruby.syntax,
  comments: ruby.comments,
  declarations: ruby.declarations,
  tests: { globs: [RUBY_TESTS], titles: ruby.tests.titles },
} satisfies Language;
