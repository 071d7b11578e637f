import { lineBlock, lineComment, quoted } from '../rules.ts';
import type { Rule, Syntax } from '../scan.ts';
import { heredoc } from './heredoc.ts';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** `%w[…]`, `%q(…)` of Ruby and Crystal, `~s(…)` of Elixir, `q{…}` of Perl; brackets nest. */
export function percentLiteral(first: string, open: RegExp): Rule {
  const sticky = new RegExp(open.source, 'y');
  return {
    first,
    match(scan, at) {
      sticky.lastIndex = at;
      const match = sticky.exec(scan.text);
      const opening = match?.[0].slice(-1);
      if (match === null || opening === undefined) return undefined;
      const closing = PAIRS[opening] ?? opening;
      const innerStart = sticky.lastIndex;
      let depth = 1;
      for (let end = innerStart; end < scan.text.length; end++) {
        const character = scan.text[end];
        if (character === '\\') end++;
        else if (character === closing) {
          if (--depth === 0) return scan.string(at, end + 1, innerStart, end);
        } else if (character === opening) depth++;
      }
      return scan.string(at, scan.text.length, innerStart, scan.text.length);
    },
  };
}

/** Words after which a slash begins a regular expression. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};~]|\b(?:if|unless|when|and|or|not|while|until|return|elsif|split|match|scan|gsub|sub))\s*$/u;

/** `/…/` where a division cannot stand; over lines only behind an operator. */
const rubyRegex: Rule = {
  first: '/',
  match(scan, at) {
    const before = scan.text.slice(Math.max(0, at - 12), at);
    const argument = /[\w)]\s+$/u.test(before) && !/[\s=]/u.test(scan.text[at + 1] ?? ' ');
    if (!argument && !BEFORE_REGEX.test(before)) return undefined;
    for (const expression of argument ? [REGEX] : [REGEX, LONG_REGEX]) {
      expression.lastIndex = at;
      if (expression.test(scan.text)) return scan.string(at, expression.lastIndex, at + 1, expression.lastIndex - 1);
    }
    return undefined;
  },
};

const REGEX = /\/(?:\\[^\n\r]|[^/\\\n\r]){1,1000}\//y;
const LONG_REGEX = /\/(?:\\[^]|[^/\\]){1,4000}\//y;

/** ``$` `` and `$'` are variables. */
const quoteVariable: Rule = {
  first: '$',
  match: (scan, at) => (/^\$["'`]/u.test(scan.text.slice(at, at + 2)) ? at + 2 : undefined),
};

/** `?"` and `?#` are characters. */
const questionCharacter: Rule = {
  first: '?',
  match: (scan, at) => (/^\?["'#`]/u.test(scan.text.slice(at, at + 2)) && !/[\w)]/u.test(scan.text[at - 1] ?? '') ? at + 2 : undefined),
};

/** Ruby; Crystal is close enough to share it. */
export const rubySyntax: Syntax = {
  rules: [
    lineBlock('=begin', '=end'),
    questionCharacter,
    quoteVariable,
    lineComment('#'),
    percentLiteral('%', /%[qQwWiIrsx]?[([{<]|%[qQwWiIrsx][!|/^~]/),
    heredoc(/<<(?<dash>[-~])?(["'`]?)(?<word>[A-Z_]\w*)\2/),
    rubyRegex,
    quoted('"', '"', { multiline: true, substitution: '#{' }),
    quoted("'", "'", { multiline: true }),
    quoted('`', '`', { multiline: true }),
  ],
};
