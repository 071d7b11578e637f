import type { Attribute } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FIRST, PREFIX, RULE, TRACEY, VERSION } from './grammar.ts';

/** `r[auth.login+2 status=draft]` alone in a line, or first in a quotation. */
const MARKER = new RegExp(
  String.raw`^(?:>[ \t]?)?(?<prefix>${PREFIX})\[(?<rule>${RULE})(?:${VERSION})?(?<metadata>(?: +(?:status|level|since|until|tags)=[^\s\]]+){0,9})\][ \t]*$`,
  'u',
);
/** The longest title that is made of a text. */
const LONGEST = 80;

/** A marker with what is in its line. */
interface Marker {
  readonly line: number;
  readonly quoted: boolean;
  readonly prefix: string;
  readonly rule: string;
  readonly version: string;
  readonly attributes: readonly Attribute[];
  readonly idRange: Range;
}

/** Reads the rules of a document of tracey: each marker with the text up to the next one or the next heading. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  const { lines } = document;
  const markers = openLines(lines, document.markdown.blocks).flatMap((line) => (document.ignores(line) ? [] : markerIn(lines, line)));
  const headings = new Set(document.markdown.blocks.flatMap((block) => (block.type === 'heading' ? [block.first] : [])));
  const starts = new Set(markers.map(({ line }) => line));
  const places = new Map<string, Range>();
  for (const marker of markers) {
    const key = `${marker.prefix}#${marker.rule}`;
    const first = places.get(key);
    if (first) {
      const problem = duplicateId(document.path, marker.rule, first, marker.idRange);
      facts.problem(problem);
      document.note(marker.line, 'problem', () => problem.message);
      continue;
    }
    places.set(key, marker.idRange);
    define(
      document,
      facts,
      marker,
      lastOf(lines, marker, (line) => starts.has(line) || headings.has(line)),
    );
  }
}

function define(
  document: CarriedDocument,
  facts: FactSink,
  { line, prefix, rule, version, attributes, idRange, quoted }: Marker,
  last: number,
): void {
  const text = document.lines.slice(line + 1, last + 1).map((one) => (quoted ? one.replace(/^>[ \t]?/u, '') : one));
  const [title = ''] = text.map(collapse).filter((one) => one !== '');
  document.note(line, 'requirement', () => say('Defines {0}', rule));
  facts.define(
    requirement({
      localId: rule,
      ...(version !== FIRST && { shown: `${rule}+${version}` }),
      notation: TRACEY,
      namespace: prefix,
      revision: version,
      idRange,
      title: title === '' ? rule : title.slice(0, LONGEST),
      text: collapse(text.join(' ')),
      range: rangeOfLines(document.lines, line, last),
      nameRange: idRange,
      attributes,
    }),
  );
}

/** The last line of a rule: of its quotation, else before the next rule or heading; trailing empty lines are left out. */
function lastOf(lines: readonly string[], { line, quoted }: Marker, ends: (line: number) => boolean): number {
  let last = line;
  for (let at = line + 1; at < lines.length && !ends(at); at += 1) {
    const text = lines[at] ?? '';
    if (quoted && !text.startsWith('>')) break;
    if (text.replace(/^>/u, '').trim() !== '') last = at;
  }
  return last;
}

/** Lines in which a marker may stand: all but those of code, and of quotations the first. */
function openLines(lines: readonly string[], blocks: readonly Block[]): readonly number[] {
  const closed = new Set<number>();
  const close = (first: number, last: number): void => {
    for (let line = first; line <= last; line += 1) closed.add(line);
  };
  const walk = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.type === 'code') close(block.first, block.last);
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'quote') close(block.first + (block.blocks[0]?.type === 'paragraph' ? 1 : 0), block.last);
    }
  };
  walk(blocks);
  return lines.flatMap((text, line) => (text.includes('[') && !closed.has(line) ? [line] : []));
}

function markerIn(lines: readonly string[], line: number): readonly Marker[] {
  const text = lines[line] ?? '';
  const { prefix, rule, version = FIRST, metadata = '' } = MARKER.exec(text)?.groups ?? {};
  // Any word with brackets behind it may be alone in a line; `r` and parts with dots are this notation's.
  if (prefix === undefined || rule === undefined || (prefix !== 'r' && !rule.includes('.'))) return [];
  const start = text.indexOf('[') + 1;
  const range = rangeAt(line, 0, text.trimEnd().length);
  const attributes = Array.from(metadata.matchAll(/(?<name>[a-z]+)=(?<value>\S+)/gu), ({ groups }) => {
    return { name: groups?.['name'] ?? '', value: groups?.['value'] ?? '', range };
  });
  return [{ line, quoted: text.startsWith('>'), prefix, rule, version, attributes, idRange: rangeAt(line, start, start + rule.length) }];
}
