import { blockComment, character, lineComment, quoted } from './rules.ts';
import type { Rule, Syntax } from './scan.ts';

/** `// …` of C and most of what came after it. */
export const slashes = lineComment('//');
/** `/* … *\/`, which ends at the first end. */
export const stars = blockComment('/*', '*/');
/** The same where each that is open needs its own end, as in Rust. */
export const nestingStars = blockComment('/*', '*/', true);
/** `# …` where a word can begin, since `$#` and `a#b` of a shell are not comments. */
export const hash = lineComment('#', 'word-start');
/** `# …` wherever it is outside of a string. */
export const anyHash = lineComment('#');
/** `-- …` of SQL, Ada and Haskell. */
export const dashes = lineComment('--');
/** `(* … *)` of the ML family, nesting. */
export const mlComment = blockComment('(*', '*)', true);
/** `{- … -}` of the Haskell family, nesting. */
export const haskellComment = blockComment('{-', '-}', true);

/** `"…"` and `'…'` with backslashes, up to the end of their line. */
export const doubleQuoted = quoted('"');
export const singleQuoted = quoted("'");
/** `"…"` with backslashes that may go over lines. */
export const longDoubleQuoted = quoted('"', '"', { multiline: true });
/** `` `…` `` that may go over lines and in which nothing escapes, as in Go. */
export const rawBackticks = quoted('`', '`', { escape: 'none', multiline: true });

/** `"""…"""`: `triple('${')` of Kotlin, whose substitutions hold code. */
export function triple(substitution?: string): Rule {
  return quoted('"""', '"""', { multiline: true, ...(substitution !== undefined && { substitution }) });
}

/** A string in which a quote is written twice: `doubled("'")` for `'it''s'`. */
export function doubled(quote: string, multiline = false): Rule {
  return quoted(quote, quote, { escape: 'double', multiline });
}

/** Strings of Groovy and Dart: two of them with substitutions. */
export const interpolatedStrings: readonly Rule[] = [
  triple('${'),
  quoted("'''", "'''", { multiline: true }),
  quoted('"', '"', { substitution: '${' }),
  singleQuoted,
];

/** Comments and literals of the C family, behind rules of a language's own: `cLike(cppRaw)`. */
export function cLike(...more: readonly Rule[]): Syntax {
  return { rules: [...more, slashes, stars, doubleQuoted, character] };
}

/** The same where block comments nest. */
export function nestingCLike(...more: readonly Rule[]): Syntax {
  return { rules: [...more, slashes, nestingStars, doubleQuoted, character] };
}

/** Line comments after `#` and plain strings: Puppet, AWK. */
export const plainHash: Syntax = { rules: [hash, doubleQuoted, singleQuoted] };
