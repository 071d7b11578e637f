import type { CriterionFacts } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import { rangeAt } from '../../../../model/position.ts';
import type { Block, ListBlock, ListItem, ParagraphBlock, TableBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';
import { criterion } from '../../../notation/definition.ts';
import { isCriteriaHeading, isCriteriaLabel, isFurther } from '../words.ts';

/** `1.2 WHEN …`, `1.2. WHEN …`, `[1.2] …`, at the beginning of a line. */
const NUMBERED = /^\[?(?<number>\d{1,4})\.(?<part>\d{1,4})[.):\]]?\s+(?=\S)/u;
/** `AC2: …`, `AC-2 …`, `AC 1.2: …`. */
const LABELLED = /^AC[-_ ]?(?:(?<number>\d{1,4})\.)?(?<part>\d{1,4})\b[.):\]]?\s*[-–—]?\s*(?=\S)/u;
/** `FR-1.2: …`, `US-1.2 …`, `R1.2 …` in a requirement of that prefix. */
const PREFIXED = /^\[?(?<prefix>[A-Z]{1,5})-?(?<number>\d{1,4})\.(?<part>\d{1,4})[.):\]]{0,2}\s*[-–—]?\s+(?=\S)/u;
/** A cell that is `1.2`, or `AC2`. */
const CELL = /^\[?(?:AC[-_ ]?)?(?:(?<number>\d{1,4})\.)?(?<part>\d{1,4})[.):\]]?$/u;
const COLON_AT_END = /[:：]\s*$/u;

/** A criterion as it is written, before it belongs to a requirement. */
export interface WrittenCriterion {
  /** Both numbers where both are written, `1.2 WHEN …`. */
  readonly number?: number;
  readonly part: number;
  readonly facts: CriterionFacts;
}

/** How the place of a list is headed: by a label of criteria, by one of more of them, by something else, or by nothing at all. */
type Heading = 'criteria' | 'further criteria' | 'other' | 'none';

/** Lists and lines of a requirement that may be its criteria. */
export class CriteriaReader {
  readonly #lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /**
   * The criteria of a requirement: the lists under a label of criteria; without any such label its first list of numerals; and every line that
   * begins with two numbers.
   *
   * @param sections its own section and those in it.
   * @param prefix that of the requirement, which may lead its criteria: `FR-1.2`.
   */
  read(sections: readonly Section[], prefix?: string): readonly WrittenCriterion[] {
    const numbered: WrittenCriterion[] = [];
    const labelled: ListItem[] = [];
    let unlabelled: readonly ListItem[] | undefined;
    let isLabelled = false;
    for (const section of sections) {
      let heading = headingOf(section, sections[0]);
      isLabelled ||= heading === 'criteria';
      for (const block of section.blocks) {
        if (block.type === 'paragraph') {
          heading = labelOf(block) ?? heading;
          isLabelled ||= heading === 'criteria';
          numbered.push(...this.inParagraph(block));
        } else if (block.type === 'list') {
          numbered.push(...this.inList(block, prefix));
          const plain = block.items.filter((item) => numbersOf(item.inline.plain, prefix)?.number === undefined);
          if (heading === 'criteria' || heading === 'further criteria') labelled.push(...plain);
          else if (heading === 'none' && block.ordered) unlabelled ??= plain;
        } else if (block.type === 'table') {
          numbered.push(...this.#inTable(block, heading === 'criteria' || heading === 'further criteria'));
        }
      }
    }
    const items = isLabelled ? labelled : [...(unlabelled ?? []), ...labelled];
    return [...this.#counted(items), ...numbered];
  }

  /** Lines of a paragraph that begin with two numbers. */
  inParagraph({ inline }: ParagraphBlock): readonly WrittenCriterion[] {
    const found: { at: number; end: number; number: number; part: number; from: number }[] = [];
    let at = 0;
    for (const line of inline.plain.split('\n')) {
      const match = NUMBERED.exec(line);
      const last = found.at(-1);
      const end = at + line.trimEnd().length;
      if (match?.groups)
        found.push({
          at,
          end,
          number: Number(match.groups['number']),
          part: Number(match.groups['part']),
          from: at + match[0].length,
        });
      else if (last) last.end = end;
      at += line.length + 1;
    }
    return found.map(({ at: start, end, number, part, from }) => ({
      number,
      part,
      facts: criterion({
        localId: `AC${part}`,
        text: collapsed(inline.plain.slice(from, end)),
        range: inline.rangeOf(start, end),
        nameRange: inline.rangeOf(from, firstLineEnd(inline, from, end)),
        idRange: inline.rangeOf(...written(inline, start)),
        exempt: isStruck(inline, from, end),
      }),
    }));
  }

  /** Items of a list that begin with two numbers. */
  inList({ items }: ListBlock, prefix?: string): readonly WrittenCriterion[] {
    return items.flatMap((item) => {
      const numbers = numbersOf(item.inline.plain, prefix);
      return numbers?.number === undefined ? [] : [this.item(item, numbers)];
    });
  }

  /** Rows that begin with two numbers, and below a label of criteria those that begin with one. */
  #inTable({ rows }: TableBlock, isLabelled: boolean): readonly WrittenCriterion[] {
    return rows.flatMap(({ line, cells }) => {
      const [first, ...others] = cells;
      const { number, part } = CELL.exec(first?.inline.plain.trim() ?? '')?.groups ?? {};
      const words = others.filter(({ inline }) => inline.plain.trim() !== '');
      const [text] = words;
      if (!first || !text || part === undefined || (number === undefined && !isLabelled)) return [];
      const { plain } = text.inline;
      const end = (this.#lines[line] ?? '').trimEnd().length;
      return {
        ...(number !== undefined && { number: Number(number) }),
        part: Number(part),
        facts: criterion({
          localId: `AC${Number(part)}`,
          text: collapsed(words.map(({ inline }) => inline.plain).join(' ')),
          range: { start: { line, character: 0 }, end: { line, character: end } },
          nameRange: text.inline.rangeOf(0, plain.length),
          idRange: first.inline.rangeOf(...written(first.inline, 0)),
          exempt: isStruck(text.inline, 0, plain.length),
        }),
      };
    });
  }

  /** An item of a list as a criterion. */
  item(item: ListItem, { number, part, length, alias }: Numbers): WrittenCriterion {
    const { inline, checkbox } = item;
    const end = inline.plain.length;
    return {
      ...(number !== undefined && { number }),
      part,
      facts: criterion({
        localId: `AC${part}`,
        text: collapsed(inline.plain.slice(length)),
        detail: this.detail(item.below),
        range: this.#extent(item),
        nameRange: inline.rangeOf(length, firstLineEnd(inline, length, end)),
        ...(length > 0 && { idRange: inline.rangeOf(...written(inline, 0)) }),
        ...(alias !== undefined && { aliases: [alias] }),
        ...(checkbox && { claimed: checkbox.checked, checkboxRange: checkbox.range }),
        exempt: isStruck(inline, length, end),
      }),
    };
  }

  /** The words of blocks, as they are written. */
  detail(blocks: readonly Block[]): string {
    return collapsed(blocks.map(({ first, last }) => this.#lines.slice(first, last + 1).join(' ')).join(' '));
  }

  /** The numerals of the source, as long as they rise; a list that begins again goes on counting, since no two criteria share a number. */
  #counted(items: readonly ListItem[]): readonly WrittenCriterion[] {
    let last = 0;
    return items.map((item) => {
      const label = numbersOf(item.inline.plain);
      const numeral = label?.part ?? item.numeral ?? 0;
      last = numeral > last ? numeral : last + 1;
      return this.item(item, { part: last, length: label?.length ?? 0 });
    });
  }

  #extent({ first, last, column }: ListItem): Range {
    return { start: { line: first, character: column }, end: { line: last, character: (this.#lines[last] ?? '').trimEnd().length } };
  }
}

interface Numbers {
  readonly number?: number;
  readonly part: number;
  /** How much of the text they are. */
  readonly length: number;
  /** What is written, where that is an id of its own: `FR-1.2`. */
  readonly alias?: string;
}

function numbersOf(plain: string, prefix?: string): Numbers | undefined {
  const own = prefix === undefined ? null : PREFIXED.exec(plain);
  const match = NUMBERED.exec(plain) ?? LABELLED.exec(plain) ?? (own?.groups?.['prefix'] === prefix ? own : null);
  if (!match?.groups) return undefined;
  const { number, part } = match.groups;
  const alias = match === own && /^\[?[A-Z]{1,5}-/u.test(plain) ? `${prefix}-${number}.${part}` : undefined;
  return {
    ...(number !== undefined && { number: Number(number) }),
    part: Number(part),
    length: match[0].length,
    ...(alias !== undefined && { alias }),
  };
}

/** The numbers of a line that begins with some, without signs behind them. */
function written({ plain }: InlineText, at: number): [start: number, end: number] {
  const [text = ''] = /[\d.]*\d/u.exec(plain.slice(at, at + 20)) ?? [];
  const start = plain.indexOf(text, at);
  return [start, start + text.length];
}

function headingOf(section: Section, owner: Section | undefined): Heading {
  if (section === owner) return 'none';
  for (let at: Section | undefined = section; at && at !== owner; at = at.parent)
    if (isCriteriaHeading(at.title)) return labelled(at.title);
  return 'other';
}

function labelled(label: string): Heading {
  return isFurther(label) ? 'further criteria' : 'criteria';
}

/** What the last line of a paragraph makes of what follows: `**Acceptance Criteria:**`, `**Notes:**`; undefined for prose. */
function labelOf({ inline: { plain, strong } }: ParagraphBlock): Heading | undefined {
  const start = plain.lastIndexOf('\n') + 1;
  const line = plain.slice(start);
  const isStrong = strong.some((span) => span.start <= start && span.end >= plain.trimEnd().replace(COLON_AT_END, '').length);
  if (isStrong ? isCriteriaHeading(line) : isCriteriaLabel(line) && COLON_AT_END.test(line)) return labelled(line);
  return isStrong && line.trim().length < 80 ? 'other' : undefined;
}

function isStruck({ struck }: InlineText, from: number, end: number): boolean {
  return struck.some((span) => span.start <= from && span.end >= end - 1 && end > from);
}

function firstLineEnd({ plain }: InlineText, from: number, end: number): number {
  const at = plain.indexOf('\n', from);
  return at < 0 ? end : Math.min(at, end);
}

function collapsed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** A heading `1.2 Boil` or `Requirement 1.2: Boil` in a requirement, whose section says the rest. */
export function headingCriterion(
  section: Section,
  part: number,
  title: string,
  place: readonly [start: number, end: number],
  detail: string,
): WrittenCriterion {
  const { heading, first } = section;
  const range = heading?.inline.rangeOf(0, heading.inline.plain.length) ?? rangeAt(first, 0, 0);
  return {
    part,
    facts: criterion({
      localId: `AC${part}`,
      text: collapsed(title),
      detail,
      range,
      nameRange: range,
      ...(heading && { idRange: heading.inline.rangeOf(...place) }),
    }),
  };
}
