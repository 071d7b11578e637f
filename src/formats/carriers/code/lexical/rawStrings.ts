import { delimited, quoted } from '../rules.ts';
import type { Rule } from '../scan.ts';

/** C++11: `R"x(…)x"`. */
export const cppRaw = delimited('R', /R"(?<delimiter>[^\s()\\"]{0,16})\(/, (m) => `)${m.groups?.['delimiter'] ?? ''}"`);

/** Rust: `r"…"`, `r##"…"##`, also after `b` and `c`. */
export const rustRaw = delimited('r', /r(?<hashes>#{0,255})"/, (m) => `"${m.groups?.['hashes'] ?? ''}`);

/** Swift: `#"…"#`, `#"""…"""#`. */
export const swiftRaw = delimited(
  '#',
  /(?<hashes>#{1,32})(?<quotes>"""|")/,
  (m) => `${m.groups?.['quotes'] ?? ''}${m.groups?.['hashes'] ?? ''}`,
);

/** C# 11: three quotes or more, closed by as many. */
export const csharpRaw = delimited('"', /"{3,}/, (m) => m[0]);

/** C#: `@"…"`, where `""` is a quote and backslashes are plain; also `$@"…"`. */
export const csharpVerbatim = quoted('@"', '"', { escape: 'double', multiline: true });
export const csharpInterpolatedVerbatim = quoted('@$"', '"', { escape: 'double', multiline: true });

/** Dart and Python 2 style raw string after `r`, without escapes. */
export function rawAfter(prefix: string, quote: string, multiline: boolean): Rule {
  return quoted(`${prefix}${quote}`, quote, { escape: 'none', multiline });
}

/** Lua: `[==[…]==]`. */
export const luaLongString = delimited('[', /\[(?<level>=*)\[/, (m) => `]${m.groups?.['level'] ?? ''}]`);

/** Lua and CMake: a line mark right before a long bracket opens a block comment. */
export function longBracketComment(mark: string): Rule {
  const open = new RegExp(`${mark}\\[(?<level>=*)\\[`, 'y');
  return {
    first: mark.slice(0, 1),
    match(scan, at) {
      open.lastIndex = at;
      const match = open.exec(scan.text);
      if (!match) return undefined;
      const close = `]${match.groups?.['level'] ?? ''}]`;
      const found = scan.text.indexOf(close, open.lastIndex);
      const innerEnd = found < 0 ? scan.text.length : found;
      return scan.comment(at, found < 0 ? innerEnd : innerEnd + close.length, at + match[0].length, innerEnd, true);
    },
  };
}

/** PostgreSQL: `$$…$$`, `$body$…$body$`. Its content is mostly code, so only the marks are passed over. */
export const dollarQuote: Rule = {
  first: '$',
  match(scan, at) {
    DOLLAR.lastIndex = at;
    return DOLLAR.test(scan.text) ? DOLLAR.lastIndex : undefined;
  },
};

const DOLLAR = /\$\w*\$/y;
