import { blockComment, lineComment, quoted } from '../rules.ts';
import { jsxElement } from './jsx.ts';
import type { Rule, Syntax } from '../scan.ts';

/** Words after which a slash begins a regular expression, not a division. */
const BEFORE_EXPRESSION = /(?<![\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await|instanceof)$/u;

/**
 * A regular expression literal on one line. Behind `(`, `,`, an operator or a word such as `return`
 * the slash cannot be a division; `<` and `>` do not count, for the sake of JSX.
 */
export const slashRegex: Rule = {
  first: '/',
  match(scan, at) {
    const before = scan.codeBefore(at);
    const character = scan.text[before] ?? '';
    const expression =
      before < 0 ||
      '(,=:[!&|?{};+-*%~^'.includes(character) ||
      BEFORE_EXPRESSION.test(scan.text.slice(Math.max(0, before - 11), before + 1));
    if (!expression) return undefined;
    LITERAL.lastIndex = at;
    const match = LITERAL.exec(scan.text);
    return match ? scan.string(at, LITERAL.lastIndex, at + 1, LITERAL.lastIndex - 1) : undefined;
  },
};

/** Bounded, so that one endless line full of slashes stays linear. */
const LITERAL = /\/(?![*/])(?:\\[^\n\r]|\[(?:\\[^\n\r]|[^\]\\\n\r]){0,500}\]|[^/\\[\n\r]){1,1000}\//y;

/** `#!/usr/bin/env node` on the first line. */
const hashBang: Rule = {
  first: '#',
  match: (scan, at) => (at === 0 && scan.text.startsWith('#!') ? scan.lineEnd(0) : undefined),
};

/** JavaScript and TypeScript, JSX included. */
export const javascriptSyntax: Syntax = {
  rules: [
    hashBang,
    lineComment('//'),
    blockComment('/*', '*/'),
    slashRegex,
    jsxElement,
    quoted('"'),
    quoted("'"),
    quoted('`', '`', { multiline: true, substitution: '${' }),
  ],
};
