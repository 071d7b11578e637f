import type { Rule } from '../scan.ts';

/** The head of a branch that no compiler takes. */
const HEAD = /#[ \t]*if[ \t]+(?:0|false)[ \t]*(?=[\r\n]|\/[/*]|$)/y;
const DIRECTIVE = /^[ \t]*#[ \t]*(?<word>if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b/gmu;

/** What is between `#if 0` and its `#else` or `#endif`, which is as good as a comment: C and its like; `#if false` of C# and Swift. */
export const deadBranch: Rule = {
  first: '#',
  match(scan, at) {
    HEAD.lastIndex = at;
    if (!scan.startsLine(at) || !HEAD.test(scan.text)) return undefined;
    const innerStart = scan.lineEnd(at);
    const directive = new RegExp(DIRECTIVE);
    directive.lastIndex = innerStart;
    let depth = 0;
    for (let match = directive.exec(scan.text); match; match = directive.exec(scan.text)) {
      const word = match.groups?.['word'] ?? '';
      if (depth === 0 && !word.startsWith('if')) return scan.comment(at, match.index, innerStart, match.index, true);
      if (word.startsWith('if')) depth += 1;
      else if (word === 'endif') depth -= 1;
    }
    return scan.comment(at, scan.text.length, innerStart, scan.text.length, true);
  },
};

/** How a comment begins that is such a branch. */
export function isDeadBranch(mark: string): boolean {
  return /^#[ \t]*if\b/u.test(mark);
}
