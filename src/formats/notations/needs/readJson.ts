import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { parseJson } from '../../carriers/json/jsonPlaces.ts';
import type { JsonPlace } from '../../carriers/json/jsonPlaces.ts';
import { requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isWithdrawn } from '../../tabular/headers.ts';
import { isNeedId, leadsUp, NEEDS } from './grammar.ts';

/** Fields that are said otherwise, that sphinx-needs computes, or that say how something looks. */
const OTHERWISE =
  /^(?:id|title|content|description|links|external_.*|id_.*|is_.*|full_title|lineno|doctype|layout|style|type_.*|.*template|parent_needs?|sections?|section_name|arch|parts|jinja_content|duration|completion|hide|collapse|avatar|target_id|max_.*|constraints_.*|has_.*|.*_back|signature|created_at|updated_at|closed_at)$/u;

/** True for what sphinx-needs writes: `{ "current_version": "1", "versions": { "1": { "needs": {} } } }`. */
export function isNeedsJson(path: string, text: string): boolean {
  return path.endsWith('.json') && /"versions"\s*:\s*\{/u.test(text) && /"needs"\s*:\s*\{/u.test(text);
}

/** Reads the needs of a `needs.json`, those of its current version. */
export function readNeedsJson(document: CarriedDocument, facts: FactSink): void {
  const root = parseJson(document.text);
  const versions = root?.entry('versions');
  const current = root?.entry('current_version')?.string;
  const version = (current === undefined ? undefined : versions?.entry(current)) ?? versions?.entries().at(-1)?.[1];
  const needs = version?.entry('needs');
  if (!version || !needs) {
    const message = say('This file is not valid JSON with needs in it');
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
    return;
  }
  const links = linkFields(version, needs);
  const presets = version.entry('needs_schema')?.entry('properties');
  facts.belong({ namespace: document.path.replace(/\.[^./]+$/u, ''), part: 'spec' });
  for (const [key, need] of needs.entries()) readNeed(document, facts, { key, need, links, presets });
}

/** Which fields are links: those that the schema says are, else those with a counterpart `…_back`. */
function linkFields(version: JsonPlace, needs: JsonPlace): readonly string[] {
  const properties = version.entry('needs_schema')?.entry('properties');
  const told = properties?.entries().flatMap(([name, field]) => (field.entry('field_type')?.string === 'links' ? [name] : [])) ?? [];
  const first = needs.entries()[0]?.[1];
  const seen = first?.entries().flatMap(([name]) => (first.entry(`${name}_back`) ? [name] : [])) ?? [];
  return [...new Set(['links', ...told, ...(told.length > 0 ? [] : seen.filter((name) => name !== 'parent_needs'))])];
}

interface Found {
  readonly key: string;
  readonly need: JsonPlace;
  readonly links: readonly string[];
  readonly presets: JsonPlace | undefined;
}

function readNeed(document: CarriedDocument, facts: FactSink, { key, need, links, presets }: Found): void {
  const valueOf = (name: string): string => need.entry(name)?.string ?? presets?.entry(name)?.entry('default')?.string ?? '';
  const id = need.entry('id')?.string ?? key;
  const { start } = need.range;
  if (!isNeedId(id)) {
    document.note(start.line, 'nothing', () => say('A need without an ID'));
    return;
  }
  document.note(start.line, 'requirement', () => say('Defines {0}', id));
  const text = collapse(need.entry('content')?.string ?? need.entry('description')?.string ?? '');
  const nameRange = (need.entry('title') ?? need.entry('id') ?? need).innerRange;
  for (const name of links)
    if (!leadsUp(name, links)) for (const reference of linksOf(document, need.entry(name))) facts.mention(reference);
  facts.define(
    requirement({
      localId: id,
      notation: NEEDS,
      copied: true,
      namespace: document.path.replace(/\.[^./]+$/u, ''),
      title: collapse(valueOf('title')) || id,
      text,
      range: need.range,
      nameRange: nameRange.end.line === nameRange.start.line ? nameRange : { start, end: start },
      attributes: need.entries().flatMap(([name, value]): readonly Attribute[] => {
        const words = value.items().flatMap((item) => item.string ?? []);
        const said = value.string ?? words.join(', ');
        return OTHERWISE.test(name) || links.includes(name) || said === '' ? [] : [{ name, value: collapse(said), range: value.range }];
      }),
      covers: links.filter((name) => leadsUp(name, links)).flatMap((name) => linksOf(document, need.entry(name))),
      exempt: isWithdrawn(valueOf('status')),
    }),
  );
}

/** `REQ_1`, `REQ_1.part` and `REQ_1[status=="open"]` are links to REQ_1. */
function linksOf(document: CarriedDocument, list: JsonPlace | undefined): readonly Reference[] {
  return (list?.items() ?? []).flatMap((item) => {
    const id = /^[\w-]+/u.exec(item.string ?? '')?.[0];
    if (id === undefined) return [];
    document.note(item.range.start.line, 'annotation', () => say('Covers {0}', id));
    return [{ text: id, range: item.rangeOf(0, id.length), id, notation: NEEDS }];
  });
}
