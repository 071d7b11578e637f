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
    {
      pattern: String.raw`^\s*(?:subtest|it|describe|context|tests|they|test)\s*\(?\s*${QUOTED}\s*(?:=>|,)`,
      examples: { "subtest 'rejects an empty order' => sub {": 'rejects an empty order', "subtest('rejects', sub {": 'rejects' },
    },
    { pattern: String.raw`^\s*subtest\s*\(?\s*(?<title>\w+)\s*=>`, examples: { 'subtest rejects => sub {': 'rejects' } },
    {
      // Test::More: the name of a test is its last argument.
      pattern: String.raw`^\s*(?:ok|is|isnt|like|unlike|is_deeply|cmp_ok|pass|fail|can_ok|isa_ok|dies_ok|lives_ok|throws_ok|cmp_deeply|eq_or_diff)\b.*["'](?<title>[^"']+)["']\s*\)?\s*;`,
      examples: { "ok($size > 1, 'rejects an empty order');": 'rejects an empty order', "is $a, 1, 'adds';": 'adds' },
    },
    typed('package|class|role', { 'package Shop::Stock;': 'package Shop::Stock' }),
  ],
  tests: {
    // prove fixes them.
    globs: ['**/*.t', PROVE_FOLDERS],
    titles: { title: { pattern: /\bsubtest\s*\(?\s*$/u, fits: ['subtest ', 'subtest('], misses: ['subtests '] } },
    reported: { endings: ['.t', '.pl'] },
  },
} satisfies Language;
