import type { Attribute, CriterionFacts } from '../../model/facts.ts';
import { collapse, rangeOfLines } from '../../text/lines.ts';
import type { Block, Checkbox, ListBlock, ListItem, TableBlock } from '../carriers/markdown/blocks.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import { spanAt } from '../carriers/markdown/inline.ts';
import type { Section } from '../carriers/markdown/sections.ts';
import { criterion } from '../notation/definition.ts';
import type { ItemGrammar } from './itemGrammar.ts';
import { prefixOf } from './itemGrammar.ts';
import { isWithdrawn, leadOf } from './leads.ts';
import { textsOf } from './texts.ts';
import { fencedScenarios } from './fences.ts';
import { isAcceptance, isScenario, stepOf } from './words/sectionWords.ts';

/** A scenario before it is known how it is called. */
interface Found {
  readonly inline: InlineText;
  readonly from: number;
  readonly first: number;
  readonly column: number;
  last: number;
  /** The number that somebody wrote: of `AC3: …`, `Scenario 3`; or the numeral of a list. */
  readonly label?: string;
  readonly numeral?: number;
  /** A whole id of its own, `AC-US1-01`, with its place. */
  readonly id?: { readonly text: string; readonly start: number; readonly end: number };
  readonly checkbox?: Checkbox;
  readonly more: string[];
}

/** What the section of a story says. */
export interface StoryBody {
  readonly criteria: readonly CriterionFacts[];
  readonly attributes: readonly Attribute[];
  readonly text: string;
  /** List items and rows that are criteria, so that they are nothing else. */
  readonly taken: ReadonlySet<object>;
}

/** Reads the blocks of a requirement's sections, in order: its acceptance scenarios, `**Name**: value` and prose. */
export function readStory(
  id: string,
  sections: readonly Section[],
  own: Section,
  { lines, grammar }: { readonly lines: readonly string[]; readonly grammar: ItemGrammar },
): StoryBody {
  const reader = new StoryReader(grammar);
  for (const section of sections) {
    if (section !== own || accepts(grammar, section.title)) reader.heading(section);
    reader.blocks(section.blocks);
  }
  return {
    criteria: named(reader.found, lines, (number) => grammar.criterionAliases?.(id, number)),
    attributes: reader.attributes,
    text: collapse(reader.texts.join(' ')),
    taken: reader.taken,
  };
}

function accepts(grammar: ItemGrammar, title: string): boolean {
  return grammar.isAcceptance?.(title) ?? isAcceptance(title);
}

/** A criterion with an id of its own has one of these prefixes: `AC-US1-01`, `AS-1`. */
const OF_CRITERIA = /(?:^|-)A[CS](?:-|$)/u;
const NAMED = /^\s*(?:scenario|szenario|escenario|cenário|scénario|сценарий|场景|情景|場景|シナリオ|시나리오)(?![\p{L}_])/iu;

class StoryReader {
  readonly found: Found[] = [];
  readonly attributes: Attribute[] = [];
  readonly texts: string[] = [];
  readonly taken = new Set<object>();
  readonly #grammar: ItemGrammar;
  /** True behind the label of scenarios, until another label or heading. */
  #labelled = false;
  /** The scenario whose own words go on in what follows: one that has a heading or a name. */
  #open: Found | undefined;

  constructor(grammar: ItemGrammar) {
    this.#grammar = grammar;
  }

  heading({ heading, title, first, last }: Section): void {
    this.#open = undefined;
    this.#labelled = accepts(this.#grammar, title);
    if (!heading || (this.#labelled && !/\d/u.test(title))) return;
    const place = this.#place(heading.inline);
    if (!NAMED.test(title) && place.label === undefined && !place.id) return;
    this.#open = this.#add({ inline: heading.inline, ...place, first, column: 0, last });
    this.#labelled = false;
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'paragraph') this.#paragraph(block.inline, block.first, block.last);
      else if (block.type === 'list') this.#list(block);
      else if (block.type === 'table') this.#table(block);
      else if (block.type === 'quote') this.blocks(block.blocks);
      else if (block.type === 'code' && this.#grammar.fences)
        for (const one of fencedScenarios(block)) this.found.push({ ...one, from: 0, column: 0 });
    }
  }

  #paragraph(inline: InlineText, first: number, last: number): void {
    const { plain } = inline;
    const place = this.#place(inline);
    const step = stepOf(plain);
    if (place.label !== undefined || (place.id && this.#labelled) || NAMED.test(plain)) {
      this.#open = this.#add({ inline, ...place, first, column: 0, last });
      return;
    }
    if (isScenario(plain) && !this.#open) {
      this.#add({ inline, ...place, first, column: 0, last });
      return;
    }
    const before = this.found.at(-1);
    if (step !== undefined && before && (this.#open || isPart(before, step))) {
      before.more.push(plain);
      before.last = last;
      return;
    }
    if (step === 'first' && this.#labelled) {
      this.#add({ inline, ...place, first, column: 0, last });
      return;
    }
    this.#prose(inline);
  }

  /** A label ends what was open; everything else is an attribute or text. */
  #prose(inline: InlineText): void {
    const { plain } = inline;
    const bold = spanAt(inline.strong, 0);
    const name = bold ? plain.slice(0, bold.end) : (/^[^\n:：]{1,60}(?=[:：]\s*$)/u.exec(plain)?.[0] ?? '');
    const rest = plain.slice(name.length).replace(/^\s*[:：]/u, '');
    if (bold || name !== '') {
      this.#open = undefined;
      this.#labelled = accepts(this.#grammar, name);
    }
    const value = collapse(rest);
    const isNamed = bold !== undefined && (/[:：]\s*$/u.test(name) || /^\s*[:：]/u.test(plain.slice(name.length)));
    const label = collapse(name.replace(/[:：]\s*$/u, ''));
    if (isNamed && value !== '' && label.length <= 60)
      this.attributes.push({ name: label, value, range: inline.rangeOf(0, plain.trimEnd().length) });
    else if (!this.#labelled) this.texts.push(plain);
  }

  #list(list: ListBlock): void {
    if (this.#open && !this.#labelled) {
      this.#open.more.push(...textsOf([list]));
      this.#open.last = Math.max(this.#open.last, list.last);
      for (const item of list.items) this.taken.add(item);
      return;
    }
    const isOne = (item: ListItem): boolean => {
      const place = this.#place(item.inline);
      return this.#labelled || place.label !== undefined || place.id !== undefined || isScenario(item.inline.plain);
    };
    if (!list.items.some(isOne)) {
      this.texts.push(...textsOf([list]));
      return;
    }
    for (const item of list.items) this.#item(item, list.ordered);
  }

  #item(item: ListItem, ordered: boolean): void {
    const { inline, first, last, column, below, checkbox, numeral } = item;
    const lead = leadOf(inline, false, this.#grammar);
    if (lead && !OF_CRITERIA.test(prefixOf(lead.id))) return;
    this.taken.add(item);
    if (this.#grammar.isTrace?.(inline.plain)) return;
    const place = this.#place(inline);
    const step = stepOf(inline.plain);
    const before = this.found.at(-1);
    if (step !== undefined && place.label === undefined && before && isPart(before, step)) {
      before.more.push(inline.plain, ...textsOf(below));
      before.last = last;
      return;
    }
    const number = ordered && numeral !== undefined ? { numeral } : {};
    const added = this.#add({ inline, ...place, ...number, first, column, last, ...(checkbox && { checkbox }) });
    added.more.push(...textsOf(below));
  }

  /** A row each, where the columns are steps or the label says so. */
  #table({ header, rows }: TableBlock): void {
    const steps = header.cells.map(({ inline }) => stepOf(inline.plain));
    const isSteps = steps.includes('first') && steps.includes('when');
    if (!isSteps && !this.#labelled) return;
    for (const row of rows) {
      const [lead] = row.cells;
      const longest = row.cells.toSorted((a, b) => b.inline.plain.length - a.inline.plain.length)[0];
      if (!lead || !longest || longest.inline.plain.trim() === '') continue;
      const place = this.#place(lead.inline);
      if (!place.id && place.label === undefined && leadOf(lead.inline, false, this.#grammar)) continue;
      this.taken.add(row);
      const at = isSteps ? (row.cells[steps.indexOf('first')] ?? longest) : longest;
      const added = this.#add({
        inline: at.inline,
        from: 0,
        first: row.line,
        column: 0,
        last: row.line,
        ...(place.label !== undefined && { label: place.label }),
      });
      for (const cell of row.cells) if (cell !== at && cell !== lead) added.more.push(cell.inline.plain);
    }
  }

  /** Where the words of a scenario begin, and what it is called. */
  #place(inline: InlineText): Pick<Found, 'from' | 'label' | 'id'> {
    const { plain } = inline;
    const lead = leadOf(inline, false, this.#grammar);
    if (lead && OF_CRITERIA.test(prefixOf(lead.id)) && (lead.marked || lead.separated)) {
      const number = /^A[CS]-(?<number>\d+(?:\.\d+)?)$/u.exec(lead.id)?.groups?.['number'];
      if (number !== undefined) return { from: lead.behind, label: number };
      return { from: lead.behind, id: { text: lead.id, start: lead.start, end: lead.end } };
    }
    const named = this.#grammar.criterionAt(plain, /^\s*/u.exec(plain)?.[0].length ?? 0);
    const behind = named && /^\s*(?:\([^()\n]{0,60}\))?\s*(?:[:：.]|[-–—](?=\s))\s*/u.exec(plain.slice(named.end))?.[0];
    return named && behind !== undefined ? { from: named.end + behind.length, label: named.number } : { from: 0 };
  }

  #add(found: Omit<Found, 'more'>): Found {
    const whole = { ...found, more: [] };
    this.found.push(whole);
    return whole;
  }
}

/** True for a step that goes on with the scenario before it, rather than beginning one. */
function isPart({ inline, from, more }: Found, step: 'first' | 'when' | 'later'): boolean {
  const begins = stepOf(inline.plain.slice(from));
  if (begins === undefined || step === 'first') return false;
  const text = [inline.plain.slice(from), ...more].join(' ');
  return step === 'later' || (begins === 'first' && !isScenario(text));
}

/** Numbers are those that somebody wrote, else the numerals of the only list, else positions. */
function named(
  found: readonly Found[],
  lines: readonly string[],
  aliasesOf: (number: string) => readonly string[] | undefined,
): readonly CriterionFacts[] {
  const numerals = found.flatMap(({ numeral }) => (numeral === undefined ? [] : [numeral]));
  const asWritten = numerals.length === found.length && new Set(numerals).size === numerals.length;
  const taken = new Set(found.flatMap(({ label }) => label ?? []));
  let position = 0;
  const next = (): string => {
    do position += 1;
    while (taken.has(String(position)));
    return String(position);
  };
  return found.map((one) => {
    const number = one.id ? undefined : (one.label ?? (asWritten ? String(one.numeral) : next()));
    return factsOf(one, number, lines, number === undefined ? undefined : aliasesOf(number));
  });
}

function factsOf(
  found: Found,
  number: string | undefined,
  lines: readonly string[],
  aliases: readonly string[] | undefined,
): CriterionFacts {
  const { inline, from, first, last, column, checkbox, id, more } = found;
  const { plain } = inline;
  const text = collapse(plain.slice(from));
  const lineEnd = plain.indexOf('\n', from);
  return criterion({
    localId: id?.text ?? `AC${number ?? ''}`,
    whole: id !== undefined,
    ...(id && { idRange: inline.rangeOf(id.start, id.end) }),
    text: text === '' ? collapse(plain) : text,
    detail: collapse(more.join(' ')),
    range: rangeOfLines(lines, first, last, column),
    nameRange: inline.rangeOf(text === '' ? 0 : from, lineEnd < 0 ? plain.length : lineEnd),
    ...(checkbox && { claimed: checkbox.checked, checkboxRange: checkbox.range }),
    ...(aliases && { aliases }),
    exempt: isWithdrawn(inline, 0, from),
  });
}
