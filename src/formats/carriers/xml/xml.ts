import { SaxesParser } from 'saxes';
import { inEnglish, say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/** An element as its handler sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Where the tag is that is being told: offsets into the text, exact as long as nothing before it in its line had to be mended. */
export interface TagPlace {
  start(): number;
  end(): number;
}

/** What is told of documents, in their order. */
export interface XmlHandler {
  /**
   * Of a document, before anything in it: a file may hold several.
   *
   * @param place to be asked while a tag is told.
   */
  begin?(place: TagPlace): void;
  /** @param line where its start tag ends, counted from 0. */
  open(element: XmlElement, line: number): void;
  /** @param line where its end tag ends, or the next thing begins. */
  close(name: string, line: number): void;
  /** Of an element whose text somebody wants; comes in pieces. */
  text?(text: string): void;
  /** False while no text is wanted; a handler without it may be told any. */
  readonly listens?: boolean;
}

/** Why a part of a text could not be read: `reason` is a part of a sentence; `line` begins at 0. */
export interface XmlLoss {
  readonly reason: Message;
  readonly line: number;
}

/** Elements within elements; the deepest honest report nests suites a few dozen deep. */
const DEEPEST = 200;

/** So far into a document its first element is looked for: behind declarations and comments. */
const MOST_BEFORE_ROOT = 64 * 1024;

/** Control characters that XML forbids; terminals' colours are full of them, and not every tool takes them out of its output. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** A reference to a character by its number, or an ampersand that begins none of the entities of XML: `&#27;`, `&nbsp;`, `a & b`. */
const REFERENCE = /&(?:#(?<number>x[0-9a-f]{1,8}|\d{1,10});|(?!(?:amp|lt|gt|quot|apos);))/giu;

/** What stops nobody from reading on: characters that are written as they are. */
const HARMLESS: ReadonlySet<string> = new Set([
  'the string "]]>" is disallowed in char data.',
  'disallowed character.',
  'malformed comment.',
  'text data outside of root node.',
]);

class Malformed extends Error {
  constructor(readonly reason: Message) {
    super(inEnglish(reason));
  }
}

/** What ends the reading of a document of several. */
class Ended extends Error {}

/**
 * Reads XML as a stream of elements, as leniently as can be without guessing: characters and references that XML forbids count as blanks or as they are written,
 * text before and behind a document is passed over, and several documents are read one after the other. Nothing outside the text is ever read, and no entities but the five
 * of XML and numbers are known: a document type that declares any is refused. Where a document is not well-formed its reading ends there, and the
 * handler has been told all that came before.
 *
 * @returns what was given up, and why; nothing if all went well.
 */
export function readXml(text: string, handler: XmlHandler): readonly XmlLoss[] {
  const readable = text.replace(FORBIDDEN, ' ').replace(REFERENCE, readReference);
  const losses: XmlLoss[] = [];
  const root = rootElement(readable);
  let line = 0;
  let from = 0;
  for (let start = startOfDocument(readable); start >= 0;) {
    line += countLines(readable.slice(from, start));
    const { end, loss } = readDocument(readable.slice(start), { line, offset: start }, handler);
    if (loss) losses.push({ reason: loss.reason, line: line + loss.line });
    from = start;
    const next = startOfDocument(readable.slice(start + end), loss ? '' : root);
    start = next < 0 ? -1 : start + end + next;
  }
  return losses;
}

/**
 * The document that a text begins with: where it ends, or where and why its reading did.
 *
 * @param from where the text begins.
 */
function readDocument(
  text: string,
  { line, offset }: { readonly line: number; readonly offset: number },
  handler: XmlHandler,
): { readonly end: number; readonly loss?: XmlLoss } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  /** Where the tag ends that is told, where that is not where the parser is. */
  let told: number | undefined;
  let closedAt = 0;
  // The parser closes what another element's end tag closes too, and complains only then: told is an end when the next thing comes.
  let closed: string | undefined;
  const tellEnd = (): void => {
    if (closed === undefined) return;
    told = closedAt;
    handler.close(closed, line + parser.line - 1);
    told = closed = undefined;
  };
  const refuse = (reason: Message): never => {
    throw new Malformed(reason);
  };
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /u, '');
    if (!HARMLESS.has(message)) refuse(say('it is not well-formed XML ({0})', message.replace(/\.$/u, '')));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse(say('its document type declares entities or elements, which is not allowed'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if ((depth += 1) > DEEPEST) refuse(say('its elements are nested more than {0} deep', DEEPEST));
    tellEnd();
    handler.open({ name: localName(name), attributes }, line + parser.line - 1);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    tellEnd();
    closed = localName(name);
    closedAt = parser.position;
    if (depth > 0) return;
    tellEnd();
    throw new Ended();
  });
  const tell = (part: string): void => {
    tellEnd();
    handler.text?.(part);
  };
  if (handler.text) {
    parser.on('text', tell);
    parser.on('cdata', tell);
  }
  const end = (): number => told ?? parser.position;
  handler.begin?.({ start: () => offset + text.lastIndexOf('<', end() - 1), end: () => offset + end() });
  try {
    parser.write(text).close();
    return { end: text.length };
  } catch (error) {
    if (error instanceof Ended) return { end: parser.position };
    // What stopped it may be the declaration of the next document.
    if (error instanceof Malformed)
      return { end: Math.max(1, parser.position - '<?xml '.length - 2), loss: { reason: error.reason, line: parser.line - 1 } };
    throw error;
  }
}

/** A blank for a number that is not a character of XML, and an ampersand as it is written. */
function readReference(reference: string, number: string | undefined): string {
  if (number === undefined) return '&amp;';
  const code = /^x/iu.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isCharacter = code <= 0x10ffff && (code >= 0x20 || code === 9 || code === 10 || code === 13) && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter && code !== 0xfffe && code !== 0xffff ? reference : ' ';
}

/**
 * Where the next document begins; -1 where none does.
 *
 * @param root what a further one must have for its first element, in the plural or singular; empty where only a declaration may begin it, as
 * behind a document that ended too early. The first may have any.
 */
function startOfDocument(text: string, root?: string): number {
  const declared = text.search(/<\?xml\s/u);
  if (root === '') return declared;
  const name = root?.replace(/s$/u, '').replaceAll('.', String.raw`\.`);
  const element =
    name === undefined ? /^[ \t]*(?=<(?:!DOCTYPE|!--|[A-Za-z_]))/mu : new RegExp(`^[ \\t]*(?=<(?:[\\w.-]+:)?${name}s?[\\s/>])`, 'mu');
  const found = element.exec(text);
  const at = found ? found.index + found[0].length : -1;
  return declared >= 0 && (at < 0 || declared < at) ? declared : at;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** `testcase` for `t:testcase`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The name of the first element, as far as the beginning of a text tells; empty for what is not XML. */
export function rootElement(head: string): string {
  const start = startOfDocument(head);
  const opening =
    start < 0
      ? null
      : /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(head.slice(start, start + MOST_BEFORE_ROOT).replace(/<!--[\s\S]*?-->/gu, ''));
  return opening?.[1] ?? '';
}
