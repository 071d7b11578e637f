import type { Block, HeadingBlock } from './blocks.ts';
import type { ParsedMarkdown } from './parseMarkdown.ts';
import { createSlugs } from './slugs.ts';

/** A heading with the blocks up to the next heading; before the first heading, a section without one. */
export interface Section {
  readonly heading: HeadingBlock | undefined;
  /** The heading's text without its markup, empty where there is none. */
  readonly title: string;
  /** The anchor that GitHub gives the heading. */
  readonly slug: string;
  /** 1 to 6; 0 before the first heading. */
  readonly level: number;
  /** The section that this one is part of. */
  readonly parent: Section | undefined;
  readonly blocks: readonly Block[];
  readonly first: number;
  /** Last line that is not blank before the next heading of its level or above. */
  readonly last: number;
}

/**
 * A Markdown document by its sections, in order: of `# A`, `## B` the second has the first as its parent. Headings inside lists and quotes
 * are blocks of their section. `sectionsOf(document.markdown)`.
 */
export function sectionsOf(markdown: ParsedMarkdown): readonly Section[] {
  return headed(markdown).sections;
}

/** The anchors that GitHub gives all headings of a document, in order, also those in lists and quotes. */
export function headingAnchors(markdown: ParsedMarkdown): readonly string[] {
  return headed(markdown).anchors;
}

/** All headings of a document, in order, also those in lists and quotes. */
export function headingsIn(markdown: ParsedMarkdown): readonly HeadingBlock[] {
  return headed(markdown).headings;
}

/** A document by its headings. */
interface Headed {
  readonly sections: readonly Section[];
  readonly headings: readonly HeadingBlock[];
  readonly anchors: readonly string[];
}

/** The last document that was asked about: each notation that reads it asks, and anchors take a tenth of the time that reading takes. */
let last: { readonly blocks: readonly Block[]; readonly headed: Headed } | undefined;

function headed(markdown: ParsedMarkdown): Headed {
  if (last?.blocks !== markdown.blocks) last = { blocks: markdown.blocks, headed: byHeadings(markdown) };
  return last.headed;
}

function byHeadings({ blocks, lines, frontMatter }: ParsedMarkdown): Headed {
  const headings: HeadingBlock[] = [];
  const anchors: string[] = [];
  const slugOf = createSlugs();
  const slugs = (heading: HeadingBlock): string => {
    const slug = slugOf(heading.inline.plain);
    headings.push(heading);
    anchors.push(slug);
    return slug;
  };
  const lastNonBlank = (line: number): number => {
    let last = line;
    while (last > 0 && (lines[last] ?? '').trim() === '') last--;
    return last;
  };
  const end = lastNonBlank(Math.max(0, lines.length - 1));
  const top: Draft = {
    heading: undefined,
    title: '',
    slug: '',
    level: 0,
    parent: undefined,
    blocks: [],
    first: frontMatter.lines,
    last: end,
  };
  const sections = [top];
  const open: Draft[] = [];
  let current = top;
  for (const block of blocks) {
    if (block.type !== 'heading') {
      current.blocks.push(block);
      for (const heading of nestedHeadings(block)) slugs(heading);
      continue;
    }
    for (let above = open.at(-1); above && above.level >= block.level; above = open.at(-1)) {
      above.last = lastNonBlank(block.first - 1);
      open.pop();
    }
    const title = block.inline.plain;
    current = {
      heading: block,
      title,
      slug: slugs(block),
      level: block.level,
      parent: open.at(-1),
      blocks: [],
      first: block.first,
      last: end,
    };
    sections.push(current);
    open.push(current);
  }
  return { sections, headings, anchors };
}

/** The nearest section, itself or above, of which the test holds. */
export function nearestSection<Part extends { readonly parent?: Part | undefined }>(
  section: Part | undefined,
  test: (section: Part) => boolean,
): Part | undefined {
  let at = section;
  while (at && !test(at)) at = at.parent;
  return at;
}

/** Headings in quotes and lists have anchors as well, and those count for the `-1` of later ones. */
function* nestedHeadings(block: Block): Generator<HeadingBlock> {
  if (block.type === 'heading') yield block;
  else if (block.type === 'quote') for (const inner of block.blocks) yield* nestedHeadings(inner);
  else if (block.type === 'list') for (const item of block.items) for (const inner of item.blocks) yield* nestedHeadings(inner);
}

/** A section while the ones inside it are still being found. */
interface Draft extends Section {
  readonly blocks: Block[];
  last: number;
}
