import { quoted } from '../rules.ts';
import type { Rule } from '../scan.ts';

/**
 * A string that is documentation where `before` matches the code in front of it (at most 24
 * characters), as `@moduledoc """…"""` in Elixir; elsewhere it is a string.
 */
export function documentationString(open: string, multiline: boolean, before: RegExp, substitution?: string): Rule {
  const literal = quoted(open, open, { multiline, ...(substitution !== undefined && { substitution }) });
  const plain = quoted(open, open, { multiline });
  return {
    first: open.slice(0, 1),
    ...(literal.brackets !== undefined && { brackets: literal.brackets }),
    match(scan, at) {
      if (!scan.text.startsWith(open, at)) return undefined;
      if (!before.test(scan.text.slice(Math.max(0, at - 24), at))) return literal.match(scan, at);
      const end = plain.match(scan, at);
      const token = scan.tokens.pop();
      if (token) scan.comment(token.start, token.end, token.innerStart, token.innerEnd, true);
      return end;
    },
  };
}
