import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { mystDirectives, rstDirectives } from '../../carriers/directives/directives.ts';
import type { Directive, DirectiveOption } from '../../carriers/directives/directives.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isWithdrawn } from '../../tabular/headers.ts';
import type { FormatContext } from '../../notation/context.ts';
import { fits, idsIn, isNeed, isNeedId, leadsUp, NEEDS } from './grammar.ts';
import { settingsFor } from './settings.ts';
import type { NeedsSettings } from './settings.ts';

const RST = /\.(?:rst|rest)$/iu;
const ROLE = /(?:\{need\}|:need:)`(?<text>[^`\n]{1,300})`/gu;
/** The longest title that is made of a text. */
const LONGEST = 80;
/** More lines than this are not the text of one need; needs within needs repeat it. */
const MOST_LINES = 200;

/** Reads the needs of a document, and the roles that name them. */
export function readDocument(document: CarriedDocument, facts: FactSink, { configuration }: FormatContext): void {
  const settings = settingsFor(document.path, configuration);
  const isRst = RST.test(document.path);
  if (isRst) facts.document({ documentKey: document.path.replace(/\.[^./]+$/u, '') });
  const { directives, literal } = isRst ? rstDirectives(document.lines) : mystDirectives(document.lines);
  const places = new Map<string, Range>();
  for (const directive of directives) {
    const id = directive.options.find(({ name }) => name === 'id');
    if (isNeed(directive.name, id?.value, settings.types) && !document.ignores(directive.first))
      readNeed(document, facts, { directive, id, places, settings });
  }
  for (const [line, text] of document.lines.entries())
    if (!literal.has(line) && text.includes('need')) readRoles(document, facts, line, text);
}

interface Found {
  readonly directive: Directive;
  readonly id: DirectiveOption | undefined;
  readonly places: Map<string, Range>;
  readonly settings: NeedsSettings;
}

function readNeed(document: CarriedDocument, facts: FactSink, { directive, id, places, settings }: Found): void {
  if (!id || !isNeedId(id.value)) {
    const message = say('This {0} has no ID of its own, so nothing can refer to it surely. Write ":id: REQ_001" below it', directive.name);
    facts.problem({ code: 'near-miss', range: id?.range ?? directive.range, message });
    document.note(directive.first, 'near-miss', () => message);
    return;
  }
  if (!fits(id.value, settings.idPattern)) {
    const message = say(
      '"{0}" does not fit the pattern of IDs in the settings, {1}, so this need is not taken',
      id.value,
      settings.idPattern ?? '',
    );
    facts.problem({ code: 'near-miss', range: id.range, message });
    document.note(directive.first, 'near-miss', () => message);
    return;
  }
  const deleted = directive.options.find(({ name }) => name === 'delete');
  if (deleted && !/^(?:false|no)$/iu.test(deleted.value)) {
    document.note(directive.first, 'nothing', () => say('A need that is deleted'));
    return;
  }
  const first = places.get(id.value);
  if (first) {
    facts.problem(duplicateId(document.path, id.value, first, id.range));
    document.note(directive.first, 'problem', () => say('{0} is defined twice', id.value));
    return;
  }
  places.set(id.value, id.range);
  for (const option of directive.options)
    if (settings.links.includes(option.name) && !leadsUp(option.name, settings.links))
      for (const reference of linksOf(document, option)) facts.mention(reference);
  document.note(directive.first, 'requirement', () => say('Defines {0}', id.value));
  const content = document.lines
    .slice(directive.content, Math.min(directive.last + 1, directive.content + MOST_LINES))
    .filter((line) => !/^\s*(?:`{3,}|:{3,})\s*$/u.test(line));
  const text = collapse(content.join(' '));
  const status = directive.options.find(({ name }) => name === 'status');
  facts.define(
    requirement({
      localId: id.value,
      notation: NEEDS,
      idRange: id.range,
      title: collapse(directive.argument) || text.slice(0, LONGEST) || id.value,
      text,
      range: rangeOfLines(document.lines, directive.first, directive.last),
      nameRange: directive.range,
      attributes: attributesOf(directive, settings),
      covers: directive.options.flatMap((option) => (leadsUp(option.name, settings.links) ? linksOf(document, option) : [])),
      exempt: isWithdrawn(status?.value ?? ''),
    }),
  );
}

/** The options that are not links; a value over several lines is one. */
function attributesOf({ options }: Directive, { links }: NeedsSettings): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  for (const { name, value, range } of options) {
    if (name === 'id' || name === 'links' || links.includes(name) || value === '') continue;
    const before = found.get(name);
    found.set(name, before ? { ...before, value: `${before.value} ${collapse(value)}` } : { name, value: collapse(value), range });
  }
  return [...found.values()];
}

function linksOf(document: CarriedDocument, { value, range: { start } }: DirectiveOption): readonly Reference[] {
  return idsIn(value).map(({ id, start: at }) => {
    document.note(start.line, 'annotation', () => say('Covers {0}', id));
    const from = start.character + at;
    return { text: id, range: rangeAt(start.line, from, from + id.length), id, notation: NEEDS };
  });
}

/** `REQ_001` and `a title <REQ_001>` in a role. */
function readRoles(document: CarriedDocument, facts: FactSink, line: number, text: string): void {
  if (document.ignores(line)) return;
  for (const { groups, index, 0: all } of text.matchAll(ROLE)) {
    const inner = groups?.['text'] ?? '';
    const target = /<(?<id>[^<>]+)>$/u.exec(inner)?.groups?.['id'] ?? inner;
    const [found] = idsIn(target);
    if (!found || target.includes('[')) continue;
    const start = index + all.lastIndexOf(target) + found.start;
    document.note(line, 'mention', () => say('Mentions {0}', found.id));
    facts.mention({ text: found.id, range: rangeAt(line, start, start + found.id.length), id: found.id, notation: NEEDS });
  }
}
