import type { CriterionFacts } from '../../../model/facts.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { Block, HeadingBlock, ListBlock, ListItem, TableBlock } from '../../carriers/markdown/blocks.ts';
import { criterion } from '../../definition.ts';
import { textLines } from './textLines.ts';
import type { TextLine } from './textLines.ts';
import { CRITERION_LABEL, GIVEN_WORD, MORE_WORD, STEP_WORD, THEN_WORD } from './words.ts';

const LABEL = new RegExp(String.raw`^[([]?${CRITERION_LABEL}\]?(?:\s*\([^()\n]{0,80}\))?\s*[:.)\]–—-]{0,3}\s*`, 'u');
/** `1: It lists`, as the makers' version 4 writes them, and `1. It lists` in a heading. */
const NUMBERED = /^(?<number>\d{1,3})(?::|[.)](?=\s))\s*/u;
const SCENARIO = /^(?:Scenario|Szenario|Sc[ée]nario|Cen[áa]rio|Escenario|Сценарий|场景|シナリオ|시나리오)(?![\p{L}])/iu;
const WORD_END = String.raw`(?![\p{L}\p{N}])`;
const GIVEN = new RegExp(`^${GIVEN_WORD}${WORD_END}`, 'u');
const CONTINUES = new RegExp(`^(?:${MORE_WORD})${WORD_END}`, 'u');
const THEN = new RegExp(String.raw`(?:^|[\s,;*])(?:${THEN_WORD})${WORD_END}`, 'iu');
const STEP = new RegExp(`^(?:${STEP_WORD})${WORD_END}`, 'u');
/** Labels of what is no criterion any more. */
const ASIDE =
  /(?:notes?|details|considerations|context|references?|dependencies|prerequisites|constraints|estimates?|scope|files?|definition of done|verification|evidence|(?:covered|covers|coverage))(?:\s*\([^()]*\))?\W*$/iu;
const STRUCK = /\[(?:deferred|removed|withdrawn)\]/iu;

/** What stands in a region of criteria, and where it was cut off. */
export interface ReadCriteria {
  readonly criteria: readonly CriterionFacts[];
  /** Criteria with a number that another one has. */
  readonly twice: readonly { readonly localId: string; readonly range: Range }[];
}

/** How far a region goes. */
export interface Region {
  readonly blocks: readonly Block[];
  /** The lines of the first block that belong to it, where its label stands in them. */
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
    const label = LABEL.exec(line.text) ?? (line.lead === undefined ? NUMBERED.exec(line.text) : null);
    const words = label ? line.text.slice(label[0].length) : line.text;
    if (label) {
      this.#open('label', line, {
        number: label.groups?.['number'],
        text: words,
        idLength: label[0].trimEnd().replace(/[:.)\]–—-]+$/u, '').length,
      });
    } else if (GIVEN.test(words)) {
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
    const taken = new Set<string>();
    const criteria: CriterionFacts[] = [];
    const twice: { readonly localId: string; readonly range: Range }[] = [];
    let highest = 0;
    for (const draft of this.#drafts) {
      if (collapse(draft.text.join(' ')) === '' && draft.detail.length === 0) continue;
      const written = this.#numberOf(draft);
      const counted = written ?? String(highest + 1);
      const number = draft.opened === 'item' && draft.idRange === undefined && taken.has(counted) ? String(highest + 1) : counted;
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

  #numberOf({ number, item, idRange }: Draft): string | undefined {
    const story = this.#story;
    if (number !== undefined && idRange !== undefined && story !== undefined && number.startsWith(`${story}.`))
      return number.slice(story.length + 1);
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
    const label = LABEL.exec(line.text) ?? NUMBERED.exec(line.text);
    const isOne = label !== null || SCENARIO.test(line.text);
    this.#current = undefined;
    if (isOne)
      this.#open('heading', line, {
        number: label?.groups?.['number'],
        text: line.text.slice(label?.[0].length ?? 0),
        idLength: label?.[0].trimEnd().length,
      });
  }

  #list(block: ListBlock): void {
    const heads = block.items.map((item) => textLines(item.inline)[0]);
    const isLabelled = heads.some((line) => line && LABEL.test(line.text));
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
    const label = LABEL.exec(first.text);
    const struck = item.inline.struck.some(({ start, end }) => start <= first.start && end >= first.end);
    const draft = this.#open('item', first, {
      number: label?.groups?.['number'],
      text: first.text.slice(label?.[0].length ?? 0),
      idLength: label?.[0].trimEnd().replace(/[:.)\]–—-]+$/u, '').length,
      item,
      struck,
    });
    draft.text.push(...others.map(({ text }) => text));
    if (item.below.length > 0) draft.detail.push(this.#rawBelow(item));
    draft.last = item.last;
  }

  /** `| AC1 | It boils | … |`; a table without such a first column says nothing here. */
  #table(block: TableBlock): void {
    for (const row of block.rows) {
      const [id, text] = row.cells;
      const number = id && /^(?:AC[\s#_-]?)?(?<number>\d+(?:\.\d+)*)$/u.exec(id.inline.plain.trim())?.groups?.['number'];
      const [line] = text ? textLines(text.inline) : [];
      if (!id || !line || number === undefined) continue;
      const range = line.inline.rangeOf(line.start, line.end);
      const idRange = id.inline.rangeOf(0, id.inline.plain.length);
      this.#drafts.push({ number, opened: 'label', range, idRange, last: row.line, text: [line.text], detail: [] });
    }
    this.#current = undefined;
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

/** True for a scenario on one line, or the part of one that has a Then: *When it is filled, then it boils*. */
function isWhole(text: string): boolean {
  return (
    text.split(/[\s,;*]+/u).filter((word) => STEP.test(word) && !CONTINUES.test(word)).length > 1 || (GIVEN.test(text) && THEN.test(text))
  );
}

/** True for a list whose items are steps: most of them begin with the word of one, and some as no other list does. */
function isScenario(heads: readonly (TextLine | undefined)[]): boolean {
  const lines = heads.filter((line) => line !== undefined);
  const steps = lines.filter(({ text, inline }) => STEP.test(text) || (GIVEN.test(text) && !isWhole(inline.plain)));
  return (
    steps.length * 2 >= lines.length &&
    steps.some(({ text, lead }) => STEP.test(text) && (lead !== undefined || lines.some((line) => GIVEN.test(line.text))))
  );
}

function lineNumber({ inline, start, end }: TextLine): number {
  return inline.rangeOf(start, end).start.line;
}
