/** A value that is a text or a name, and where it is. */
export interface TrlcValue {
  readonly kind: 'text' | 'name' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An object of a TRLC file: `Requirement boil { description = "…" }`. */
export interface TrlcObject {
  readonly type: string;
  readonly name: string;
  /** Of the name. */
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
  /** By field; more than one where the field is a list. */
  readonly fields: readonly { readonly name: string; readonly start: number; readonly values: readonly TrlcValue[] }[];
}

/** What a file of requirements says; `package` is undefined where none is named. */
export interface TrlcFile {
  readonly package: string | undefined;
  readonly objects: readonly TrlcObject[];
  /** Where a bracket was opened that nothing closes. */
  readonly open: number | undefined;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|(?<text>'''[^]*?(?:'''|$)|"""[^]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?)|(?<name>[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)|(?<mark>[^\s\w])|\d[\w.]*/gu;

/** Words that begin what defines no object. */
const SCHEMA: ReadonlySet<string> = new Set(['type', 'enum', 'tuple', 'checks']);

/** Names that are values. */
const LITERALS: ReadonlySet<string> = new Set(['null', 'true', 'false']);

interface Token {
  readonly kind: 'text' | 'name' | 'mark' | 'number';
  readonly text: string;
  readonly start: number;
}

/** Reads the objects of a file in the language of TRLC: `trlcFile('package a\nReq b { text = "c" }')` has the object `b` of the package `a`. */
export function trlcFile(text: string): TrlcFile {
  return new Reader(tokensOf(text)).read();
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, groups = {}, index }): readonly Token[] => {
    if (groups['text'] !== undefined) return [{ kind: 'text', text: contentOf(token), start: index }];
    if (groups['name'] !== undefined) return [{ kind: 'name', text: token, start: index }];
    if (groups['mark'] !== undefined && !/^\/[/*]/u.test(token)) return [{ kind: 'mark', text: token, start: index }];
    return /^\d/u.test(token) ? [{ kind: 'number', text: token, start: index }] : [];
  }).flat();
}

/** What stands in quotes; only one quotation mark alone can be written within itself, behind a backslash. */
function contentOf(text: string): string {
  const content = text.replaceAll(/^(?:'''|"""|")|(?:'''|"""|")$/gu, '');
  return /^"(?!"")/u.test(text) ? content.replaceAll(String.raw`\"`, '"') : content;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #open: number | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): TrlcFile {
    let named: string | undefined;
    const objects: TrlcObject[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#take();
      if (token?.kind !== 'name') continue;
      if (token.text === 'package') named = this.#take()?.text;
      else if (token.text === 'import') this.#take();
      else if (token.text === 'section') this.#skipTo('{');
      else if (SCHEMA.has(token.text)) this.#skipBody();
      else if (this.#peek()?.kind === 'name' && this.#peek(1)?.text === '{') objects.push(this.#object(token));
    }
    return { package: named, objects, open: this.#open };
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #take(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #skipTo(mark: string): void {
    while (this.#at < this.#tokens.length && this.#take()?.text !== mark);
  }

  /** Everything up to the bracket that closes the next one that opens. */
  #skipBody(): void {
    this.#skipTo('{');
    for (let depth = 1; depth > 0 && this.#at < this.#tokens.length;) {
      const token = this.#take();
      if (token?.kind !== 'mark') continue;
      if (token.text === '{') depth += 1;
      else if (token.text === '}') depth -= 1;
    }
  }

  #isObjectNext(): boolean {
    return this.#peek()?.kind === 'name' && this.#peek(1)?.kind === 'name' && this.#peek(2)?.text === '{';
  }

  #object(type: Token): TrlcObject {
    const name = this.#take() ?? type;
    const opening = this.#take();
    const fields: { name: string; start: number; values: TrlcValue[] }[] = [];
    let end = name.start + name.text.length;
    for (;;) {
      // No value is an object, so what looks like one is behind a bracket that is missing.
      const token = this.#isObjectNext() ? undefined : this.#take();
      if (!token) {
        this.#open ??= opening?.start;
        break;
      }
      end = token.start + token.text.length;
      if (token.kind === 'mark' && token.text === '}') break;
      if (token.kind === 'name' && this.#peek()?.text === '=') {
        this.#take();
        fields.push({ name: token.text, start: token.start, values: [] });
      } else if (token.kind !== 'mark') {
        const isLiteral = token.kind === 'number' || (token.kind === 'name' && LITERALS.has(token.text));
        fields.at(-1)?.values.push({ kind: isLiteral ? 'other' : token.kind, text: token.text, start: token.start, end });
      }
    }
    return { type: type.text, name: name.text, nameStart: name.start, start: type.start, end, fields };
  }
}
