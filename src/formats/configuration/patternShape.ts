import type { ShownPattern } from '../../text/patterns/shownPattern.ts';
interface Repeated {
  readonly min: number;
  /** Infinity for `*` and `+`. */
  readonly max: number;
}

/** A part of a regular expression and how often it is repeated. */
export type PatternNode =
  | (Repeated & {
      readonly kind: 'atom';
      /** Those of `SAMPLE` that it matches; none for `^` and `\b`. */
      readonly characters: string;
      /** True for one character of `SAMPLE` that stands for itself, as `-` and `\.` do. */
      readonly literal: boolean;
      /** As it is written: `[Ii]`, `\d`. */
      readonly source: string;
    })
  | (Repeated & {
      readonly kind: 'group';
      readonly branches: readonly (readonly PatternNode[])[];
      /** `(?=…)` and its like. */
      readonly looks: boolean;
    });

/** Letters, digits, signs and white space, and a few characters from elsewhere: enough to see whether two classes overlap. */
export const SAMPLE = `\t${Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('')}éßЖ中`;

/** The next piece of a regular expression: a letter, an escape, a class, what opens a group, a quantifier. */
export const TOKEN: ShownPattern = {
  pattern:
    /\\(?:k<[^>]*>|[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|<[^>]*>|[a-z]*(?:-[a-z]*)?:))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu,
  fits: ['a', '[^\\]]', '(?<id>', '(?=', '\\p{L}', '{2,3}?', '+?'],
  misses: [''],
};
/** `(?i:`, which only newer engines know. */
const SWITCH = /^\(\?[a-z-]/u;
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})/u;

/** A regular expression taken apart; there are no nodes where one of the others is true. */
export interface ParsedPattern {
  readonly nodes: readonly PatternNode[];
  /** It holds `\1` or `\k<name>`. */
  readonly refersBack: boolean;
  /** It holds `(?i:…)`. */
  readonly switchesFlags: boolean;
}

/**
 * Takes a regular expression apart, as far as that matters for its run time: `a+(?:b|c)?` is an atom without limit and a group
 * of two branches that may be missing.
 *
 * @param pattern one that compiles with the flag `u`.
 */
export function parsePattern(pattern: string): ParsedPattern {
  const tokens = pattern.match(TOKEN.pattern) ?? [];
  const refersBack = tokens.some((token) => /^\\(?:[1-9]|k)/u.test(token));
  const switchesFlags = tokens.some((token) => SWITCH.test(token));
  if (refersBack || switchesFlags) return { nodes: [], refersBack, switchesFlags };
  const branches = new Parser(tokens).branches();
  const nodes: readonly PatternNode[] =
    branches.length === 1 ? (branches[0] ?? []) : [{ kind: 'group', branches, looks: false, min: 1, max: 1 }];
  return { nodes, refersBack, switchesFlags };
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Up to the bracket that closes the group, or the end. */
  branches(): readonly (readonly PatternNode[])[] {
    const branches: PatternNode[][] = [[]];
    for (let token = this.#next(); token !== undefined && token !== ')'; token = this.#next()) {
      if (token === '|') branches.push([]);
      else branches.at(-1)?.push(this.#node(token));
    }
    return branches;
  }

  #next(): string | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #node(token: string): PatternNode {
    if (!token.startsWith('(')) {
      const characters = charactersOf(token);
      return {
        kind: 'atom',
        characters,
        literal: characters.length === 1 && token.endsWith(characters) && token.length <= 2,
        source: token,
        ...this.#quantifier(),
      };
    }
    const branches = this.branches();
    return { kind: 'group', branches, looks: /[=!]$/u.test(token), ...this.#quantifier() };
  }

  #quantifier(): Repeated {
    const found = QUANTIFIER.exec(this.#tokens[this.#at] ?? '');
    if (!found) return { min: 1, max: 1 };
    this.#at += 1;
    const [, sign, least, comma, most] = found;
    if (sign !== undefined) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
    const min = Number(least);
    if (comma === undefined) return { min, max: min };
    return { min, max: most === '' ? Infinity : Number(most) };
  }
}

function charactersOf(atom: string): string {
  const expression = new RegExp(`^(?:${atom})$`, 'u');
  return [...SAMPLE].filter((character) => expression.test(character)).join('');
}
