import { lastWhere } from '../../../text/search.ts';

/** A literal of Python as data; undefined for anything that would have to be run. */
export type PythonValue = string | number | boolean | null | undefined | readonly PythonValue[] | { readonly [key: string]: PythonValue };

const ASSIGNMENT = /^(?<name>[A-Za-z_]\w{0,80})[ \t]*(?::[^=\n]{1,200})?=(?!=)[ \t]*/gmu;
const CHANGE =
  /^[ \t]*(?:(?<name>[A-Za-z_]\w{0,80})(?:[ \t]*\+=|\[[^\n=]*\][ \t]*\+?=(?!=)|\.(?:append|extend|insert|remove|pop|clear|update|setdefault)\())/gmu;
const BRANCH = /^[ \t]+(?<name>[A-Za-z_]\w{0,80})[ \t]*=(?!=)/gmu;
const TOKEN =
  /[ \t\r\n\\]+|#[^\n]*|(?<text>(?<prefix>[rRbBuUfF]{0,2})(?<quote>'''|"""|'|")(?<inner>(?:\\[^]|(?!\k<quote>)[^])*?)\k<quote>)|(?<number>-?\d[\d_]*(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<mark>[^])/guy;
/** More nesting than that is not a setting. */
const DEEPEST = 20;

/** The values of names that a module assigns literals to, the last one of each: `pythonLiterals('a = ["b"]')` has `['b']` for `a`. It is read as data and never run. */
export function pythonLiterals(text: string, wanted: (name: string) => boolean): ReadonlyMap<string, PythonValue> {
  const values = new Map<string, PythonValue>();
  const texts = textsIn(text);
  const isCode = ({ index }: { readonly index: number }): boolean => {
    const before = texts[lastWhere(texts.length, (at) => (texts[at]?.start ?? 0) <= index)];
    return before === undefined || index >= before.end;
  };
  for (const match of text.matchAll(ASSIGNMENT)) {
    const { groups, index, 0: head } = match;
    const name = groups?.['name'] ?? '';
    if (wanted(name) && isCode(match)) values.set(name, new Literal(text, index + head.length).read());
  }
  // What is changed further on, or in a branch, is known when it is run.
  for (const match of [...text.matchAll(CHANGE), ...text.matchAll(BRANCH)]) if (isCode(match)) values.delete(match.groups?.['name'] ?? '');
  return values;
}

/** Where the texts of a module are, in order, those that document it included. */
function textsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  TOKEN.lastIndex = 0;
  return Array.from(text.matchAll(TOKEN), ({ index, 0: token, groups }) =>
    groups?.['text'] === undefined ? [] : [{ start: index, end: index + token.length }],
  ).flat();
}

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'mark' | 'end';
  readonly text: string;
  readonly raw?: boolean;
  /** Of a text that is put together when it is run, or that is made of bytes. */
  readonly isUnknown?: boolean;
}

class Literal {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): PythonValue {
    const value = this.#value(this.#next(), 0);
    // Behind a value on its line there may be an operator.
    const rest = /^[ \t]*(?:#[^\n]*)?(?=\r?\n|$)/u.test(this.#text.slice(this.#at, this.#at + 400));
    return rest ? value : undefined;
  }

  #value(token: Token, depth: number): PythonValue {
    if (depth > DEEPEST) return undefined;
    if (token.kind === 'text') return this.#joined(token, depth > 0);
    if (token.kind === 'number') return Number(token.text.replaceAll('_', ''));
    if (token.kind === 'name') return this.#named(token.text, depth);
    if (token.text === '[' || token.text === '(') return this.#list(token.text === '[' ? ']' : ')', depth);
    return token.text === '{' ? this.#dictionary(depth) : undefined;
  }

  /** Texts one behind the other are one; within brackets also over lines. */
  #joined(first: Token, isWithin: boolean): PythonValue {
    let value = unescaped(first);
    let { isUnknown = false } = first;
    for (;;) {
      const at = this.#at;
      const token = this.#next();
      const isNextLine = this.#text.slice(at, this.#at).split(/['"]/u, 1)[0]?.includes('\n') === true;
      if (token.kind !== 'text' || (isNextLine && !isWithin)) {
        this.#at = at;
        return isUnknown ? undefined : value;
      }
      value += unescaped(token);
      isUnknown ||= token.isUnknown === true;
    }
  }

  #named(name: string, depth: number): PythonValue {
    if (name === 'True') return true;
    if (name === 'False') return false;
    if (name === 'None') return null;
    if (name === 'dict' && this.#peek().text === '(') {
      this.#next();
      return this.#entries(')', '=', depth);
    }
    // A call or another name: what it gives is known when it is run.
    if (this.#peek().text === '(') {
      this.#next();
      this.#list(')', depth);
    }
    return undefined;
  }

  #list(end: string, depth: number): PythonValue {
    const values: PythonValue[] = [];
    let commas = 0;
    for (;;) {
      const token = this.#next();
      if (token.kind === 'end' || token.text === end) break;
      if (token.text === ',' && token.kind === 'mark') commas += 1;
      else if (token.kind === 'mark' && !/[[({]/u.test(token.text)) values.push(undefined);
      else values.push(this.#value(token, depth + 1));
    }
    return end === ')' && values.length === 1 && commas === 0 ? values[0] : values;
  }

  #dictionary(depth: number): PythonValue {
    return this.#entries('}', ':', depth);
  }

  #entries(end: string, sign: string, depth: number): PythonValue {
    const entries: [string, PythonValue][] = [];
    for (;;) {
      const token = this.#next();
      if (token.kind === 'end' || (token.kind === 'mark' && token.text === end)) break;
      if (token.kind !== 'text' && token.kind !== 'name') continue;
      const key = token.kind === 'text' ? unescaped(token) : token.text;
      if (this.#peek().text !== sign) continue;
      this.#next();
      entries.push([key, this.#value(this.#next(), depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #peek(): Token {
    const at = this.#at;
    const token = this.#next();
    this.#at = at;
    return token;
  }

  #next(): Token {
    for (;;) {
      TOKEN.lastIndex = this.#at;
      const match = TOKEN.exec(this.#text);
      if (!match) return { kind: 'end', text: '' };
      this.#at = TOKEN.lastIndex;
      const { text, inner = '', prefix = '', number, name, mark } = match.groups ?? {};
      if (text !== undefined) {
        const isUnknown = /[bB]/u.test(prefix) || (/[fF]/u.test(prefix) && inner.includes('{'));
        return { kind: 'text', text: inner, raw: /[rR]/u.test(prefix), isUnknown };
      }
      if (number !== undefined) return { kind: 'number', text: number };
      if (name !== undefined) return { kind: 'name', text: name };
      if (mark !== undefined) return { kind: 'mark', text: mark };
    }
  }
}

function unescaped({ text, raw }: Token): string {
  if (raw) return text;
  return text.replaceAll(/\\(?:\r?\n|(?<char>[^]))/gu, (whole, char: string | undefined) => {
    if (char === undefined) return '';
    if (char === 'n') return '\n';
    if (char === 't') return '\t';
    return /['"\\]/u.test(char) ? char : whole;
  });
}
