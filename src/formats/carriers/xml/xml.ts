import { SaxesParser } from 'saxes';
import { inEnglish, say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/** An element as its handler sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is told of a document, in its order. */
export interface XmlHandler {
  open(element: XmlElement): void;
  close(name: string): void;
  /** Of an element whose text somebody wants; comes in pieces. */
  text?(text: string): void;
}

/** Elements within elements; the deepest honest report nests suites a few dozen deep. */
const DEEPEST = 200;

/** Control characters that XML forbids; terminals' colours are full of them, and not every tool takes them out of its output. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

class Malformed extends Error {
  constructor(readonly reason: Message) {
    super(inEnglish(reason));
  }
}

/**
 * Reads XML as a stream of elements. Nothing outside the text is ever read, and no entities but the five of XML and numbers are known: a
 * document type that declares any is refused. Undefined if all went well, else why the text was given up, and where (lines from 0).
 */
export function readXml(text: string, handler: XmlHandler): { readonly reason: Message; readonly line: number } | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  const refuse = (reason: Message): never => {
    throw new Malformed(reason);
  };
  parser.on('error', (error) =>
    refuse(say('it is not well-formed XML ({0})', error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, ''))),
  );
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse(say('its document type declares entities or elements of its own, which is not allowed'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if ((depth += 1) > DEEPEST) refuse(say('its elements are nested more than {0} deep', DEEPEST));
    handler.open({ name: localName(name), attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  if (handler.text) {
    parser.on('text', (part) => handler.text?.(part));
    parser.on('cdata', (part) => handler.text?.(part));
  }
  try {
    parser.write(text.replace(FORBIDDEN, ' ')).close();
    return undefined;
  } catch (error) {
    if (error instanceof Malformed) return { reason: error.reason, line: parser.line - 1 };
    throw error;
  }
}

/** `testcase` for `t:testcase`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The name of a document's first element, as far as its beginning tells; empty for what is no XML. */
export function rootElement(head: string): string {
  const start = head.trimStart();
  if (!start.startsWith('<')) return '';
  const opening = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(start.replace(/<!--[\s\S]*?-->/gu, ''));
  return opening?.[1] ?? '';
}
