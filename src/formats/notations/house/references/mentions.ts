import type { DocumentLink, Reference } from '../../../../model/facts.ts';
import { byStart } from '../../../../model/position.ts';
import type { Position } from '../../../../model/position.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { referenceIn, type IdGrammar } from '../../../ids/idGrammar.ts';
import type { Notes } from '../document/notes.ts';
import type { Source } from '../document/source.ts';
import { isLocalLink } from '../../../carriers/markdown/links.ts';
import { say } from '../../../../model/message.ts';

/** What the prose of a document points at. */
export interface Prose {
  readonly mentions: readonly Reference[];
  readonly links: readonly DocumentLink[];
}

/** What may be before an id that leads a line, or between two that do. */
const WORDLESS = /^(?:[^\p{L}]|(?<![\p{L}])(?:and|or|to)(?![\p{L}]))*$/u;
/** No marks and numbers before an id are longer, in UTF-16 code units. */
const LONGEST_LEAD = 60;
/** `[label]: target` on a line of its own; such lines belong to no block. */
const DEFINITION = /^[\s>]{0,40}\[[^[\]]{1,999}\]:\s*<?([^\s<>]+)>?/;

/**
 * Collects references and links of all prose: headings, paragraphs, items, tables and quotes, not code, comments or
 * ignored lines.
 *
 * @param isDefinition true where an id stands to be defined or covered, which is not a mention.
 */
export function readProseOf(source: Source, notes: Notes, isDefinition: (place: Position) => boolean): Prose {
  const mentions: Reference[] = [];
  const links: DocumentLink[] = [];
  const covered = new Uint8Array(source.lines.length);
  const read = (inline: InlineText, line: number): void => {
    if (source.ignores(line)) return;
    for (const mention of mentionsIn(inline, source.terms.ids)) {
      if (source.ignores(mention.range.start.line) || isDefinition(mention.range.start)) continue;
      mentions.push(mention);
      notes.add(mention.range.start.line, 'mention', say('"{0}" is written like an ID: a mention, if it is known', mention.text));
    }
    for (const { target, targetRange } of inline.links) {
      if (target === undefined || !targetRange || !isLocalLink(target)) continue;
      links.push({ target, range: targetRange });
      notes.add(targetRange.start.line, 'link', say('Link to {0}', target));
    }
  };
  visit(source.blocks, read, covered);
  for (let line = source.frontMatter.lines; line < source.lines.length; line++) {
    if (covered[line] || source.ignores(line)) continue;
    const text = source.lines[line] ?? '';
    const target = text.includes(']:') ? DEFINITION.exec(text)?.[1] : undefined;
    if (target === undefined) continue;
    const character = text.indexOf(target, text.indexOf(']:'));
    if (isLocalLink(target))
      links.push({ target, range: { start: { line, character }, end: { line, character: character + target.length } } });
    notes.add(line, 'link', say('Definition of a link to {0}', target));
  }
  return { mentions, links: links.sort(byStart) };
}

/** The references of a text; those that lead a line, alone or together, are marked. */
function mentionsIn(inline: InlineText, ids: IdGrammar): readonly Reference[] {
  const { plain } = inline;
  const mentions: Reference[] = [];
  let leadEnd = 0;
  for (const run of inline.runs(0, plain.length)) {
    for (const found of ids.findReferences(plain.slice(run.start, run.end))) {
      const [start, end] = [run.start + found.start, run.start + found.end];
      const reference = referenceIn(found, inline.rangeOf(start, end));
      const from = Math.max(leadEnd, plain.lastIndexOf('\n', start) + 1, start - LONGEST_LEAD);
      const leads = isLead(plain, from, start, leadEnd);
      if (leads) leadEnd = end;
      mentions.push(leads ? { ...reference, leads } : reference);
    }
  }
  return mentions;
}

/** True where nothing but marks and numbers is before an id in its line, or between it and another that leads the line. */
function isLead(plain: string, from: number, start: number, leadEnd: number): boolean {
  const isFirst = from === 0 || from === leadEnd || plain[from - 1] === '\n';
  return isFirst && WORDLESS.test(plain.slice(from, start));
}

function visit(blocks: readonly Block[], read: (inline: InlineText, line: number) => void, covered: Uint8Array): void {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) visit(item.blocks, read, covered);
    else if (block.type === 'quote') visit(block.blocks, read, covered);
    else covered.fill(1, block.first, block.last + 1);
    if (block.type === 'table') for (const row of [block.header, ...block.rows]) for (const cell of row.cells) read(cell.inline, cell.line);
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'html') read(block.inline, block.source[0]?.line ?? 0);
  }
}
