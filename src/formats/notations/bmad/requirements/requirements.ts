import type { RequirementFacts } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import { comparePositions } from '../../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../../text/lines.ts';
import type { Block, ListItem, TableBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { spanOver } from '../../../carriers/markdown/inline.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';
import { nearestSection } from '../../../carriers/markdown/sections.ts';
import { requirement } from '../../../notation/definition.ts';
import { isLater } from '../../../items/words/laterTitles.ts';
import { readCriteria } from '../criteria/criteria.ts';
import { BMAD, idAt } from '../ids.ts';
import type { FoundId } from '../ids.ts';
import { regionOf } from '../stories/stories.ts';
import { textLines } from '../textLines.ts';
import type { TextLine } from '../textLines.ts';

/** Sections that speak of requirements which others define. */
const RESTATING =
  /coverage|cover(?:s|ed)\b|traceab|mapping|\bmaps?\b|matrix|change ?log|history|dependenc|validation|checklist|glossary|\brisks?\b|success metric|success criteria|epic list|\bepics?\b|\bstor(?:y|ies)\b|roadmap|\bphas(?:e|es|ing)\b|mvp scope|in scope|journey|open question|assumption|summary|overview|milestone|release plan/iu;
const MAPPING =
  /\b(?:N?FRs?|requirements?|stor(?:y|ies)|epics?)\b[^\n]{0,20}\b(?:coverage|mapping|map|matrix)\b|coverage (?:map|matrix|table|summary|analysis|check|validation)|traceab|^(?:coverage|mapping)$/iu;
const REQUIREMENTS = /requirement|\bN?FRs?\b|functional|需求|要求|anforderung|requisit|requerimient|exigence|要件|요구|требован/iu;
/** Sections whose items nobody has to build now. */
const LATER = /out[- ]of[- ]scope|non-goals?|\bdeferred\b|post-mvp|\bfuture\b|\bv[2-9]\b|version [2-9]\b|\bwithdrawn\b|\bbacklog\b/iu;
const DEFERRED = /\[(?:deferred|removed|withdrawn|v[2-9])\]/iu;
/** What is between an id and its text. */
const SEPARATOR = /^(?:\s*\([^()\n]{0,80}\))?\s*(?:[:.)]|[–—-](?=\s))\s*/u;
const TESTABLE = /^(?:Consequences|Acceptance|Testable)[^\n]{0,40}:?$/iu;

/** A line that an id leads. */
export interface Lead {
  readonly id: string;
  readonly idRange: Range;
  readonly written: string;
  readonly title: string;
  readonly line: TextLine;
}

/** What is said of the requirements of a document by what leads to them. */
export interface FoundRequirements {
  readonly defined: readonly RequirementFacts[];
  /** Second definitions of an id, whose text is another one. */
  readonly twice: readonly { readonly localId: string; readonly range: Range }[];
}

/** Where ids are numbered and how far from the work they are written. */
export interface RequirementPlace {
  readonly namespace: string;
  readonly distance: number;
  /** True where only sections of requirements define, as in a list of epics that takes them over. */
  readonly strict: boolean;
}

/** Requirements that lead headings, lines, list items and rows of tables: `#### FR-1: Boil`, `- **FR1:** boil`, `FR1: boil`. */
export function readRequirements(sections: readonly Section[], lines: readonly string[], place: RequirementPlace): FoundRequirements {
  const reader = new RequirementReader(lines, place);
  for (const section of sections) reader.section(section);
  return reader.finish();
}

/** True for the title of a section that says which epic or story covers which requirement. */
export function isMapping(title: string): boolean {
  return MAPPING.test(title);
}

/** True where leads of a section define; elsewhere they refer. */
function defines(section: Section, strict: boolean): boolean {
  // The title of the whole document names it, not what is in a section.
  const isWithin = (test: (title: string) => boolean): boolean =>
    nearestSection(section, ({ level, title }) => level > 1 && test(title)) !== undefined;
  if (isWithin(isMapping)) return false;
  const isRequirements = isWithin((title) => REQUIREMENTS.test(title));
  return isRequirements || (!strict && !isWithin((title) => RESTATING.test(title)));
}

class RequirementReader {
  readonly #lines: readonly string[];
  readonly #place: RequirementPlace;
  readonly #found = new Map<string, RequirementFacts>();
  readonly #twice: { readonly localId: string; readonly range: Range }[] = [];
  #exempt = false;
  #listed = false;

  constructor(lines: readonly string[], place: RequirementPlace) {
    this.#lines = lines;
    this.#place = place;
  }

  finish(): FoundRequirements {
    const defined = [...this.#found.values()].sort((a, b) => comparePositions(a.nameRange.start, b.nameRange.start));
    return { defined, twice: this.#twice };
  }

  section(section: Section): void {
    const { heading } = section;
    const [line] = heading ? textLines(heading.inline) : [];
    const lead = line && leadOf(line, true);
    // The heading of a requirement says nothing of what kind its section is.
    const around = lead ? section.parent : section;
    if (around && !defines(around, this.#place.strict)) return;
    this.#exempt = nearestSection(around, ({ title }) => LATER.test(title) || isLater(title)) !== undefined;
    this.#listed = nearestSection(around, ({ title }) => REQUIREMENTS.test(title)) !== undefined;
    if (lead && heading) this.#headed(lead, section);
    this.#blocks(section.blocks, lead !== undefined);
  }

  /** @param within true below the heading of a requirement, whose text they are. */
  #blocks(blocks: readonly Block[], within: boolean): void {
    for (const [at, block] of blocks.entries()) {
      if (block.type === 'paragraph') this.#paragraph(textLines(block.inline), blocks, at);
      else if (block.type === 'list') for (const item of block.items) this.#item(item);
      else if (block.type === 'table' && !within) this.#table(block);
      else if (block.type === 'quote') this.#blocks(block.blocks, within);
    }
  }

  #headed(lead: Lead, { blocks, first, last, level }: Section): void {
    this.#define(lead, { range: rangeOfLines(this.#lines, first, last), text: proseOf(blocks), level, ...this.#criteriaOf(blocks) });
  }

  /** Each line that an id leads, with the lines up to the next one, and with the blocks behind the last one up to the next that an id leads. */
  #paragraph(lines: readonly TextLine[], blocks: readonly Block[], at: number): void {
    const leads = lines.flatMap((line, index) => {
      const lead = leadOf(line, false);
      return lead ? [{ lead, line, index }] : [];
    });
    for (const [nth, { lead, line, index }] of leads.entries()) {
      const next = leads[nth + 1]?.index;
      const own = lines.slice(index + 1, next);
      const end = next === undefined && line.lead ? endOfOwn(blocks, at) : at + 1;
      const below = blocks.slice(at + 1, end);
      const last = Math.max(lastLine(own.at(-1) ?? line), below.at(-1)?.last ?? 0);
      const text = [...own.map((one) => one.text), proseOf(below)].join(' ');
      this.#define(lead, {
        range: rangeOfLines(this.#lines, lead.idRange.start.line, last, lead.idRange.start.character),
        text,
        level: 7,
        ...this.#criteriaOf(below),
      });
    }
  }

  #item(item: ListItem): void {
    const lines = textLines(item.inline);
    const [first, ...others] = lines;
    const lead = first && leadOf(first, this.#listed);
    if (lead) {
      const text = [
        ...others.map((line) => line.text),
        this.#lines.slice(item.below[0]?.first ?? item.last + 1, item.last + 1).join(' '),
      ].join(' ');
      this.#define(lead, {
        range: rangeOfLines(this.#lines, item.first, item.last, item.column),
        text,
        level: 7,
        ...this.#criteriaOf(item.below),
      });
    }
    for (const block of item.below) if (block.type === 'list') for (const inner of block.items) this.#item(inner);
  }

  /** `| FR1 | It boils | High |` */
  #table({ header, rows }: TableBlock): void {
    if (header.cells.some(({ inline }) => /epic|story|stories|status|covered|test|journey/iu.test(inline.plain))) return;
    for (const { line, cells } of rows) {
      const [id, ...others] = cells;
      const [idLine] = id ? textLines(id.inline) : [];
      const found = idLine && leadingId(idLine);
      const text = others.find(({ inline }) => inline.plain.trim() !== '');
      if (!idLine || !found || found.end < idLine.end || !text) continue;
      const lead = { ...leadFacts(idLine, found), title: collapse(text.inline.plain) };
      const rest = others.filter((cell) => cell !== text).map(({ inline }) => inline.plain);
      this.#define(lead, { range: rangeOfLines(this.#lines, line, line), text: rest.join(' '), level: 7 });
    }
  }

  /** `**Consequences (testable):**` and `**Acceptance Criteria:**` below a requirement. */
  #criteriaOf(blocks: readonly Block[]): Pick<RequirementFacts, 'criteria'> {
    const label = blocks.findIndex((block) => block.type === 'paragraph' && TESTABLE.test(block.inline.plain.trim()));
    const list = blocks[label + 1];
    if (label >= 0 && list?.type === 'list') return readCriteria({ by: 'line', blocks: [list] }, this.#lines, undefined);
    const region = regionOf(blocks);
    return region ? { criteria: readCriteria(region.region, this.#lines, undefined).criteria } : { criteria: [] };
  }

  #define(lead: Lead, more: Pick<RequirementFacts, 'range' | 'text' | 'level'> & Partial<Pick<RequirementFacts, 'criteria'>>): void {
    const { id, idRange, line, written } = lead;
    const title = collapse(lead.title);
    const text = collapse(more.text);
    const before = this.#found.get(id);
    if (before) {
      if (!isAlike(before.title, title === '' ? text : title)) this.#twice.push({ localId: id, range: idRange });
      return;
    }
    const struck = spanOver(line.inline.struck, line.start + (line.text.length > 1 ? 1 : 0)) !== undefined;
    const { namespace, distance } = this.#place;
    this.#found.set(
      id,
      requirement({
        localId: id,
        notation: BMAD,
        namespace,
        place: { distance, ...(written !== id && { written }) },
        idRange,
        title: title === '' ? text : title,
        text: title === '' ? '' : text,
        range: more.range,
        nameRange: line.inline.rangeOf(line.start, line.end),
        level: more.level,
        criteria: more.criteria ?? [],
        exempt: this.#exempt || struck || DEFERRED.test(line.text),
      }),
    );
  }
}

/** True for a text that says again what another one says, in fewer or more words. */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 24),
  );
  return one === undefined || other === undefined || one.startsWith(other) || other.startsWith(one);
}

/**
 * The id that leads a line, with what follows it as its title.
 *
 * @param loose true where a plain id needs no colon behind it, as in a list of requirements.
 */
function leadOf(line: TextLine, loose: boolean): Lead | undefined {
  const found = leadingId(line);
  if (!found) return undefined;
  const behind = line.inline.plain.slice(found.end, line.end);
  const bracket = found.start > line.start && /^[\])]/u.test(behind) ? 1 : 0;
  const rest = behind.slice(bracket);
  const marked = bracket > 0 || line.lead !== undefined || line.inline.code.some(({ start }) => start === found.start);
  const separator = SEPARATOR.exec(rest)?.[0];
  if (separator === undefined && !(loose || marked)) return undefined;
  // `FR1, FR2: …` and `FR1-FR5: …` speak of several.
  if (/^\s*(?:[,&/;+]|and\b|to\b|[–—-]\s*\S)/u.test(rest) && separator === undefined) return undefined;
  if (separator === undefined && rest !== '' && !/^\s/u.test(rest)) return undefined;
  return { ...leadFacts(line, found), title: rest.slice(separator?.length ?? 0).trim() };
}

/** The id that a line begins with, maybe behind a bracket. */
export function leadingId({ inline, start, end }: TextLine): FoundId | undefined {
  const found =
    idAt(inline.plain, start) ?? (/^[[(]/u.test(inline.plain.slice(start, start + 1)) ? idAt(inline.plain, start + 1) : undefined);
  return found && found.end <= end ? found : undefined;
}

function leadFacts(line: TextLine, { id, start, end }: FoundId): Omit<Lead, 'title'> {
  return { id, line, idRange: line.inline.rangeOf(start, end), written: line.inline.plain.slice(start, end) };
}

function endOfOwn(blocks: readonly Block[], at: number): number {
  let end = at + 1;
  for (let block = blocks[end]; block && isText(block); block = blocks[end]) end += 1;
  return end;
}

/** True for a block that goes on with the requirement before it: not for one that an id leads, nor for a line in bold. */
function isText(block: Block): boolean {
  if (block.type === 'rule' || block.type === 'heading' || block.type === 'table') return false;
  if (block.type === 'paragraph') {
    const [line] = textLines(block.inline);
    return line !== undefined && leadOf(line, false) === undefined && (line.lead === undefined || TESTABLE.test(line.lead.text));
  }
  if (block.type !== 'list') return true;
  return !block.items.some(({ inline }: { readonly inline: InlineText }) =>
    textLines(inline).some((line) => leadOf(line, true) !== undefined),
  );
}

function proseOf(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.inline.plain] : [])).join(' ');
}

function lastLine({ inline, start, end }: TextLine): number {
  return inline.rangeOf(start, end).end.line;
}
