import { addTo } from '../../../text/grouping.ts';
/** A comment or a string literal of a text; offsets count UTF-16 code units. */
export interface Token {
  readonly kind: 'comment' | 'string';
  readonly start: number;
  readonly end: number;
  /** What is between the marks that open and close it. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** A comment that can hold several lines. */
  readonly block: boolean;
  /** Set where a substitution cuts the literal: `` `a ${x} b` `` is a `head` and a `tail`. */
  readonly piece?: 'head' | 'middle' | 'tail';
}

/** An open substitution in a string, to be resumed where its bracket closes. */
export interface Frame {
  readonly opening: string;
  readonly closing: string;
  depth: number;
  readonly resume: (scan: Scan, at: number) => number;
}

/** One lexical rule of a language. */
export interface Rule {
  /** Characters that a match can begin with. */
  readonly first: string;
  /** Adds tokens to the scan and returns the offset behind what it consumed, or undefined where it does not apply. */
  readonly match: (scan: Scan, at: number) => number | undefined;
  /** The brackets of its substitutions, `{}`; absent where it has none. */
  readonly brackets?: string;
}

/** How comments and strings of a language are written; the first rule that applies wins. */
export interface Syntax {
  readonly rules: readonly Rule[];
  /** Consumes what is before the language proper, as the HTML before `<?php`; returns where that begins. */
  readonly begin?: (scan: Scan) => number;
}

/** The state of one pass over one text. */
export class Scan {
  readonly text: string;
  readonly tokens: Token[] = [];
  /** Open substitutions, the innermost last. */
  readonly frames: Frame[] = [];
  /** Searches to the end of the text that found nothing; rules that look far ahead stop trying when there were many. */
  failures = 0;
  /** What `codeBefore` found in front of each comment it passed. */
  readonly #codeBefore = new WeakMap<Token, number>();

  constructor(text: string) {
    this.text = text;
  }

  comment(start: number, end: number, innerStart: number, innerEnd: number, block: boolean): number {
    this.tokens.push({ kind: 'comment', start, end, innerStart, innerEnd: Math.max(innerStart, innerEnd), block });
    return end;
  }

  string(start: number, end: number, innerStart: number, innerEnd: number, piece?: 'head' | 'middle' | 'tail'): number {
    const token = { kind: 'string', start, end, innerStart, innerEnd: Math.max(innerStart, innerEnd), block: false } as const;
    this.tokens.push(piece === undefined ? token : { ...token, piece });
    return end;
  }

  /** Offset of the last character of code before `at`, white space and comments left out; -1 if there is none. */
  codeBefore(at: number): number {
    let offset = at - 1;
    const passed: Token[] = [];
    for (let index = this.tokens.length - 1; ; index--) {
      while (offset >= 0 && isSpace(this.text.charCodeAt(offset))) offset--;
      const token = this.tokens[index];
      if (token?.kind !== 'comment' || offset < token.start || offset >= token.end) break;
      const known = this.#codeBefore.get(token);
      if (known !== undefined) {
        offset = known;
        break;
      }
      passed.push(token);
      offset = token.start - 1;
    }
    // Asked again behind each of many comments, the way back over all of them would take time quadratic in their number.
    for (const token of passed) this.#codeBefore.set(token, offset);
    return offset;
  }

  /** Offset of the end of the line that `at` is on, its line end left out. */
  lineEnd(at: number): number {
    LINE_END.lastIndex = at;
    return LINE_END.test(this.text) ? LINE_END.lastIndex - 1 : this.text.length;
  }

  /** True if only white space is before `at` on its line. */
  startsLine(at: number): boolean {
    let offset = at - 1;
    while (offset >= 0 && (this.text[offset] === ' ' || this.text[offset] === '\t')) offset--;
    return offset < 0 || this.text[offset] === '\n' || this.text[offset] === '\r';
  }
}

const LINE_END = /[\n\r]/g;

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/**
 * Comments and strings of a text, in order. One pass: each rule consumes what it matched, and what
 * is never closed ends with its line or with the text.
 */
export function scan(text: string, syntax: Syntax): Token[] {
  const state = new Scan(text);
  const { triggers, rules } = compiled(syntax);
  // One of its own, since the rules may scan parts of the text meanwhile.
  const trigger = new RegExp(triggers, 'g');
  trigger.lastIndex = syntax.begin?.(state) ?? 0;
  while (trigger.test(text)) {
    const at = trigger.lastIndex - 1;
    const resumed = state.frames.length > 0 ? resumeString(state, at, text[at] ?? '') : undefined;
    if (resumed !== undefined) {
      trigger.lastIndex = resumed;
      continue;
    }
    for (const rule of rules.get(text.charCodeAt(at)) ?? []) {
      const end = rule.match(state, at);
      if (end !== undefined) {
        trigger.lastIndex = Math.max(end, at + 1);
        break;
      }
    }
  }
  return state.tokens;
}

/** A syntax made ready for any number of texts. */
interface Compiled {
  /** Matches every character at which something may begin, or end. */
  readonly triggers: string;
  /** Rules by the code of the character that they begin with. */
  readonly rules: ReadonlyMap<number, readonly Rule[]>;
}

const COMPILED = new WeakMap<Syntax, Compiled>();

function compiled(syntax: Syntax): Compiled {
  const known = COMPILED.get(syntax);
  if (known) return known;
  const rules = new Map<number, Rule[]>();
  for (const rule of syntax.rules) {
    for (const character of rule.first) addTo(rules, character.charCodeAt(0), rule);
  }
  const characters = new Set(syntax.rules.flatMap((rule) => [...rule.first, ...(rule.brackets ?? '')]));
  const made = { triggers: `[${[...characters].map((c) => c.replace(/[\\\]^-]/u, '\\$&')).join('')}]`, rules };
  COMPILED.set(syntax, made);
  return made;
}

/** Counts the brackets of an open substitution; at the one that closes it the string goes on. */
function resumeString(state: Scan, at: number, character: string): number | undefined {
  const frame = state.frames.at(-1);
  if (frame === undefined) return undefined;
  if (character === frame.opening) frame.depth++;
  if (character !== frame.closing) return undefined;
  if (frame.depth-- > 0) return undefined;
  state.frames.pop();
  return frame.resume(state, at);
}
