import type { ReqifRule } from '../../../model/configuration.ts';
import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { FILE_START, rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { cutShort } from '../../../text/cutShort.ts';
import { addTo } from '../../../text/grouping.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { withoutByteOrderMark } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { readReqif } from '../../carriers/reqif/readReqif.ts';
import type { ReqifBody, ReqifElement, ReqifPointer, ReqifRelation, Stretch } from '../../carriers/reqif/reqifBody.ts';
import { mappingFor } from '../../items/mappingFor.ts';
import type { FormatContext } from '../../notation/context.ts';
import { requirement } from '../../notation/definition.ts';
import { sameXml } from '../../carriers/xml/sameXml.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { REQIF, senseOf } from './grammar.ts';
import type { RelationSense } from './grammar.ts';
import { objectsOf } from './objects.ts';
import type { FoundObject } from './objects.ts';

/** Values are shown up to this length; texts of other tools may have pages. */
const LONGEST_VALUE = 400;
/** A declared encoding other than those that files are read in. */
const OTHER_ENCODING = /^<\?xml[^>]{0,200}?encoding\s*=\s*["'](?!utf-?8|utf-?16|us-ascii)(?<name>[\w.-]{1,40})["']/iu;

/** What relations say of the objects of a file, by IDENTIFIER of the one that says it. */
interface Related {
  readonly covers: Map<string, Reference[]>;
  readonly others: Map<string, Attribute[]>;
}

// @implements RT-1.4/AC31
/** Reads a ReqIF file: its objects are items, and its relations what they cover. */
export function readDocument(document: CarriedDocument, facts: FactSink, { configuration }: FormatContext): void {
  const text = withoutByteOrderMark(document.text);
  const lines = new LineMap(text);
  const body = readReqif(text);
  const base = document.namespace ?? document.path;
  facts.belong({ namespace: base, part: 'spec' });
  tellLosses(document, facts, text, body);
  const rule = mappingFor(configuration.reqif, document.path);
  const { objects, mapping } = objectsOf(body, base, rule);
  facts.mapped({ key: REQIF, ...mapping });
  const reader = new ObjectReader(document, facts, lines);
  reader.repeated(body, text);
  const related = reader.relations(body, objects, rule);
  for (const object of objects.values()) reader.object(object, related);
  for (const { entries } of body.specifications) for (const entry of entries) reader.mention(entry, objects);
}

function tellLosses(document: CarriedDocument, facts: FactSink, text: string, { lost, isReqif }: ReqifBody): void {
  const encoding = text.includes('\uFFFD') ? OTHER_ENCODING.exec(text)?.groups?.['name'] : undefined;
  const tell = (message: Message, line = 0): void => {
    facts.problem({ code: 'skipped-file', range: line === 0 ? FILE_START : rangeAt(line, 0, 0), message, unread: true });
    document.note(line, 'problem', () => message);
  };
  if (encoding !== undefined) tell(say('This file is in {0}; only UTF-8 and UTF-16 are read, so some letters are missing', encoding));
  if (lost) tell(say('What is behind this line is not read: {0}', lost.reason), lost.line);
  else if (!isReqif) tell(say('This is not a file of ReqIF: it has no element {0}', 'REQ-IF'));
}

class ObjectReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #lines: LineMap;
  readonly #base: string;
  readonly #places = new Map<string, Range>();

  constructor(document: CarriedDocument, facts: FactSink, lines: LineMap) {
    this.#base = document.namespace ?? document.path;
    this.#document = document;
    this.#facts = facts;
    this.#lines = lines;
  }

  object(object: FoundObject, { covers, others }: Related): void {
    const { element, read, left, namespace, aliases, depth } = object;
    const nameRange = this.#lineOf(element.at);
    const { start } = nameRange;
    const { line } = start;
    if (left) {
      this.#document.note(line, 'nothing', () => whyLeft(object));
      return;
    }
    const key = `${namespace}#${object.localId}`;
    const first = this.#places.get(key);
    if (first) {
      const problem = duplicateId(this.#document.path, object.localId, first, nameRange);
      this.#facts.problem(problem);
      this.#document.note(line, 'problem', () => problem.message);
    } else this.#places.set(key, nameRange);
    // One that has the ID of another is an item by its IDENTIFIER all the same: it counts.
    const localId = first ? element.id : object.localId;
    this.#document.note(line, 'requirement', () => whatItIs(object));
    const title = read.title || object.localId;
    this.#facts.define(
      requirement({
        localId,
        ...(!first && { aliases }),
        notation: REQIF,
        namespace,
        title,
        // An IDENTIFIER of a tool says nothing to people.
        ...(localId === element.id && !SPEAKING.test(localId) && { shown: cutShort(title, 60) }),
        text: read.text === title ? '' : read.text,
        range: { start, end: this.#lines.positionAt(element.end) },
        nameRange,
        level: read.kind === 'heading' ? Math.min(Math.max(depth, 1), 6) : 7,
        attributes: this.#attributesOf(object, nameRange, others),
        covers: covers.get(element.id) ?? [],
        exempt: read.kind !== 'requirement',
      }),
    );
  }

  #attributesOf({ element, read, type }: FoundObject, nameRange: Range, others: Related['others']): readonly Attribute[] {
    const attributes: Attribute[] = [];
    if (type !== '') attributes.push({ name: 'type', value: type, range: nameRange });
    if (read.kind !== 'requirement') attributes.push({ name: 'object', value: read.kind, range: nameRange });
    for (const { called, text, at, isLost } of read.others) {
      const range = at ? this.#lineOf(at) : nameRange;
      const attribute = { name: called.name, value: cutShort(text, LONGEST_VALUE), range };
      const unread = called.isDefined ? isLost && ('value' as const) : ('name' as const);
      attributes.push(unread ? { ...attribute, unread } : attribute);
    }
    return others.has(element.id) ? [...attributes, ...(others.get(element.id) ?? [])] : attributes;
  }

  /** Says of which objects only the last is read, since another one with the same IDENTIFIER says something else. */
  repeated({ objects }: ReqifBody, text: string): void {
    const found = new Map<string, ReqifElement>();
    for (const element of objects) {
      const before = found.get(element.id);
      found.set(element.id, element);
      if (!before || sameXml(text.slice(before.at[0], before.end), text.slice(element.at[0], element.end))) continue;
      const problem = duplicateId(this.#document.path, element.id, this.#lineOf(before.at), this.#lineOf(element.at));
      this.#facts.problem({ ...problem, unread: true });
      this.#document.note(problem.range.start.line, 'problem', () => problem.message);
    }
  }

  relations(body: ReqifBody, objects: ReadonlyMap<string, FoundObject>, rule: ReqifRule | undefined): Related {
    const related: Related = { covers: new Map(), others: new Map() };
    for (const relation of body.relations) {
      const name = body.types.get(relation.type)?.name || relation.name;
      this.#relation(relation, { name, sense: rule?.relations?.[name] ?? senseOf(name) }, objects, related);
    }
    return related;
  }

  /** A place that names an object leads to it. */
  mention(pointer: ReqifPointer, objects: ReadonlyMap<string, FoundObject>): void {
    const object = objects.get(pointer.id);
    if (object && !object.left) this.#facts.mention(this.#reference(pointer, object));
  }

  #relation(
    { source, target, at }: ReqifRelation,
    { name, sense }: { readonly name: string; readonly sense: RelationSense },
    objects: ReadonlyMap<string, FoundObject>,
    { covers, others }: Related,
  ): void {
    const { line } = this.#lineOf(at).start;
    const [from, to] = [source && objects.get(source.id), target && objects.get(target.id)];
    if (!source || !target || !from || !to || from.left || to.left) {
      this.#document.note(line, 'nothing', () => say('A relation, an end of which is not an item of this file'));
      return;
    }
    const [lower, upper, pointer] = sense === 'covered' ? [to, from, source] : [from, to, target];
    this.mention(sense === 'covered' ? target : source, objects);
    if (sense === 'other') {
      this.#document.note(line, 'attribute', () => say('A relation "{0}", which is shown and does not count', name));
      addTo(others, from.element.id, { name: name || 'relation', value: to.localId, range: this.#lineOf(target.at) });
      this.mention(target, objects);
      return;
    }
    this.#document.note(line, 'annotation', () => say('{0} covers {1}', lower.localId, upper.localId));
    addTo(covers, lower.element.id, this.#reference(pointer, upper));
  }

  #reference({ id, at }: ReqifPointer, { localId, namespace }: FoundObject): Reference {
    return {
      text: id,
      range: this.#lineOf(at),
      id: localId,
      ...(namespace !== this.#base && { document: namespace }),
      notation: REQIF,
    };
  }

  /** As much of a tag as is on its first line. */
  #lineOf([start, end]: Stretch): Range {
    const from = this.#lines.positionAt(start);
    const length = Math.min(end, this.#lines.endOf(from.line)) - start;
    return { start: from, end: { line: from.line, character: from.character + length } };
  }
}

/** An IDENTIFIER that a person may have given: `R001`. */
const SPEAKING = /^[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_]?\d+$/u;

function whatItIs({ localId, read: { kind } }: FoundObject): Message {
  if (kind === 'heading') return say('Object {0}: a heading, which needs nothing', localId);
  return kind === 'information' ? say('Object {0}: information, which needs nothing', localId) : say('Object {0}: a requirement', localId);
}

function whyLeft({ localId, left }: FoundObject): Message {
  if (left === 'deleted') return say('Object {0} was deleted in its tool: not an item', localId);
  return left === 'outside'
    ? say('Object {0} is in none of the specifications: not an item', localId)
    : say('Object {0} has neither a title nor a text: not an item', localId);
}
