import type { RequirementFacts } from '../../model/facts.ts';
import { collapse, rangeOfLines } from '../../text/lines.ts';
import type { Block, HeadingBlock, ListItem } from '../carriers/markdown/blocks.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import { spanAt } from '../carriers/markdown/inline.ts';
import type { Section } from '../carriers/markdown/sections.ts';
import { createSlugs } from '../carriers/markdown/slugs.ts';
import type { Place } from './candidates.ts';
import { itemFacts } from './candidates.ts';
import { isWithdrawn } from './leads.ts';
import { textsOf } from './texts.ts';

/** `2.1 Boil`, `1. Boil`, `2) Boil`. */
const NUMBER = /^\s*(?<number>\d{1,3}(?:\.\d{1,3}){0,3})[.):]?\s+(?=\S)/u;
const LONGEST_NAME = 80;

/** An item before it is known how it is called. */
interface Draft {
  readonly prefix: string;
  /** As it is written, `2.1`. */
  readonly number?: string;
  /** *Boil* of `**Boil**: water boils`, or the title of a heading. */
  readonly name?: string;
  readonly facts: Omit<RequirementFacts, 'localId' | 'implicit' | 'needs' | 'covers' | 'criteria' | 'attributes'>;
}

/**
 * The items of sections that list requirements without ids: a heading, list item or bold line each. A number that is written makes its id, `FR-2.1`;
 * without one it goes by its name, `smart-boiling`, or, having none, by its position.
 *
 * @param prefixOf what the ids of a section begin with; undefined for one that lists none.
 * @param known what ids of their own define; a section that has such lists nothing else.
 */
export function listedItems(
  sections: readonly Section[],
  place: Place,
  prefixOf: (section: Section) => string | undefined,
  known: readonly RequirementFacts[],
): readonly RequirementFacts[] {
  const lines = new Set(known.map(({ nameRange }) => nameRange.start.line));
  const drafts = sections.flatMap((section) => {
    const prefix = prefixOf(section);
    const holdsIds = [...lines].some((line) => section.first <= line && line <= section.last);
    return prefix === undefined || holdsIds ? [] : draftsOf(section, sections, prefix, prefixOf, place);
  });
  return named(drafts, place, new Set(known.map(({ localId }) => localId)));
}

function draftsOf(
  section: Section,
  sections: readonly Section[],
  prefix: string,
  prefixOf: (section: Section) => string | undefined,
  place: Place,
): readonly Draft[] {
  const found: Draft[] = [];
  const { blocks } = section;
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'list') {
      // What is below a bold line says what that line names.
      if (isBoldLine(blocks[at - 1])) continue;
      for (const item of block.items) found.push(ofItem(item, prefix, block.ordered, place));
    } else if (isBoldLine(block) && block?.type === 'paragraph') {
      const next = blocks[at + 1];
      const below = next?.type === 'list' ? [next] : [];
      found.push(ofText(block.inline, prefix, { first: block.first, last: below[0]?.last ?? block.last }, below, place));
    }
  }
  const parts = sections.filter((other) => other.parent === section && other.heading && prefixOf(other) === undefined);
  for (const part of parts) {
    if (isGroup(part)) {
      found.push(...draftsOf(part, [], prefix, prefixOf, place));
      continue;
    }
    const inner = sections.filter((other) => other === part || isWithin(other, part)).flatMap((other) => other.blocks);
    if (part.heading) found.push(ofHeading(part.heading, prefix, part, inner, place));
  }
  return found;
}

/** A heading over several bold lines that each have a list only groups them. */
function isGroup({ title, blocks }: Section): boolean {
  return !NUMBER.test(title) && blocks.filter((block, at) => isBoldLine(block) && blocks[at + 1]?.type === 'list').length > 1;
}

function isWithin({ parent }: Section, outer: Section): boolean {
  return parent !== undefined && (parent === outer || isWithin(parent, outer));
}

function isBoldLine(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph') return false;
  const { plain, strong } = block.inline;
  const text = plain.trim().replace(/\s*[:：]$/u, '');
  return text !== '' && (spanAt(strong, 0)?.end ?? 0) >= text.length;
}

function ofItem({ inline, below, first, last, column, numeral }: ListItem, prefix: string, ordered: boolean, place: Place): Draft {
  const bold = spanAt(inline.strong, 0);
  const name = bold && bold.end <= LONGEST_NAME ? cleaned(inline.plain.slice(0, bold.end)) : '';
  return {
    prefix,
    ...(ordered && numeral !== undefined && { number: String(numeral) }),
    ...(name !== '' && { name }),
    facts: {
      title: collapse(inline.plain),
      text: collapse(textsOf(below).join(' ')),
      range: rangeOfLines(place.lines, first, last, column),
      nameRange: inline.rangeOf(0, lineEnd(inline)),
      level: 7,
      exempt: isWithdrawn(inline, 0, 0),
    },
  };
}

function ofText(
  inline: InlineText,
  prefix: string,
  { first, last }: { readonly first: number; readonly last: number },
  below: readonly Block[],
  place: Place,
): Draft {
  const { number, name, from } = numbered(inline);
  return {
    prefix,
    ...(number !== undefined && { number }),
    name,
    facts: {
      title: name,
      text: collapse(textsOf(below).join(' ')),
      range: rangeOfLines(place.lines, first, last),
      nameRange: inline.rangeOf(from, lineEnd(inline)),
      level: 7,
      exempt: isWithdrawn(inline, 0, from),
    },
  };
}

function ofHeading(heading: HeadingBlock, prefix: string, { first, last, level }: Section, inner: readonly Block[], place: Place): Draft {
  const draft = ofText(heading.inline, prefix, { first, last }, inner, place);
  return { ...draft, facts: { ...draft.facts, level } };
}

function numbered(inline: InlineText): { readonly number?: string; readonly name: string; readonly from: number } {
  const match = NUMBER.exec(inline.plain);
  const from = match?.[0].length ?? 0;
  const number = match?.groups?.['number'];
  return { ...(number !== undefined && { number }), name: cleaned(inline.plain.slice(from)), from };
}

function cleaned(text: string): string {
  return collapse(text).replace(/\s*[:：.]$/u, '');
}

function lineEnd({ plain }: InlineText): number {
  const at = plain.indexOf('\n');
  return at < 0 ? plain.trimEnd().length : at;
}

/** Gives each its id, of equal ones the first; a name that is taken makes none. */
function named(drafts: readonly Draft[], place: Place, known: ReadonlySet<string>): readonly RequirementFacts[] {
  const taken = new Set(known);
  const positions = new Map<string, number>();
  const isNew = (id: string): boolean => id !== '' && !taken.has(id);
  return drafts.map(({ prefix, number, name, facts }) => {
    const position = (positions.get(prefix) ?? 0) + 1;
    positions.set(prefix, position);
    const slug = name === undefined ? '' : createSlugs()(name);
    const written = number === undefined ? '' : `${prefix}-${number}`;
    let free = position;
    while (taken.has(`${prefix}-${free}`)) free += 1;
    const localId = [written, slug, `${prefix}-${free}`].find(isNew) ?? '';
    taken.add(localId);
    const aliases = localId === written && isNew(slug) ? [slug] : [];
    for (const alias of aliases) taken.add(alias);
    return {
      ...itemFacts(place, localId, facts),
      implicit: localId !== written,
      ...(aliases.length > 0 && { aliases }),
    };
  });
}
