import type { CriterionFacts } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../../text/lines.ts';
import type { Block, HeadingBlock, ListBlock, ListItem, TableBlock } from '../../../carriers/markdown/blocks.ts';
import { criterion } from '../../../notation/definition.ts';
import { labelOf, numberOf } from './criterionLabels.ts';
import { CONTINUES, GIVEN, isScenario, isWhole, SCENARIO, STEP } from './steps.ts';
import { textLines } from '../textLines.ts';
import type { TextLine } from '../textLines.ts';

/** Labels of what is not a criterion any more. */
const ASIDE =
  /(?:notes?|details|considerations|context|references?|dependencies|prerequisites|constraints|estimates?|scope|files?|definition of done|verification|evidence|(?:covered|covers|coverage))(?:\s*\([^()]*\))?\W*$/iu;
const STRUCK = /\[(?:deferred|removed|withdrawn)\]/iu;

/** What is in a region of criteria, and where it was cut off. */
export interface ReadCriteria {
  readonly criteria: readonly CriterionFacts[];
  /** Criteria with a number that another one has. */
  readonly twice: readonly { readonly localId: string; readonly range: Range }[];
}

/** How far a region goes. */
export interface Region {
  readonly blocks: readonly Block[];
  /** The lines of the first block that belong to it, where its label is in them. */
  readonly rest?: readonly TextLine[] | undefined;
  /** A heading opens a whole section, in which bold labels are groups; a label in a line holds until the next one. */
  readonly by: 'heading' | 'line';
}

/** A criterion while it is read. */
interface Draft {
  /** As its label says. */
  readonly number?: string | undefined;
  readonly opened: 'label' | 'heading' | 'scenario' | 'given' | 'item';
  readonly range: Range;
  readonly idRange?: Range | undefined;
  last: number;
  readonly text: string[];
  readonly detail: string[];
  readonly item?: ListItem;
  readonly struck?: boolean;
}

/**
 * Reads criteria as BMAD's agents write them: numbered or plain list items, `1: It lists`, `**AC1:** …`, `### AC 1: Title`, rows of a table, and
 * scenarios, which begin at each **Given** and go on to the next, in one paragraph or several.
 *
 * @param lines of the document.
 * @param story the number of the story, which some write before that of a criterion: `AC-1.2.3`.
 */
export function readCriteria(region: Region, lines: readonly string[], story: string | undefined): ReadCriteria {
  const reader = new CriteriaReader(lines, region.by, story);
  for (const line of region.rest ?? []) if (!reader.line(line)) return reader.finish();
  for (const block of region.blocks) if (!reader.block(block)) break;
  return reader.finish();
}

class CriteriaReader {
  readonly #lines: readonly string[];
  readonly #by: Region['by'];
  readonly #story: string | undefined;
  readonly #drafts: Draft[] = [];
  #current: Draft | undefined;

  constructor(lines: readonly string[], by: Region['by'], story: string | undefined) {
    this.#lines = lines;
    this.#by = by;
    this.#story = story;
  }

  /** @returns false where the region ends. */
  block(block: Block): boolean {
    switch (block.type) {
      case 'heading':
        this.#heading(block);
        return true;
      case 'paragraph':
        return textLines(block.inline).every((line) => this.line(line));
      case 'list':
        this.#list(block);
        return true;
      case 'table':
        this.#table(block);
        return true;
      case 'quote':
        return block.blocks.every((inner) => this.block(inner));
      case 'rule':
      case 'html':
        return true;
      case 'code':
        this.#goOn(this.#raw(block.first, block.last), block.last);
        return true;
    }
  }

  /** @returns false where the region ends. */
  line(line: TextLine): boolean {
    const label = labelOf(line.text, this.#story) ?? (line.lead === undefined ? numberOf(line.text) : undefined);
    const words = line.text.slice(label?.length ?? 0);
    if (label) this.#open('label', line, { ...label, text: words });
    else if (GIVEN.test(words)) {
      if (this.#isLabelled) this.#addStep(line);
      else this.#open('given', line, { text: words });
    } else if (STEP.test(words) && (this.#current || line.lead)) {
      if (this.#current) this.#addStep(line);
      else this.#open('given', line, { text: words });
    } else if (line.lead && SCENARIO.test(words)) this.#open('scenario', line, { text: words });
    else if (line.lead && (line.lead.colon || line.lead.end >= line.end) && this.#current?.opened !== 'heading') {
      if (this.#by === 'line' || ASIDE.test(line.lead.text)) return false;
      this.#current = undefined;
    } else this.#goOn(line.text, lineNumber(line));
    return true;
  }

  finish(): ReadCriteria {
    const drafts = this.#drafts.filter(({ text, detail }) => detail.length > 0 || collapse(text.join(' ')) !== '');
    // What has no label takes no number that a label gives.
    const labelled = new Set(drafts.flatMap((draft) => (draft.idRange ? (this.#numberOf(draft) ?? []) : [])));
    const taken = new Set<string>();
    const criteria: CriterionFacts[] = [];
    const twice: { readonly localId: string; readonly range: Range }[] = [];
    let highest = 0;
    const free = (wanted: string | undefined): string => {
      if (wanted !== undefined && !taken.has(wanted) && !labelled.has(wanted)) return wanted;
      let next = highest + 1;
      while (labelled.has(String(next)) || taken.has(String(next))) next += 1;
      return String(next);
    };
    for (const draft of drafts) {
      const written = this.#numberOf(draft);
      const number = draft.idRange && written !== undefined ? written : free(written);
      const localId = `AC${number}`;
      if (taken.has(number)) {
        twice.push({ localId, range: draft.idRange ?? draft.range });
        continue;
      }
      taken.add(number);
      highest = Math.max(highest, Number.parseInt(number, 10));
      criteria.push(this.#factsOf(draft, localId));
    }
    return { criteria, twice };
  }

  #numberOf({ number, item }: Draft): string | undefined {
    return number ?? (item?.numeral === undefined ? undefined : String(item.numeral));
  }

  #factsOf(draft: Draft, localId: string): CriterionFacts {
    const { item, range, idRange, last, struck } = draft;
    const text = collapse(draft.text.join(' '));
    const detail = collapse(draft.detail.join(' '));
    return criterion({
      localId,
      text: text === '' ? detail : text,
      detail: text === '' ? '' : detail,
      range: rangeOfLines(this.#lines, range.start.line, last, item?.column ?? range.start.character),
      nameRange: range,
      ...(idRange && { idRange }),
      ...(item?.checkbox && { claimed: item.checkbox.checked, checkboxRange: item.checkbox.range }),
      exempt: struck === true || STRUCK.test(text),
    });
  }

  #heading(block: HeadingBlock): void {
    const [line] = textLines(block.inline);
    if (!line) return;
    const label = labelOf(line.text, this.#story) ?? numberOf(line.text);
    const isOne = label !== undefined || SCENARIO.test(line.text);
    this.#current = undefined;
    if (isOne) this.#open('heading', line, { ...label, text: line.text.slice(label?.length ?? 0) });
  }

  #list(block: ListBlock): void {
    const heads = block.items.map((item) => textLines(item.inline)[0]);
    const isLabelled = heads.some((line) => line && labelOf(line.text, this.#story) !== undefined);
    if (!isLabelled && !block.ordered && isScenario(heads)) {
      for (const item of block.items) this.#step(item);
      return;
    }
    if (!isLabelled && this.#drafts.some(({ opened, idRange }) => opened !== 'item' || idRange)) {
      this.#goOn(this.#raw(block.first, block.last), block.last);
      return;
    }
    for (const item of block.items) this.#item(item);
    this.#current = undefined;
  }

  /** One step of a scenario whose steps are a list; an item with a When and a Then of its own is another one. */
  #step(item: ListItem): void {
    const [first, ...others] = textLines(item.inline);
    if (!first) return;
    const begins = STEP.test(first.text) && !CONTINUES.test(first.text) && isWhole(item.inline.plain);
    if (begins && !this.#isLabelled) this.#open('given', first, { text: first.text });
    else this.line(first);
    for (const line of others) this.line(line);
    if (item.below.length > 0) this.#goOn(this.#rawBelow(item), item.last);
  }

  /** True where a label opened the present criterion, which goes on up to the next one then, whatever scenarios it has. */
  get #isLabelled(): boolean {
    return this.#current !== undefined && this.#current.opened !== 'given' && this.#current.opened !== 'item';
  }

  #item(item: ListItem): void {
    const [first, ...others] = textLines(item.inline);
    if (!first) return;
    const label = labelOf(first.text, this.#story);
    const struck = item.inline.struck.some(({ start, end }) => start <= first.start && end >= first.end);
    const draft = this.#open('item', first, {
      ...label,
      text: first.text.slice(label?.length ?? 0),
      item,
      struck,
    });
    draft.text.push(...others.map(({ text }) => text));
    if (item.below.length > 0) draft.detail.push(this.#rawBelow(item));
    draft.last = item.last;
  }

  /** `| AC1 | It boils | … |`, and `| 1 | It boils |` where no label opened a criterion; another table says more of the present one. */
  #table(block: TableBlock): void {
    const before = this.#drafts.length;
    for (const row of block.rows) {
      const [id, text] = row.cells;
      const written = id?.inline.plain.trim() ?? '';
      const label = labelOf(written, this.#story)?.number;
      const number = label ?? (this.#isLabelled ? undefined : /^\d{1,3}(?:\.\d+)*$/u.exec(written)?.[0]);
      const [line] = text ? textLines(text.inline) : [];
      if (!id || !line || number === undefined) continue;
      const range = line.inline.rangeOf(line.start, line.end);
      const idRange = id.inline.rangeOf(0, id.inline.plain.length);
      this.#drafts.push({ number, opened: 'label', range, idRange, last: row.line, text: [line.text], detail: [] });
    }
    if (this.#drafts.length === before) this.#goOn(this.#raw(block.first, block.last), block.last);
    else this.#current = undefined;
  }

  #open(
    opened: Draft['opened'],
    { inline, start, end }: TextLine,
    said: {
      readonly number?: string | undefined;
      readonly text: string;
      readonly idLength?: number | undefined;
      readonly item?: ListItem;
      readonly struck?: boolean;
    },
  ): Draft {
    const { number, text, idLength, item, struck } = said;
    const range = inline.rangeOf(start, end);
    const idRange = number === undefined || idLength === undefined ? undefined : inline.rangeOf(start, start + idLength);
    const draft: Draft = {
      number,
      opened,
      range,
      idRange,
      last: range.end.line,

      text: [text],
      detail: [],
      ...(item && { item }),
      ...(struck && { struck }),
    };
    this.#drafts.push(draft);
    this.#current = draft;
    return draft;
  }

  /** A step of the present scenario. */
  #addStep(line: TextLine): void {
    this.#current?.text.push(line.text);
    if (this.#current) this.#current.last = lineNumber(line);
  }

  /** Something else that belongs to the present criterion. */
  #goOn(text: string, last: number): void {
    const current = this.#current;
    if (!current) return;
    current.detail.push(text);
    current.last = last;
  }

  #raw(first: number, last: number): string {
    return this.#lines.slice(first, last + 1).join(' ');
  }

  #rawBelow({ below, last }: ListItem): string {
    return this.#raw(below[0]?.first ?? last, last);
  }
}

function lineNumber({ inline, start, end }: TextLine): number {
  return inline.rangeOf(start, end).start.line;
}
