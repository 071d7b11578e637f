import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START, rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { collapse, withoutByteOrderMark } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { readXml } from '../../carriers/xml/xml.ts';
import type { TagPlace, XmlElement, XmlHandler } from '../../carriers/xml/xml.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { Items } from './defineItem.ts';
import { idOf, kindOf, OFT, plain } from './grammar.ts';

/** Values of an object that are shown, in this order. */
const SHOWN = ['status', 'rationale', 'comment', 'source', 'sourcefile', 'sourceline', 'priority', 'releases'];
/** What a link is to an item, `req:boil`, and a dependency, `req~boil~1`. */
const LINK = /^(?<type>[A-Za-z]{1,40}):(?<name>.+)$/u;
const DEPENDENCY = /^(?<type>[A-Za-z]{1,40})~(?<name>.+)~(?<revision>\d{1,9})$/u;

/** A value, and where its start tag begins. */
interface Value {
  readonly text: string;
  readonly at: number;
}

/** An object while it is read. */
interface Open {
  readonly type: string;
  readonly at: number;
  readonly values: Map<string, Value>;
  readonly needs: string[];
  readonly tags: string[];
  readonly covers: { to: Value; version: string }[];
  readonly depends: Value[];
}

/** Reads specification objects of ReqM2, the XML that OpenFastTrace imports and exports; a report of coverage looks alike and is none. */
export function readSpecobjects(document: CarriedDocument, facts: FactSink): void {
  const text = withoutByteOrderMark(document.text);
  if (text.includes('<shallowCoverageStatus')) {
    document.note(0, 'nothing', () => say('This is a report of coverage, not a specification'));
    return;
  }
  facts.belong({ ...(document.namespace !== undefined && { namespace: document.namespace }), part: 'spec' });
  const reader = new Reader(document, facts, new LineMap(text));
  const [lost] = readXml(text, reader);
  if (!lost) return;
  const message = say('What is behind this line is not read: {0}', lost.reason);
  facts.problem({ code: 'skipped-file', range: lost.line === 0 ? FILE_START : rangeAt(lost.line, 0, 0), message, unread: true });
  document.note(lost.line, 'problem', () => message);
}

class Reader implements XmlHandler {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #lines: LineMap;
  readonly #items: Items;
  #place: TagPlace = { start: () => 0, end: () => 0 };
  #type = '';
  #open: Open | undefined;
  #text = '';
  #at = 0;

  constructor(document: CarriedDocument, facts: FactSink, lines: LineMap) {
    this.#document = document;
    this.#facts = facts;
    this.#items = new Items(document, facts);
    this.#lines = lines;
  }

  begin(place: TagPlace): void {
    this.#place = place;
  }

  open({ name, attributes }: XmlElement): void {
    const at = this.#place.start();
    if (name === 'specobjects') this.#type = attributes['doctype'] ?? '';
    else if (name === 'specobject') this.#open = { type: this.#type, at, values: new Map(), needs: [], tags: [], covers: [], depends: [] };
    else if (name === 'provcov') this.#open?.covers.push({ to: { text: '', at }, version: '' });
    this.#text = '';
    this.#at = at;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    const open = this.#open;
    const value: Value = { text: collapse(this.#text), at: this.#at };
    this.#text = '';
    if (!open) return;
    const link = open.covers.at(-1);
    if (name === 'specobject') {
      this.#define(open, this.#place.end());
      this.#open = undefined;
    } else if (name === 'needsobj') open.needs.push(value.text);
    else if (name === 'tag') open.tags.push(value.text);
    else if (name === 'dependson') open.depends.push(value);
    else if (name === 'linksto' && link) link.to = value;
    else if (name === 'dstversion' && link) link.version = plain(value.text);
    else if (value.text !== '' && !open.values.has(name)) open.values.set(name, value);
  }

  #define(open: Open, end: number): void {
    const textOf = (name: string): string => open.values.get(name)?.text ?? '';
    const oft = idOf({ type: open.type, name: textOf('id'), revision: textOf('version') || '0' });
    const nameRange = this.#lineOf(open.values.get('id')?.at ?? open.at);
    const { line } = nameRange.start;
    if (oft.name === '' || oft.type === '') {
      this.#document.note(line, 'nothing', () => say('An object without an ID'));
      return;
    }
    const attribute = (name: string, value: Value | undefined): readonly Attribute[] =>
      value ? [{ name, value: value.text, range: this.#lineOf(value.at) }] : [];
    const isNew = this.#items.define(oft, nameRange, {
      title: textOf('shortdesc') || oft.id,
      text: textOf('description'),
      range: this.#lines.rangeOf(open.at, end),
      nameRange,
      needs: [...new Set(open.needs.filter((need) => need !== '').map(kindOf))],
      covers: open.covers.flatMap(({ to, version }) => this.#cover(to, version)),
      attributes: [
        ...SHOWN.flatMap((name) => attribute(name, open.values.get(name))),
        ...open.tags.map((tag): Attribute => ({ name: 'tag', value: tag, range: nameRange })),
      ],
      exempt: textOf('status') === 'rejected',
    });
    if (isNew) for (const depends of open.depends) this.#depend(depends);
  }

  /** A link without a type names nothing that could be found. */
  #cover({ text, at }: Value, revision: string): readonly Reference[] {
    const groups = LINK.exec(text)?.groups;
    if (!groups) {
      if (text !== '') this.#document.note(this.#lineOf(at).start.line, 'nothing', () => say('A link without an artifact type: {0}', text));
      return [];
    }
    const { id } = idOf({ ...groups, revision });
    this.#document.note(this.#lineOf(at).start.line, 'annotation', () => say('Covers {0}', id));
    return [{ text, range: this.#rangeOf({ text, at }), id, ...(revision !== '' && { revision }), notation: OFT }];
  }

  #depend({ text, at }: Value): void {
    const groups = DEPENDENCY.exec(text)?.groups;
    if (!groups) return;
    const { id, revision } = idOf(groups);
    this.#document.note(this.#lineOf(at).start.line, 'annotation', () => say('Depends on {0}', id));
    this.#facts.mention({ text, range: this.#rangeOf({ text, at }), id, revision, notation: OFT });
  }

  /** A text behind its start tag. */
  #rangeOf({ text, at }: Value): Range {
    const { line, character } = this.#lines.positionAt(at);
    const start = this.#lines.lineText(line).indexOf(text, character);
    return start < 0 ? this.#lineOf(at) : rangeAt(line, start, start + text.length);
  }

  #lineOf(at: number): Range {
    const start = this.#lines.positionAt(at);
    const end = this.#lines.startOf(start.line) + this.#lines.lineText(start.line).trimEnd().length;
    return this.#lines.rangeOf(at, Math.max(at, end));
  }
}
