import type { Attribute, RequirementFacts } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import { rangeAt } from '../../model/position.ts';
import type { Range } from '../../model/position.ts';
import { collapse, rangeOfLines } from '../../text/lines.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import type { Block } from '../carriers/markdown/blocks.ts';
import { requirement } from '../notation/definition.ts';
import { duplicateId } from '../notation/duplicateId.ts';
import type { FactSink } from '../notation/factSink.ts';

/** The longest title that is made of a text. */
const LONGEST = 80;

/** What is written in the line that a rule begins with, `r[auth.login+2 status=draft]`. */
export interface BracketRule {
  readonly id: string;
  /** Where the id is in the line. */
  readonly start: number;
  readonly namespace: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** What its notation says besides of it: a revision, what it needs. */
  readonly more?: Partial<RequirementFacts>;
}

/** A rule with the line that it begins in. */
interface Marker extends BracketRule {
  readonly line: number;
  readonly quoted: boolean;
  readonly idRange: Range;
}

/**
 * Reads rules that are marked by a line of their own, with an id in brackets: each with the text up to the next one or the next heading.
 *
 * @param ruleIn what a line marks, which may begin a quotation; undefined for any other.
 */
export function readBracketRules(
  document: CarriedDocument,
  facts: FactSink,
  notation: string,
  ruleIn: (line: string) => BracketRule | undefined,
): void {
  const { lines } = document;
  const markers = openLines(lines, document.markdown.blocks).flatMap((line): readonly Marker[] => {
    const text = lines[line] ?? '';
    const rule = document.ignores(line) ? undefined : ruleIn(text);
    if (!rule) return [];
    return [{ ...rule, line, quoted: text.startsWith('>'), idRange: rangeAt(line, rule.start, rule.start + rule.id.length) }];
  });
  const headings = new Set(document.markdown.blocks.flatMap((block) => (block.type === 'heading' ? [block.first] : [])));
  const starts = new Set(markers.map(({ line }) => line));
  const places = new Map<string, Range>();
  for (const marker of markers) {
    const key = `${marker.namespace}#${marker.id}`;
    const first = places.get(key);
    if (first) {
      const problem = duplicateId(document.path, marker.id, first, marker.idRange);
      facts.problem(problem);
      document.note(marker.line, 'problem', () => problem.message);
      continue;
    }
    places.set(key, marker.idRange);
    const last = lastOf(lines, marker, (line) => starts.has(line) || headings.has(line));
    document.note(marker.line, 'requirement', () => say('Defines {0}', marker.id));
    facts.define({ ...defined(document, marker, last), notation });
  }
}

function defined(
  document: CarriedDocument,
  { line, id, namespace, attributes, idRange, quoted, more }: Marker,
  last: number,
): RequirementFacts {
  const text = document.lines.slice(line + 1, last + 1).map((one) => (quoted ? one.replace(/^>[ \t]?/u, '') : one));
  const [title = ''] = text.map(collapse).filter((one) => one !== '');
  const range = rangeAt(line, 0, (document.lines[line] ?? '').trimEnd().length);
  return requirement({
    localId: id,
    namespace,
    idRange,
    title: title === '' ? id : title.slice(0, LONGEST),
    text: collapse(text.join(' ')),
    range: rangeOfLines(document.lines, line, last),
    nameRange: idRange,
    attributes: attributes.map(([name, value]): Attribute => ({ name, value, range })),
    ...more,
  });
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

const COMMENT = /^\s*<!--/u;

/** Lines in which a marker may stand: all but those of code and comments, and of quotations the first. */
function openLines(lines: readonly string[], blocks: readonly Block[]): readonly number[] {
  const closed = new Set<number>();
  const close = (first: number, last: number): void => {
    for (let line = first; line <= last; line += 1) closed.add(line);
  };
  const walk = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.type === 'code' || (block.type === 'html' && COMMENT.test(lines[block.first] ?? ''))) close(block.first, block.last);
      else if (block.type === 'list') for (const item of block.items) walk(item.blocks);
      else if (block.type === 'quote') close(block.first + (block.blocks[0]?.type === 'paragraph' ? 1 : 0), block.last);
    }
  };
  walk(blocks);
  return lines.flatMap((text, line) => (text.includes('[') && !closed.has(line) ? [line] : []));
}
