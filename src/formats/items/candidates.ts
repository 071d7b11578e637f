import type { ItemPlace, RequirementFacts } from '../../model/facts.ts';
import type { Range } from '../../model/position.ts';
import { collapse, rangeOfLines } from '../../text/lines.ts';
import type { Block, ListItem, TableBlock, TableRow } from '../carriers/markdown/blocks.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import type { Section } from '../carriers/markdown/sections.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';
import { isForeign } from './itemGrammar.ts';
import { requirement } from '../notation/definition.ts';
import type { ItemGrammar } from './itemGrammar.ts';
import type { Lead } from './itemGrammar.ts';
import { isWithdrawn, leadOf, titleOf } from './leads.ts';
import { otherIdIn } from './otherIds.ts';
import type { OtherId } from './otherIds.ts';
import { textsOf } from './texts.ts';
import type { SectionWord } from './words/sectionWords.ts';

/** How surely a place defines: a heading before a marked lead with a separator, before one without, before a row, before a plain lead. */
export const RANKS = ['heading', 'marked and separated', 'marked', 'row', 'plain'] as const;

/** A place that may define an item. */
export interface Candidate {
  readonly id: string;
  readonly rank: number;
  /** What the sections around it say. */
  readonly word: SectionWord | undefined;
  readonly line: number;
  readonly idRange: Range;
  readonly facts: RequirementFacts;
}

/** A place that looks like a definition and is not one. */
export interface Near {
  readonly lead: Lead;
  readonly range: Range;
  readonly reason: 'several' | 'linked' | 'plain';
}

/** A list item without an id. */
export interface Unnamed {
  readonly range: Range;
  readonly text: string;
}

/** As requirements say what must hold. */
const BINDING = /\b(?:MUST|SHALL)\b/u;

/** What is the same for all items of a file. */
export interface Place {
  readonly namespace?: string | undefined;
  /** Absent where each item is written in one place only. */
  readonly place?: ItemPlace;
  readonly lines: readonly string[];
  readonly grammar: ItemGrammar;
  /** The project's own ids, which count beside those of the grammar; what looks like an id and is neither is told then. */
  readonly ownIds?: IdGrammar;
}

/** Facts of an item by its id, wherever it is defined. */
export function itemFacts(
  { namespace, place, grammar }: Place,
  id: string,
  said: Pick<RequirementFacts, 'title' | 'range' | 'nameRange' | 'exempt'> & Partial<RequirementFacts>,
): RequirementFacts {
  return requirement({
    localId: id,
    notation: grammar.notation,
    ...(namespace !== undefined && { namespace }),
    ...(place && { place }),
    ...said,
    ...grammar.facts?.(id),
  });
}

/** Leads of list items, paragraphs and rows of one section. */
export class CandidateReader {
  readonly found: Candidate[] = [];
  readonly near: Near[] = [];
  /** What must hold, and has no id by which anything could refer to it. */
  readonly unnamed: Unnamed[] = [];
  /** What leads where requirements are listed and looks like an id of another shape. */
  readonly others: OtherId[] = [];
  readonly #place: Place;
  readonly #word: SectionWord | undefined;
  readonly #taken: ReadonlySet<object>;
  #depth = 0;

  constructor(place: Place, word: SectionWord | undefined, taken: ReadonlySet<object>) {
    this.#place = place;
    this.#word = word;
    this.#taken = taken;
  }

  /** Reads the blocks of a section. */
  read(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'paragraph') this.#lead(block.inline, block, []);
      else if (block.type === 'quote') this.read(block.blocks);
      else if (block.type === 'table') this.#table(block);
      else if (block.type === 'list') for (const item of block.items) this.#item(item);
    }
  }

  #item(item: ListItem): void {
    if (this.#taken.has(item)) return;
    const { inline, below } = item;
    this.#lead(inline, item, below);
    const isNamed = leadOf(inline, false, this.#place.grammar) !== undefined || this.others.at(-1)?.range.start.line === item.first;
    if (!isNamed && this.#word === 'defining' && this.#depth === 0 && BINDING.test(inline.plain)) {
      const lineEnd = inline.plain.indexOf('\n');
      this.unnamed.push({ range: inline.rangeOf(0, lineEnd < 0 ? inline.plain.length : lineEnd), text: collapse(inline.plain) });
    }
    this.#depth += 1;
    this.read(below);
    this.#depth -= 1;
  }

  #lead(
    inline: InlineText,
    { first, last, column = 0 }: { readonly first: number; readonly last: number; readonly column?: number },
    below: readonly Block[],
  ): void {
    const lead = leadOf(inline, false, this.#place.grammar);
    if (!lead) this.#other(inline);
    if (!lead || isForeign(lead.id, this.#place.grammar)) return;
    const rank = this.#rankOf(lead, inline, column);
    if (typeof rank === 'string') {
      this.near.push({ lead, reason: rank, range: inline.rangeOf(lead.start, lead.end) });
      return;
    }
    const { plain } = inline;
    const title = titleOf(inline, lead.behind, plain.length);
    const lineEnd = plain.indexOf('\n', lead.behind);
    const idRange = inline.rangeOf(lead.start, lead.end);
    this.#add(lead, rank, first, idRange, {
      idRange,
      title: collapse(title.text) || lead.id,
      text: collapse(textsOf(below.filter((block) => !this.#holdsItems(block))).join(' ')),
      range: rangeOfLines(this.#place.lines, first, last, column),
      nameRange: inline.rangeOf(lead.start, lineEnd < 0 ? plain.trimEnd().length : lineEnd),
      attributes: title.attributes,
      exempt: this.#word === 'exempt' || isWithdrawn(inline, lead.start, lead.behind),
    });
  }

  #other(inline: InlineText): void {
    const isTold = this.#depth === 0 && this.#word !== 'restating' && this.#word !== 'exempt';
    const other = this.#place.ownIds && isTold ? otherIdIn(inline) : undefined;
    if (!other || isForeign(other.id, this.#place.grammar)) return;
    if (this.#word === 'defining' || other.isCommon) this.others.push(other);
  }

  /** What is nested below and has ids of its own is not text of the item above. */
  #holdsItems(block: Block): boolean {
    return block.type === 'list' && block.items.some(({ inline }) => leadOf(inline, false, this.#place.grammar)?.marked);
  }

  #rankOf(lead: Lead, inline: InlineText, _column: number): number | 'several' | 'linked' | 'plain' {
    if (lead.linked) return 'linked';
    if (lead.several) return 'several';
    if (lead.marked) return RANKS.indexOf(lead.separated ? 'marked and separated' : 'marked');
    // An id alone on its line is a word of a text, or a list of ids.
    const isTitled = lead.behind < inline.plain.trimEnd().length;
    return lead.separated && isTitled && (this.#word === 'defining' || this.#word === 'exempt' || this.#word === 'edge cases')
      ? RANKS.indexOf('plain')
      : 'plain';
  }

  #table({ header, rows }: TableBlock): void {
    const { grammar } = this.#place;
    const at = idColumn(rows, grammar);
    if (at === undefined) {
      for (const { cells } of rows) if (cells[0]) this.#other(cells[0].inline);
      return;
    }
    for (const row of rows) {
      const cell = row.cells[at];
      const lead = cell && leadOf(cell.inline, false, this.#place.grammar);
      if (!cell || !lead || this.#taken.has(row) || isForeign(lead.id, grammar)) continue;
      const said = row.cells.filter((other, column) => column !== at && !isListOfIds(other.inline.plain, grammar));
      const [text, ...others] = said;
      // A row that only says which ids belong together, as `| US-1 | FR-001, FR-002 |`, restates.
      if (!text || lead.linked || lead.several || text.inline.plain.trim() === '') continue;
      const idRange = cell.inline.rangeOf(lead.start, lead.end);
      this.#add(lead, RANKS.indexOf('row'), row.line, idRange, {
        idRange,
        title: collapse(text.inline.plain),
        range: rangeOfLines(this.#place.lines, row.line, row.line),
        nameRange: text.inline.rangeOf(0, text.inline.plain.length),
        attributes: others.flatMap((other) => {
          const name = header.cells[row.cells.indexOf(other)]?.inline.plain.trim() ?? '';
          const value = collapse(other.inline.plain);
          return name === '' || value === '' ? [] : [{ name, value, range: other.inline.rangeOf(0, other.inline.plain.length) }];
        }),
        exempt: this.#word === 'exempt' || isWithdrawn(cell.inline, lead.start, lead.behind) || isWithdrawn(text.inline, 0, 0),
      });
    }
  }

  #add({ id }: Lead, rank: number, line: number, idRange: Range, said: Parameters<typeof itemFacts>[2]): void {
    this.found.push({ id, rank, word: this.#word, line, idRange, facts: itemFacts(this.#place, id, said) });
  }
}

/** The first column most cells of which are an id and nothing else; its title does not matter. */
function idColumn(rows: readonly TableRow[], grammar: ItemGrammar): number | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let at = 0; at < width; at += 1) {
    const cells = rows.map(({ cells: row }) => row[at]?.inline.plain.trim() ?? '');
    const ids = cells.filter((text) => isIdCell(text, grammar));
    if (ids.length > 0 && ids.length * 2 > cells.length) return at;
  }
  return undefined;
}

function isIdCell(text: string, { idAt }: ItemGrammar): boolean {
  const bare = text.replace(/^[[(]|[\])]$/gu, '');
  return idAt(bare, 0, false)?.end === bare.length;
}

function isListOfIds(text: string, grammar: ItemGrammar): boolean {
  return text.split(/[\s,;/&+–…]+|\.\.|\band\b/u).every((part) => part === '' || isIdCell(part, grammar) || /^T\d+[a-z]?$/u.test(part));
}

/** The requirement that a heading is by its words, without what its section holds. */
export function headingLead(section: Section, grammar: ItemGrammar): Lead | undefined {
  const inline = section.heading?.inline;
  if (!inline) return undefined;
  const lead = leadOf(inline, true, grammar);
  if (!lead || lead.several || lead.linked || isForeign(lead.id, grammar)) return undefined;
  return grammar.isOwn(lead.id) || lead.marked || lead.separated ? lead : undefined;
}
