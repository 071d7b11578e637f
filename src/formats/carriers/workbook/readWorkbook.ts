import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { readXml } from '../xml/xml.ts';
import type { XmlElement } from '../xml/xml.ts';
import type { NumberFormats } from './numberFormats.ts';
import { isTrue, readSheet, written } from './readSheet.ts';
import type { Shared } from './readSheet.ts';
import type { Sheet } from './workbook.ts';

/** A part of a workbook by its path, `xl/workbook.xml`; undefined where there is none. */
export type PartOf = (path: string) => string | { readonly refused: Message } | undefined;

/** The sheets of a workbook in order, or why it cannot be read. */
export type WorkbookReading =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly reason: Message };

class Refused extends Error {
  constructor(readonly reason: Message) {
    super(reason.text);
  }
}

/** Reads a workbook of Excel from its parts; hidden sheets are named, and nothing in them is read. */
export function readWorkbook(partOf: PartOf): WorkbookReading {
  const part = (path: string): string | undefined => {
    const text = partOf(path);
    if (typeof text === 'object') throw new Refused(text.refused);
    return text;
  };
  try {
    return { kind: 'sheets', sheets: sheetsOf(part) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.reason };
    throw error;
  }
}

function sheetsOf(part: (path: string) => string | undefined): readonly Sheet[] {
  const main =
    [...targets(part('_rels/.rels') ?? '', '').values()].find((path) => /(?:^|\/)workbook\.xml$/u.test(path)) ?? 'xl/workbook.xml';
  const folder = main.replace(/[^/]*$/u, '');
  const parts = targets(part(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '', folder);
  const found: { readonly name: string; readonly isHidden: boolean; readonly path: string | undefined }[] = [];
  let from1904 = false;
  elements(part(main) ?? '', main, ({ name, attributes }) => {
    if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const state = attributes['state'] ?? 'visible';
    found.push({ name: attributes['name'] ?? '', isHidden: state !== 'visible', path: parts.get(id ?? '') });
  });
  const shared: Shared = {
    strings: strings(part(`${folder}sharedStrings.xml`) ?? '', `${folder}sharedStrings.xml`),
    formats: formats(part(`${folder}styles.xml`) ?? '', `${folder}styles.xml`, from1904),
  };
  return found.map(({ name, isHidden, path }): Sheet => {
    const text = isHidden || path === undefined ? undefined : part(path);
    const sheet = text === undefined ? undefined : readSheet(text, shared);
    if (sheet && 'refused' in sheet) throw new Refused(say('{0} in the workbook cannot be read: {1}', name, sheet.refused));
    return { name, isHidden, ...(sheet ?? { rows: new Map(), hiddenRows: new Set(), hiddenColumns: new Set() }) };
  });
}

/** What a part of a workbook is related to, by the name of the relation: a path from the root of the archive. */
function targets(text: string, folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  elements(text, 'rels', ({ name, attributes }) => {
    const [id, target] = [attributes['Id'], attributes['Target']];
    if (name !== 'Relationship' || id === undefined || target === undefined || attributes['TargetMode'] === 'External') return;
    found.set(id, target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//u, '')}`);
  });
  return found;
}

/** The texts that cells share, their runs joined, without phonetic hints. */
function strings(text: string, path: string): readonly string[] {
  const all: string[] = [];
  let pieces: string[] | undefined;
  let isText = false;
  let isHint = false;
  elements(
    text,
    path,
    ({ name }) => {
      if (name === 'si') pieces = [];
      else if (name === 'rPh') isHint = true;
      else isText = name === 't';
    },
    (name) => {
      if (name === 'si') all.push(written(pieces?.join('') ?? ''));
      else if (name === 'rPh') isHint = false;
      isText = false;
    },
    (piece) => {
      if (isText && !isHint) pieces?.push(piece);
    },
  );
  return all;
}

function formats(text: string, path: string, from1904: boolean): NumberFormats {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCells = false;
  elements(
    text,
    path,
    ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  );
  return { codes, styles, from1904 };
}

function elements(
  text: string,
  path: string,
  open: (element: XmlElement) => void,
  close: (name: string) => void = () => undefined,
  piece?: (text: string) => void,
): void {
  const [loss] = text === '' ? [] : readXml(text, { open, close, ...(piece && { text: piece }) });
  if (loss) throw new Refused(say('{0} in the workbook cannot be read: {1}', path, loss.reason));
}
