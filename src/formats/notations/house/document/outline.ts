import { collapse } from '../../../../text/lines.ts';
import { labelOutside } from '../criteria/labelLines.ts';
import type { Block, HeadingBlock } from '../../../carriers/markdown/blocks.ts';
import { endOfWords, givenAnchors } from '../../../carriers/markdown/givenAnchor.ts';
import type { GivenAnchor } from '../../../carriers/markdown/givenAnchor.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { nearestSection, sectionsOf } from '../../../carriers/markdown/sections.ts';
import type { Section as MarkdownSection } from '../../../carriers/markdown/sections.ts';
import { PLAIN, readHeading, wholeTitle, type HeadingReading } from '../requirements/headings.ts';
import { anchorId, findIdLine, wantsIdLine, withIdLine, type IdLine } from '../requirements/idLines.ts';
import { readLabelledLead, readLead, type Lead } from '../requirements/lead.ts';
import type { BlockReading } from './blockReading.ts';
import type { DocumentSettings } from './documentSettings.ts';
import { readBlocks } from './readBlocks.ts';
import type { Source } from './source.ts';
import { say } from '../../../../model/message.ts';

/** A heading with its anchor. */
export interface Heading {
  readonly block: HeadingBlock;
  readonly inline: InlineText;
  readonly slug: string;
  /** Where its words end, in its plain text. */
  readonly end: number;
  /** Anchors that it is given in its own words or around them. */
  readonly given: readonly GivenAnchor[];
}

/** A heading with the blocks up to the next heading, all read; before the first heading, a section without one. */
export interface Section {
  readonly heading: Heading | undefined;
  /** What the heading says, with what is below it and in the front matter for it. */
  readonly reading: HeadingReading;
  /** Where the id is written, if below the heading. */
  readonly idLine: IdLine | undefined;
  readonly level: number;
  readonly parent: Section | undefined;
  readonly blocks: readonly BlockReading[];
  readonly first: number;
  /** Last line up to the next heading of its level or above. */
  readonly last: number;
}

/** So many headings of a document that begin with different ids of one kind are not an accident: `#### REQ-TRAQ-SWL-9 Title`. */
const MANY = 5;

/** Reads a document by its sections, in order: the first of two passes. */
export function readSections(source: Source, settings: DocumentSettings, targets: boolean): readonly Section[] {
  const cuts = cut(source);
  const headed = headedPrefixes(cuts, source);
  const sections: Section[] = [];
  const made = new Map<MarkdownSection, Section>();
  for (const { heading, lead, section } of cuts) {
    const { blocks, level, first, last } = section;
    const isFirst = sections.length === 1;
    const own =
      heading && !source.ignores(first)
        ? readHeading({ inline: heading.inline, end: heading.end, lead, isTitle: isFirst && level === 1 }, source.terms, headed)
        : PLAIN;
    const idLine = heading && wantsIdLine(own) ? (findIdLine(blocks, source) ?? anchorId(heading.given, source)) : undefined;
    const withLine = heading && idLine ? withIdLine(own, heading, idLine) : own;
    const parent = section.parent && made.get(section.parent);
    const inPlace = heading ? withoutStrayLabel(withLine, heading.inline, parent, blocks) : withLine;
    const reading = heading && isFirst && settings.id ? withDocumentId(inPlace, heading, settings.id) : inPlace;
    const read = { heading, reading, idLine, level, parent, blocks: readBlocks(blocks, source, targets), first, last };
    made.set(section, read);
    sections.push(read);
  }
  return sections;
}

/** Prefixes of ids that a heading sets apart, or with which many begin, so that others of the kind need not be. */
function headedPrefixes(cuts: readonly Cut[], { terms }: Source): ReadonlySet<string> {
  const prefixes = new Set<string>();
  const leading = new Map<string, Set<string>>();
  for (const { lead } of cuts) {
    if (lead?.kind !== 'id') continue;
    const prefix = terms.ids.prefixOf(lead.id);
    const ids = leading.get(prefix) ?? new Set();
    leading.set(prefix, ids.add(lead.id));
    if (lead.apart || ids.size >= MANY) prefixes.add(prefix);
  }
  return prefixes;
}

/** The sections inside a section. */
export function sectionsBelow(sections: readonly Section[], at: number): readonly Section[] {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end++;
  return sections.slice(at + 1, end);
}

/** `#### AC` is a label only in a requirement and directly above a list. */
function withoutStrayLabel(
  reading: HeadingReading,
  inline: InlineText,
  parent: Section | undefined,
  blocks: readonly Block[],
): HeadingReading {
  if (reading.kind !== 'label' || !reading.label.inRequirement) return reading;
  if (blocks[0]?.type !== 'list') return PLAIN;
  if (nearestSection(parent, (section) => section.reading.kind === 'requirement')) return reading;
  const words = collapse(inline.plain);
  return { kind: 'plain', nearMiss: labelOutside({ ...reading.label, words, range: inline.rangeOf(0, inline.plain.length) }) };
}

/** The front matter's id is that of the document, and so of its first heading, unless that has an id or is something else. */
function withDocumentId(reading: HeadingReading, heading: Heading, { text, range }: NonNullable<DocumentSettings['id']>): HeadingReading {
  if (!wantsIdLine(reading)) return reading;
  const title = reading.kind === 'requirement' ? reading.title : wholeTitle(heading);
  return { kind: 'requirement', id: text, idRange: range, title, why: say('Title of a document whose front matter has the ID {0}', text) };
}

/** A section before its heading and its blocks are read. */
interface Cut {
  readonly heading: Heading | undefined;
  /** The id that the heading begins with. */
  readonly lead: Lead | undefined;
  readonly section: MarkdownSection;
}

function cut(source: Source): readonly Cut[] {
  let above: Block | undefined;
  return sectionsOf(source).map((section) => {
    const { heading: block, slug, first } = section;
    const [below] = section.blocks;
    const given = block ? givenAnchors(block, { above, below }) : [];
    above = section.blocks.at(-1);
    if (!block) return { heading: undefined, lead: undefined, section };
    const { inline } = block;
    const end = inline.plain.length;
    const read = (): Lead | undefined => readLead(inline, 0, end, source.terms) ?? readLabelledLead(inline, 0, end, source.terms);
    const lead = source.ignores(first) ? undefined : read();
    return { heading: { block, inline, slug, end: endOfWords(block), given }, lead, section };
  });
}
