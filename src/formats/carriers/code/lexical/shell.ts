import { lineComment, quoted } from '../rules.ts';
import type { Rule, Syntax } from '../scan.ts';
import { heredoc } from './heredoc.ts';

/** `\"` and `\#` outside of quotes are plain characters. */
export const escapedCharacter: Rule = { first: '\\', match: (_scan, at) => at + 2 };

/** POSIX shells and their kin. */
export const shellSyntax: Syntax = {
  rules: [
    escapedCharacter,
    lineComment('#', 'word-start'),
    heredoc(/<<(?<dash>-)?\s?(["'\\]?)(?<word>[A-Za-z_]\w*)\2/),
    quoted("'", "'", { escape: 'none', multiline: true }),
    quoted('"', '"', { multiline: true, substitution: '$(' }),
  ],
};
