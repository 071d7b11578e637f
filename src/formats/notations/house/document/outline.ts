import type { Range } from '../../../../model/position.ts';
import type { Block, HeadingBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { createSlugs } from '../../../carriers/markdown/slugs.ts';
import type { RequirementDraft, Sink } from './drafts.ts';
import { readHeading, type HeadingReading } from '../requirements/headings.ts';
import { readLead } from '../requirements/lead.ts';
import type { Source } from './source.ts';

/** A heading with the blocks up to the next heading; before the first heading, a section without one. */
export interface Section extends Sink {
  readonly heading?: { readonly block: HeadingBlock; readonly inline: InlineText; readonly slug: string };
  reading: HeadingReading;
  /** Where the id is written, if not in the heading. */
  idRange?: Range;
  /** The list in which it is written; its other items are attributes. */
  idList?: Block;
  readonly level: number;
  readonly parent?: Section;
  readonly blocks: Block[];
  readonly first: number;
  /** Last line up to the next heading of its level or above. */
  last: number;
  /** The requirement that it heads, declared or implied by its criteria. */
  requirement?: RequirementDraft;
}

const PLAIN: HeadingReading = { kind: 'plain' };

/** Cuts a document into its sections, each with what its heading says. */
export function outline(source: Source): Section[] {
  const slugs = createSlugs();
  const headed = headedPrefixes(source);
  const newSection = (fields: Pick<Section, 'reading' | 'level' | 'first'> & Partial<Section>): Section => ({
    blocks: [],
    texts: [],
    attributes: [],
    covers: [],
    last: Math.max(0, source.lines.length - 1),
    ...fields,
  });
  let section = newSection({ reading: PLAIN, level: 0, first: source.frontMatter.lines });
  const sections = [section];
  const open: Section[] = [];
  for (const block of source.blocks) {
    if (block.type !== 'heading') {
      section.blocks.push(block);
      for (const text of nestedHeadings(block)) slugs(text);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= block.level) {
      const closed = open.pop();
      if (closed) closed.last = lastNonBlank(source, block.first - 1);
    }
    const parent = open.at(-1);
    const { inline } = block;
    const heading = { block, inline, slug: slugs(inline.plain) };
    const isTitle = block.level === 1 && sections.length === 1;
    const reading = source.ignores(block.first) ? PLAIN : readHeading(source, inline, headed, isTitle);
    section = newSection({ heading, reading, level: block.level, first: block.first, ...(parent && { parent }) });
    sections.push(section);
    open.push(section);
  }
  for (const left of open) left.last = lastNonBlank(source, source.lines.length - 1);
  return sections;
}

/** The nearest section, itself or above, of which the test holds. */
export function nearest(section: Section | undefined, test: (section: Section) => boolean): Section | undefined {
  let at = section;
  while (at && !test(at)) at = at.parent;
  return at;
}

function headedPrefixes(source: Source): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const block of source.blocks) {
    if (block.type !== 'heading' || source.ignores(block.first)) continue;
    const { inline } = block;
    const { ids } = source.context;
    const lead = readLead(inline, 0, inline.plain.length, ids, source.vocabulary);
    if (lead?.kind === 'id' && lead.apart) prefixes.add(ids.prefixOf(lead.id));
  }
  return prefixes;
}

/** Headings in quotes and lists have anchors as well, and those count for the `-1` of later ones. */
function* nestedHeadings(block: Block): Generator<string> {
  if (block.type === 'heading') yield block.inline.plain;
  else if (block.type === 'quote') for (const inner of block.blocks) yield* nestedHeadings(inner);
  else if (block.type === 'list') for (const item of block.items) for (const inner of item.blocks) yield* nestedHeadings(inner);
}

function lastNonBlank(source: Source, line: number): number {
  let last = line;
  while (last > 0 && (source.lines[last] ?? '').trim() === '') last--;
  return last;
}
