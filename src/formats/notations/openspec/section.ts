import type { Attribute, Reference } from '../../../model/facts.ts';
import { neededKinds } from '../../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../../model/linkKind.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { Block, ParagraphBlock } from '../../carriers/markdown/blocks.ts';
import { textsOf } from '../../carriers/markdown/prose.ts';
import type { FormatContext } from '../../notation/context.ts';

/** What is between the heading of a requirement and its first scenario. */
export interface SectionText {
  /** Prose, white space collapsed. */
  readonly text: string;
  readonly attributes: readonly Attribute[];
  /** From `**ID**: AUTH-1`. */
  readonly id?: { readonly text: string; readonly range: Range };
  /** From `**Needs**: verifies`, as in documents of the house. */
  readonly needs?: readonly LinkKind[];
  /** From `**Covers**: IP-1.1`. */
  readonly covers: readonly Reference[];
}

/** `**ID**: AUTH-1`, at the beginning of a line: metadata to OpenSpec, which it leaves out of the text unless there is no other. */
const METADATA = /^\s*(?:[-*+]\s+)?\*\*(?<name>[^*:]{1,80})(?:\*\*\s*:|:\s*\*\*)/u;

/** The blocks that lie within some lines; asked for one stretch after the other it takes time linear in their number. */
export function blocksBetween(blocks: readonly Block[], first: number, last: number): readonly Block[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < blocks.length && (blocks[end]?.last ?? 0) <= last) end++;
  return blocks.slice(low, end);
}

/** Tells prose from metadata in the section of a requirement. */
export function readSection(blocks: readonly Block[], { ids, configuration }: FormatContext): SectionText {
  const texts: string[] = [];
  const metadata: Metadata[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph') readParagraph(block, texts, metadata);
    else texts.push(...textsOf([block]));
  }
  const named = (name: string): readonly Metadata[] => metadata.filter(({ attribute }) => attribute.name.toLowerCase() === name);
  const covers = named('covers').flatMap(({ attribute, rangeOf }) =>
    ids.findReferences(attribute.value).map(({ start, end, ...parts }) => ({ ...parts, range: rangeOf(start, end) })),
  );
  const id = named('id').find(({ attribute }) => ids.isId(attribute.value));
  const needs = needsOf(named('needs')[0]?.attribute.value, configuration.kinds);
  return {
    text: collapse(texts.join(' ')),
    attributes: metadata.map(({ attribute }) => attribute),
    covers,
    ...(id && { id: { text: id.attribute.value, range: id.rangeOf(0, id.attribute.value.length) } }),
    ...(needs && { needs }),
  };
}

interface Metadata {
  readonly attribute: Attribute;
  /** Range of a part of its value in the file. */
  readonly rangeOf: (start: number, end: number) => Range;
}

function readParagraph({ source, inline }: ParagraphBlock, texts: string[], metadata: Metadata[]): void {
  const lines = inline.plain.split('\n');
  // Where the plain text has other lines than the source, as with a comment over several, none is told apart.
  if (lines.length !== source.length) {
    texts.push(inline.plain);
    return;
  }
  let offset = 0;
  for (const [at, plain] of lines.entries()) {
    const written = source[at];
    const name = written && METADATA.exec(written.text)?.groups?.['name'];
    const colon = plain.indexOf(':');
    if (!written || name === undefined || colon < 0) texts.push(plain);
    else {
      const { line, column, text } = written;
      const rest = plain.slice(colon + 1);
      const from = offset + colon + 1 + (rest.length - rest.trimStart().length);
      metadata.push({
        attribute: { name: collapse(name), value: collapse(rest), range: rangeAt(line, column, column + text.trimEnd().length) },
        rangeOf: (start, end) => inline.rangeOf(from + start, from + end),
      });
    }
    offset += plain.length + 1;
  }
}

function needsOf(written: string | undefined, kinds: readonly LinkKindRecord[]): readonly LinkKind[] | undefined {
  if (written === undefined) return undefined;
  const words = written
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length > 0 && words.every((word) => word === 'none' || word === 'nothing')) return [];
  const known = neededKinds(kinds);
  return words.length > 0 && words.every((word) => known.includes(word)) ? [...new Set(words)] : undefined;
}
