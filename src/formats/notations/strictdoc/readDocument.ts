import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { sdocNodes } from '../../carriers/sdoc/sdoc.ts';
import type { SdocField, SdocNode, SdocRelation } from '../../carriers/sdoc/sdoc.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isWithdrawn } from '../../tabular/headers.ts';
import { isUid, STRICTDOC } from './grammar.ts';
import { markdownNodes } from './markdownNodes.ts';

/** Beside the words of everybody, what StrictDoc itself calls it. */
const DELETED = /^deleted$/iu;
/** Nodes that structure a document; every other type is the project's own, and an item. */
const STRUCTURE: ReadonlySet<string> = new Set(['DOCUMENT', 'GRAMMAR', 'SECTION', 'TEXT', 'DOCUMENT_FROM_FILE', 'VIEWS']);
/** The fields one of which holds what a node says, the first that it has. */
const CONTENT = ['STATEMENT', 'DESCRIPTION', 'CONTENT'];
const NO_ATTRIBUTE: ReadonlySet<string> = new Set(['MID', 'UID', 'TITLE', ...CONTENT]);
/** The longest title that is made of a text. */
const LONGEST = 80;

/** Reads the nodes of a document in the SDoc format: each that has a UID is an item, with what it refers to below `RELATIONS:`. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  if (isSdoc(document)) facts.belong({ namespace, part });
  const places = new Map<string, Range>();
  for (const node of isSdoc(document) ? sdocNodes(document.lines) : markdownNodes(document)) {
    if (document.ignores(node.first)) continue;
    for (const field of node.fields) if (!field.closed) unclosed(document, facts, field);
    if (!STRUCTURE.has(node.type)) readNode(document, facts, node, places);
  }
}

/** Any other document is in StrictDoc's form of Markdown. */
function isSdoc({ path }: CarriedDocument): boolean {
  return path.endsWith('.sdoc');
}

function unclosed(document: CarriedDocument, facts: FactSink, { name, range }: SdocField): void {
  const message = say('The text of {0} has no end, so nothing below it is read. Write "<<<" on a line of its own', name);
  facts.problem({ code: 'malformed-annotation', range, message, unread: true });
  document.note(range.start.line, 'problem', () => message);
}

function readNode(document: CarriedDocument, facts: FactSink, node: SdocNode, places: Map<string, Range>): void {
  const uid = node.fields.find(({ name }) => name === 'UID');
  if (!uid || !isUid(uid.value)) {
    withoutUid(document, facts, node, uid);
    return;
  }
  const first = places.get(uid.value);
  if (first) {
    facts.problem(duplicateId(document.path, uid.value, first, uid.range));
    document.note(node.first, 'problem', () => say('{0} is defined twice', uid.value));
    return;
  }
  places.set(uid.value, uid.range);
  const covers = node.relations.flatMap((relation) => readRelation(document, facts, relation));
  document.note(node.first, 'requirement', () => say('Defines {0}', uid.value));
  facts.define(definition(document, node, uid, covers));
}

function definition(
  document: CarriedDocument,
  node: SdocNode,
  uid: SdocField,
  covers: readonly Reference[],
): ReturnType<typeof requirement> {
  const valueOf = (name: string): string => collapse(node.fields.find((field) => field.name === name)?.value ?? '');
  const text = valueOf(CONTENT.find((name) => valueOf(name) !== '') ?? '');
  const title = node.fields.find(({ name }) => name === 'TITLE');
  return requirement({
    localId: uid.value,
    notation: STRICTDOC,
    ...(document.namespace !== undefined && { namespace: document.namespace }),
    idRange: uid.range,
    title: valueOf('TITLE') || text.slice(0, LONGEST) || uid.value,
    text,
    range: rangeOfLines(document.lines, node.first, node.last),
    nameRange: title && !title.multiline ? title.range : uid.range,
    attributes: attributesOf(node),
    covers,
    exempt: isWithdrawn(valueOf('STATUS')) || DELETED.test(valueOf('STATUS')),
  });
}

/** A node that nothing can refer to; StrictDoc allows it. */
function withoutUid(document: CarriedDocument, facts: FactSink, node: SdocNode, uid: SdocField | undefined): void {
  const content = node.fields.find(({ name }) => CONTENT.includes(name));
  if (!uid && !content) return document.note(node.first, 'nothing', () => say('A node without a UID'));
  const message = uid
    ? say('"{0}" is not a valid UID. Write letters, digits and hyphens, such as {1}', uid.value, 'REQ-1')
    : say('This {0} has no UID, so nothing can refer to it. Write "UID: REQ-1" below it', node.type);
  const range = uid?.range ?? rangeOfLines(document.lines, node.first, node.first);
  facts.problem({ code: 'near-miss', range, message });
  document.note(node.first, 'near-miss', () => message);
}

/** A `Parent` is what the node details; `Child` is the other way round, and the child says so itself if it does; `File` is shown. */
function readRelation(document: CarriedDocument, facts: FactSink, { keys }: SdocRelation): readonly Reference[] {
  const type = keys.get('TYPE')?.value;
  const value = keys.get('VALUE');
  if (!value || (type !== 'Parent' && type !== 'Child')) return [];
  const reference: Reference = { text: value.value, range: value.range, id: value.value, notation: STRICTDOC };
  if (type === 'Parent') {
    document.note(value.range.start.line, 'annotation', () => say('Covers {0}', value.value));
    return [reference];
  }
  document.note(value.range.start.line, 'mention', () => say('Mentions {0}', value.value));
  facts.mention(reference);
  return [];
}

function attributesOf({ fields, relations }: SdocNode): readonly Attribute[] {
  const said = fields.flatMap(({ name, value, range, multiline }) =>
    multiline || NO_ATTRIBUTE.has(name) || value === '' ? [] : [{ name, value: collapse(value), range }],
  );
  const files = relations.flatMap(({ keys }) => {
    const file = keys.get('TYPE')?.value === 'File' ? (keys.get('VALUE') ?? keys.get('PATH')) : undefined;
    return file ? [{ name: 'File', value: file.value, range: file.range }] : [];
  });
  return [...said, ...files];
}
