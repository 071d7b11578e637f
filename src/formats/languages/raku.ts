import { perlRules } from '../carriers/code/lexical/perl.ts';
import { blockComment, lineBlock } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { perl } from './perl.ts';

/** Raku. */
export const raku = {
  name: 'Raku',
  files: ['.raku', '.rakumod', '.rakutest', '.p6'],
  editorIds: { raku: '.raku' },
  syntax: { rules: [lineBlock('=begin', '=end'), blockComment('#`(', ')'), ...perlRules] },
  comments: perl.comments,
  declarations: perl.declarations,
  tests: { titles: perl.tests.titles },
} satisfies Language;
