import type { Block, HeadingBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { spanAt } from '../../../carriers/markdown/inline.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';
import { nearestSection } from '../../../carriers/markdown/sections.ts';
import { wordedHead } from './heads.ts';
import { isCriteriaHeading } from '../words.ts';

/** Sections that speak about requirements of other places. */
const SPEAKS =
  /^(?:\d+[.)]?\s*)?(?:introduction|overview|glossary|dependencies|related|references?|traceability|notes?|summary|assumptions|coverage|change ?log|history)\b/iu;
const SEPARATED = /^\s*(?:[:：.)–—-]|$)/u;
/** Below all headings. */
const LEVEL = 6;

/** A requirement that begins in the middle of a section. */
interface Start {
  readonly heading: HeadingBlock;
  readonly localId: string;
  readonly title: string;
  readonly blocks: Block[];
  readonly last: number;
}

/**
 * Sections in which a bold line stands for a heading are cut there: `**Requirement 3:** Boil` above its list, or as an item of a list that has one for each
 * requirement. One whose number a heading has only speaks of it.
 *
 * @param idOf what a heading names; undefined where it names nothing.
 */
export function withBoldHeads(sections: readonly Section[], idOf: (section: Section) => string | undefined): readonly Section[] {
  const known = new Set(sections.flatMap((section) => idOf(section) ?? []));
  const made = new Map<Section, Section>();
  /** Where what follows in sections below belongs. */
  const ends = new Map<Section, Section>();
  const result: Section[] = [];
  for (const section of sections) {
    const above = section.parent ?? (isCriteriaHeading(section.title) ? sections[0] : undefined);
    const end = above && idOf(section) === undefined ? ends.get(above) : undefined;
    const parent = end ?? (section.parent && made.get(section.parent));
    const { before, starts } = cut(section, known);
    const isSame = parent === section.parent && starts.length === 0;
    const own = isSame ? section : { ...section, parent, blocks: before };
    made.set(section, own);
    result.push(own);
    for (const [at, { heading, title, blocks, last }] of starts.entries()) {
      const isLast = at === starts.length - 1;
      const part = {
        heading,
        title,
        slug: '',
        level: LEVEL,
        parent: own,
        blocks,
        first: heading.first,
        last: isLast ? section.last : last,
      };
      result.push(part);
      ends.set(section, part);
    }
  }
  return result;
}

/** Takes the numbers of what begins into those that are known. */
function cut(section: Section, known: Set<string>): { readonly before: readonly Block[]; readonly starts: readonly Start[] } {
  const starts: Start[] = [];
  const before: Block[] = [];
  if (nearestSection(section, ({ title }) => SPEAKS.test(title))) return { before: section.blocks, starts };
  for (const block of section.blocks) {
    const begun = block.type === 'paragraph' ? [startOf(block.inline, block, [])] : itemsOf(block);
    const found = begun.every((start) => start !== undefined && !known.has(start.localId)) ? begun : [];
    for (const start of found) {
      if (!start) continue;
      known.add(start.localId);
      starts.push(start);
      // Lines below the first may be criteria.
      if (block.type === 'paragraph' && block.first < block.last) start.blocks.push(block);
    }
    const open = starts.at(-1);
    if (found.length === 0) (open ? open.blocks : before).push(block);
  }
  return { before, starts };
}

function itemsOf(block: Block): readonly (Start | undefined)[] {
  return block.type === 'list' ? block.items.map((item) => startOf(item.inline, item, item.below)) : [undefined];
}

function startOf(
  inline: InlineText,
  { first, last }: { readonly first: number; readonly last: number },
  below: readonly Block[],
): Start | undefined {
  const { plain, strong } = inline;
  const bold = spanAt(strong, 0);
  const lineEnd = plain.indexOf('\n');
  const title = lineEnd < 0 ? plain : plain.slice(0, lineEnd);
  const head = bold && wordedHead(title);
  if (!head || head.criterion !== undefined || head.end > bold.end || !SEPARATED.test(title.slice(head.end))) return undefined;
  return {
    heading: { type: 'heading', level: LEVEL, inline, source: [], first, last: first },
    localId: head.localId,
    title,
    blocks: [...below],
    last,
  };
}
