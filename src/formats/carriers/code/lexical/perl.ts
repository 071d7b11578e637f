import { doubleQuoted, hash } from '../commonRules.ts';
import { quoted } from '../rules.ts';
import type { Rule } from '../scan.ts';
import { heredoc } from './heredoc.ts';
import { percentLiteral } from './ruby.ts';
import { escapedCharacter } from './shell.ts';

/** Line comments and strings of Perl and Raku. */
export const perlRules: readonly Rule[] = [
  // `$#list`, `\"` and the sigils that look like quotes hold no comment.
  { first: '$', match: (_scan, at) => at + 2 },
  escapedCharacter,
  hash,
  heredoc(/<<(?<dash>~)?(["']?)(?<word>[A-Z_]\w*)\2/),
  percentLiteral('q', /(?<![\w$@%&>{-])q[qwrx]?\s?[([{<|!/]/),
  doubleQuoted,
  quoted("'", "'", { where: 'word-start' }),
];
