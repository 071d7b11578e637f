import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { yamlPlaces } from '../../carriers/yaml/yamlPlaces.ts';
import type { YamlPlace } from '../../carriers/yaml/yamlPlaces.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { CASE, isId, kindOfFile, REQSTOOL, splitUrn } from './words.ts';

/** What is shown of a requirement or a case beside its title and text. */
const ATTRIBUTES = ['significance', 'categories', 'implementation', 'verification', 'phase', 'revision', 'rationale'];
/** Requirements in these states are not asked for. */
const ENDED = /^(?:obsolete|deprecated)$/u;

/** Reads one of the three files: requirements, the cases that verify them, or the results of those that people verify. */
export function readFile(document: CarriedDocument, facts: FactSink): void {
  const kind = kindOfFile(document.path);
  const root = yamlPlaces(document.lines.join('\n'));
  if (!root || kind === undefined) {
    const message = say('This file cannot be read as YAML');
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
    return;
  }
  const urn = root.entry('metadata')?.entry('urn')?.written;
  const namespace = urn ?? document.path.replace(/\/?[^/]*$/u, '');
  facts.belong({ namespace, part: 'spec' });
  if (kind === 'results') for (const result of root.entry('results')?.items() ?? []) readResult(document, facts, result);
  else new FileReader(document, facts, namespace, kind).read(root);
}

/** Reads the items of a file that defines some. */
class FileReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #namespace: string;
  readonly #kind: 'requirements' | 'cases';
  readonly #places = new Map<string, Range>();

  constructor(document: CarriedDocument, facts: FactSink, namespace: string, kind: 'requirements' | 'cases') {
    this.#document = document;
    this.#facts = facts;
    this.#namespace = namespace;
    this.#kind = kind;
  }

  read(root: YamlPlace): void {
    for (const item of root.entry(this.#kind)?.items() ?? []) this.#item(item);
  }

  #item(item: YamlPlace): void {
    const place = item.entry('id');
    const id = place?.written ?? '';
    if (!place || !isId(id)) {
      this.#document.note(item.range.start.line, 'nothing', () => say('An entry without an ID'));
      return;
    }
    const first = this.#places.get(id);
    if (first) {
      this.#facts.problem(duplicateId(this.#document.path, id, first, place.range));
      return;
    }
    this.#places.set(id, place.range);
    this.#document.note(place.range.start.line, 'requirement', () => say('Defines {0}', id));
    const valueOf = (name: string): string => collapse(item.entry(name)?.written ?? '');
    const isCase = this.#kind === 'cases';
    this.#facts.define(
      requirement({
        localId: id,
        notation: REQSTOOL,
        namespace: this.#namespace,
        ...(isCase && { kind: CASE }),
        idRange: place.range,
        title: valueOf('title') || id,
        text: valueOf('description'),
        range: rangeOfLines(this.#document.lines, item.range.start.line, lastLineOf(item)),
        nameRange: item.entry('title')?.range ?? place.range,
        attributes: attributesOf(item),
        covers: isCase ? (item.entry('requirement_ids')?.items() ?? []).flatMap((one) => this.#covered(one)) : [],
        needs: isCase ? ['verifies'] : needsOf(valueOf('implementation')),
        exempt: ENDED.test(collapse(item.entry('lifecycle')?.entry('state')?.written ?? '')),
      }),
    );
  }

  #covered(place: YamlPlace): readonly Reference[] {
    const reference = referenceAt(place);
    if (reference) this.#document.note(place.range.start.line, 'annotation', () => say('Covers {0}', reference.id));
    return reference ? [reference] : [];
  }
}

/** Code is asked for only where the requirement is met in code; a case always. */
function needsOf(implementation: string): readonly string[] {
  return implementation === '' || implementation === 'in-code' ? ['implements', CASE] : [CASE];
}

/** A result that passed verifies its cases; any other says that it was looked at. */
function readResult(document: CarriedDocument, facts: FactSink, result: YamlPlace): void {
  const passed = result.entry('pass')?.written === 'true';
  for (const place of result.entry('svc_ids')?.items() ?? []) {
    const reference = referenceAt(place);
    if (!reference) continue;
    const { line } = place.range.start;
    if (passed) {
      document.note(line, 'annotation', () => say('{0} {1}', 'verifies', reference.id));
      facts.refer({ kind: 'verifies', source: 'keyword', reference });
    } else {
      document.note(line, 'mention', () => say('Mentions {0}', reference.id));
      facts.mention(reference);
    }
  }
}

function referenceAt(place: YamlPlace): Reference | undefined {
  const text = place.written ?? '';
  const { urn, id } = splitUrn(text);
  if (!isId(id)) return undefined;
  return { text, range: place.range, ...(urn !== undefined && { document: urn }), id, notation: REQSTOOL };
}

function attributesOf(item: YamlPlace): readonly Attribute[] {
  return ATTRIBUTES.flatMap((name) => {
    const place = item.entry(name);
    const value =
      place?.written ??
      place
        ?.items()
        .flatMap((one) => one.written ?? [])
        .join(', ');
    return place && value ? [{ name, value: collapse(value), range: place.range }] : [];
  });
}

function lastLineOf(item: YamlPlace): number {
  return Math.max(item.range.start.line, ...item.entries().map(({ value }) => value.range.start.line));
}
