import { perlRules } from '../carriers/code/lexical/perl.ts';
import { lineBlock } from '../carriers/code/rules.ts';
import type { Language } from './language.ts';
import { QUOTED, typed } from './shared/declares.ts';
import { PROVE_FOLDERS } from './shared/testGlobs.ts';

/** Perl with its documentation. */
export const perl = {
  name: 'Perl',
  files: ['.pl', '.pm', '.t', '.pod'],
  editorIds: { perl: '.pl' },
  syntax: { rules: [lineBlock('=', '=cut'), ...perlRules] },
  comments: ['# …'],
  declarations: [
    { pattern: String.raw`^\s*sub\s+(?<fn>[\p{L}_][\p{L}\p{N}_:]*)`, examples: { 'sub reserve {': 'reserve()' } },
    { pattern: String.raw`^\s*subtest\s+${QUOTED}`, examples: { "subtest 'rejects an empty order' => sub {": 'rejects an empty order' } },
    typed('package|class|role', { 'package Shop::Stock;': 'package Shop::Stock' }),
  ],
  tests: {
    // prove fixes them.
    globs: ['**/*.t', PROVE_FOLDERS],
    titles: { title: { pattern: /\bsubtest\s+$/u, fits: ['subtest '], misses: ['subtests '] } },
    reported: { endings: ['.t', '.pl'] },
  },
} satisfies Language;
