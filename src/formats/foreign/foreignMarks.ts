import { say } from '../../model/message.ts';
import { rangeAt } from '../../model/position.ts';
import type { Range } from '../../model/position.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import type { Block } from '../carriers/markdown/blocks.ts';
import type { FactSink } from '../notation/factSink.ts';
import { FOREIGN_MARKS } from './foreignFormats.ts';
import { addTo } from '../../text/grouping.ts';

/** Most of the further places that one problem names. */
const MOST = 10;
const MAY_HOLD = /:id:|\*\*UID/u;

/** Tells what a document holds in forms of formats that no notation reads, each with one problem at its first place. */
export function tellForeignMarks(document: CarriedDocument, facts: FactSink): void {
  if (!MAY_HOLD.test(document.text)) return;
  const text = document.lines.join('\n');
  const examples = linesOfCode(document.markdown.blocks);
  for (const [name, places] of placesByName(text, (line) => examples.has(line) || document.ignores(line))) {
    const [first, ...others] = places;
    if (!first) continue;
    const one = say('"{0}" is a requirement in {1}, which ReqTrace does not read', first.id, name);
    const message = others.length > 0 ? say('{0} (and {1} more like it)', one, others.length) : one;
    const related = others
      .slice(0, MOST)
      .map(({ id, range }) => ({ path: document.path, range, message: say('Written the same way: {0}', id) }));
    facts.problem({ code: 'near-miss', range: first.range, message, ...(related.length > 0 && { related }) });
    for (const { range } of places) document.note(range.start.line, 'near-miss', () => one);
  }
}

/** Lines within fences and other code, those that open it left out: what is there is an example. */
function linesOfCode(blocks: readonly Block[]): ReadonlySet<number> {
  const lines = new Set<number>();
  const add = (all: readonly Block[]): void => {
    for (const block of all) {
      if (block.type === 'code') for (let line = block.first + 1; line <= block.last; line += 1) lines.add(line);
      else if (block.type === 'quote') add(block.blocks);
      else if (block.type === 'list') for (const { below } of block.items) add(below);
    }
  };
  add(blocks);
  return lines;
}

interface Place {
  readonly id: string;
  readonly range: Range;
}

function placesByName(text: string, ignores: (line: number) => boolean): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const { name, pattern } of FOREIGN_MARKS) {
    let line = 0;
    let from = 0;
    for (const { 0: match, index, groups } of text.matchAll(pattern)) {
      const { id = '' } = groups ?? {};
      const start = index + match.length - id.length;
      const above = match.split('\n').length - 1;
      for (let at = text.indexOf('\n', from); at >= 0 && at < start; at = text.indexOf('\n', from)) {
        line += 1;
        from = at + 1;
      }
      if (ignores(line - above)) continue;
      const range = rangeAt(line, start - from, start - from + id.length);
      addTo(found, name, { id, range });
    }
  }
  return found;
}
