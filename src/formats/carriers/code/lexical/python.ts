import { lineComment, quoted } from '../rules.ts';
import type { Rule, Scan, Syntax } from '../scan.ts';

/** How far up the head of a function may begin, in characters. */
const HEAD_LIMIT = 4000;

/**
 * True if a string at `at` is a documentation string: the first statement of a module, a class or a
 * function (Python Language Reference, "docstring"). Its own line must begin with it.
 */
function isDocumentation(scan: Scan, at: number): boolean {
  if (!scan.startsLine(at)) return false;
  const before = scan.codeBefore(at);
  if (before < 0) return true;
  if (scan.text[before] !== ':') return false;
  const indent = at - lineStart(scan.text, at, 0);
  for (const line of linesUpFrom(scan.text, before + 1)) {
    const code = line.trimStart();
    if (code === '' || /^[)\]#]/u.test(code) || line.length - code.length >= indent) continue;
    return /^(?:async\s+def|def|class|cdef|cpdef)\b/u.test(code);
  }
  return false;
}

/** The line that ends at an offset and those above it, one by one, since the first says nearly always what is asked. */
function* linesUpFrom(text: string, from: number): Generator<string> {
  const limit = Math.max(0, from - HEAD_LIMIT);
  for (let end = from; end >= limit;) {
    const start = lineStart(text, end, limit);
    yield text.slice(start, end);
    end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  }
}

function lineStart(text: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** `rb` of `rb"…"`; most strings have none, and no pattern is tried for them. */
function prefixBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1) | 32;
  if (!(last >= 97 && last <= 122)) return '';
  return /(?<![\p{L}\p{N}_])[a-z]{1,2}$/iu.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '';
}

/** A string with its prefix; documentation strings become comments. */
function pythonString(open: string, multiline: boolean): Rule {
  const literal = quoted(open, open, { multiline });
  return {
    first: open.slice(0, 1),
    match(scan, at) {
      if (!scan.text.startsWith(open, at)) return undefined;
      const prefix = prefixBefore(scan.text, at);
      const documentation = !/[bft]/iu.test(prefix) && isDocumentation(scan, at - prefix.length);
      const end = literal.match(scan, at);
      const token = documentation ? scan.tokens.pop() : undefined;
      if (token) scan.comment(token.start, token.end, token.innerStart, token.innerEnd, true);
      return end;
    },
  };
}

/** Python, and languages with its strings. */
export const pythonSyntax: Syntax = {
  rules: [lineComment('#'), pythonString('"""', true), pythonString("'''", true), pythonString('"', false), pythonString("'", false)],
};
