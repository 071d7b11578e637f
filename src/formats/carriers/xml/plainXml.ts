import type { XmlElement, XmlHandler } from './xml.ts';

const NAME = new Uint8Array(128);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') NAME[sign.charCodeAt(0)] = 1;
for (const sign of '0123456789.-:') NAME[sign.charCodeAt(0)] = 2;
const [TAB, LF, CR, BLANK, DOUBLE, SINGLE, SLASH, EQUALS, GREATER] = [9, 10, 13, 32, 34, 39, 47, 61, 62];
/** Control characters that XML forbids, and halves of others. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u;
const DECLARATION =
  /^<\?xml[ \t\r\n]+version=(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/u;
const ENTITY = /&(?:amp|lt|gt|quot|apos|#(?<number>x[\da-f]{1,6}|\d{1,7}));|&/giu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const DEEPEST = 200;
const NO_ATTRIBUTES: XmlElement['attributes'] = {};

/** Where the reading ends, since something is not plain. */
class NotPlain extends Error {}

/** A name as it is written, its local part, and whether somebody wants the value of an attribute of that name. */
interface KnownName {
  readonly written: string;
  readonly local: string;
  readonly isWanted: boolean;
}

/**
 * Reads XML in which nothing is unusual, several times as fast as `readXml` and telling the same: one document, well-formed, of elements with names
 * in ASCII, comments, and the entities of XML. Of the lines it tells nothing: they are 0.
 *
 * @param wanted the attributes that are told.
 * @returns false for any other, of which the handler was told a part: let `readXml` tell it to another one.
 */
export function readPlainXml(text: string, handler: XmlHandler, wanted: ReadonlySet<string>): boolean {
  if (FORBIDDEN.test(text)) return false;
  try {
    new PlainReader(text, handler, wanted).read();
    return true;
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

class PlainReader {
  readonly #text: string;
  readonly #handler: XmlHandler;
  readonly #wanted: ReadonlySet<string>;
  /** By the sum of their letters. */
  readonly #names = new Map<number, KnownName>();
  readonly #open: KnownName[] = [];
  #start = 0;
  #at = 0;

  constructor(text: string, handler: XmlHandler, wanted: ReadonlySet<string>) {
    this.#text = text;
    this.#handler = handler;
    this.#wanted = wanted;
  }

  read(): void {
    const text = this.#text;
    this.#handler.begin?.({ start: () => this.#start, end: () => this.#at });
    this.#at = DECLARATION.exec(text)?.[0].length ?? 0;
    for (let hasRoot = false; ;) {
      const next = text.indexOf('<', this.#at);
      if (next < 0) break;
      if (next > this.#at) this.#tell(this.#at, next);
      this.#start = next;
      const sign = text.charCodeAt(next + 1);
      if (sign === SLASH) this.#close();
      else if (sign < NAME.length && NAME[sign] === 1) {
        if (hasRoot && this.#open.length === 0) throw new NotPlain();
        hasRoot = true;
        this.#element();
      } else this.#comment();
    }
    if (this.#open.length > 0 || text.slice(this.#at).trim() !== '') throw new NotPlain();
  }

  #tell(from: number, to: number): void {
    if (this.#open.length === 0) {
      if (this.#blanks(from) < to) throw new NotPlain();
    } else if (this.#handler.listens !== false) this.#handler.text?.(plain(this.#text.slice(from, to), false));
  }

  #comment(): void {
    const text = this.#text;
    if (!text.startsWith('<!--', this.#start)) throw new NotPlain();
    const end = text.indexOf('--', this.#start + 4);
    if (end < 0 || text.charCodeAt(end + 2) !== GREATER) throw new NotPlain();
    this.#at = end + 3;
  }

  #close(): void {
    const name = this.#open.pop();
    if (!name || !isAt(this.#text, name.written, this.#start + 2)) throw new NotPlain();
    const end = this.#blanks(this.#start + 2 + name.written.length);
    if (this.#text.charCodeAt(end) !== GREATER) throw new NotPlain();
    this.#at = end + 1;
    this.#handler.close(name.local, 0);
  }

  #element(): void {
    const text = this.#text;
    const name = this.#name(this.#start + 1);
    let attributes: Record<string, string> | undefined;
    let last: KnownName | undefined;
    let before: KnownName[] | undefined;
    let at = this.#start + 1 + name.written.length;
    for (;;) {
      const from = this.#blanks(at);
      const sign = text.charCodeAt(from);
      if (sign === GREATER || sign === SLASH) {
        at = from;
        break;
      }
      if (from === at) throw new NotPlain();
      const attribute = this.#name(from);
      if (attribute === last || before?.includes(attribute)) throw new NotPlain();
      if (last) (before ??= []).push(last);
      last = attribute;
      let quote = this.#blanks(from + attribute.written.length);
      if (text.charCodeAt(quote) !== EQUALS) throw new NotPlain();
      quote = this.#blanks(quote + 1);
      const mark = text.charCodeAt(quote);
      if (mark !== DOUBLE && mark !== SINGLE) throw new NotPlain();
      const end = text.indexOf(mark === DOUBLE ? '"' : "'", quote + 1);
      if (end < 0) throw new NotPlain();
      const less = text.indexOf('<', quote);
      if (less >= 0 && less < end) throw new NotPlain();
      if (attribute.isWanted) (attributes ??= {})[attribute.written] = plain(text.slice(quote + 1, end), true);
      at = end + 1;
    }
    const isEmpty = text.charCodeAt(at) === SLASH;
    if (isEmpty && text.charCodeAt((at += 1)) !== GREATER) throw new NotPlain();
    this.#at = at + 1;
    this.#open.push(name);
    if (this.#open.length > DEEPEST) throw new NotPlain();
    this.#handler.open({ name: name.local, attributes: attributes ?? NO_ATTRIBUTES }, 0);
    if (!isEmpty) return;
    this.#open.pop();
    this.#handler.close(name.local, 0);
  }

  #name(from: number): KnownName {
    const text = this.#text;
    let end = from;
    let sum = 0;
    let sign = text.charCodeAt(end);
    if (NAME[sign] !== 1) throw new NotPlain();
    for (; (NAME[sign] ?? 0) > 0; sign = text.charCodeAt((end += 1))) sum = (Math.imul(sum, 31) + sign) | 0;
    if (sign >= NAME.length) throw new NotPlain();
    const known = this.#names.get(sum);
    if (known?.written.length === end - from && isAt(text, known.written, from)) return known;
    const written = text.slice(from, end);
    const name = { written, local: written.slice(written.indexOf(':') + 1), isWanted: this.#wanted.has(written) };
    this.#names.set(sum, name);
    return name;
  }

  /** Behind the white space that begins there, if any. */
  #blanks(from: number): number {
    let at = from;
    for (let sign = this.#text.charCodeAt(at); sign === BLANK || sign === LF || sign === CR || sign === TAB;)
      sign = this.#text.charCodeAt((at += 1));
    return at;
  }
}

/** What `startsWith` says, which takes several times as long for a short name in a long text. */
function isAt(text: string, name: string, from: number): boolean {
  for (let at = name.length - 1; at >= 0; at -= 1) if (text.charCodeAt(from + at) !== name.charCodeAt(at)) return false;
  return true;
}

/** A text, or the value of an attribute, as XML means it. */
function plain(written: string, isValue: boolean): string {
  let text = written;
  if (text.includes('\r')) text = text.replaceAll(/\r\n?/gu, '\n');
  if (isValue) text = /[\t\n]/u.test(text) ? text.replaceAll(/[\t\n]/gu, ' ') : text;
  return text.includes('&') ? text.replaceAll(ENTITY, meant) : text;
}

function meant(entity: string, number: string | undefined): string {
  if (number === undefined) {
    const known = ENTITIES[entity];
    if (known === undefined) throw new NotPlain();
    return known;
  }
  const code = /^x/iu.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isPlain =
    (code >= BLANK && code < 0xd800) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x1_00_00 && code <= 0x10_ff_ff) ||
    code === TAB ||
    code === LF ||
    code === CR;
  if (!isPlain) throw new NotPlain();
  return String.fromCodePoint(code);
}
