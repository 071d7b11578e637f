import type { Attribute, ItemPlace, Reference, RequirementFacts } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../../text/lines.ts';
import type { Block, ListItem } from '../../../carriers/markdown/blocks.ts';
import { requirement } from '../../../notation/definition.ts';
import { coverageOf } from '../requirements/coverage.ts';
import { readCriteria } from '../criteria/criteria.ts';
import type { ReadCriteria, Region } from '../criteria/criteria.ts';
import { BMAD } from '../ids.ts';
import type { Around } from '../ids.ts';
import { textLines } from '../textLines.ts';
import type { TextLine } from '../textLines.ts';
import { CRITERIA_LABEL, STORY_NUMBER } from '../words.ts';

const STORY = new RegExp(String.raw`^(?:[\d.]+\s+)?\[?(?<written>${STORY_NUMBER})\]?\s*[:.)–—-]{0,2}\s*`, 'iu');
const EPIC = /^(?:[\d.]+\s+)?(?:Epic|Épico?|Epica|Epos|史诗|エピック|에픽|Эпик)\s*#?(?<number>\d+)(?!\d)/iu;
const LABEL_ALONE = new RegExp(String.raw`^(?:[\d.]+\s+)?${CRITERIA_LABEL}(?:\s*\([^()\n]{0,80}\))?\s*:?\s*(?:\([^()\n]{0,80}\))?$`, 'iu');
const LABEL_FIRST = new RegExp(String.raw`^${CRITERIA_LABEL}(?:\s*\([^()\n]{0,80}\))?\s*:\s*`, 'iu');
/** Sections of a story's file in which somebody looks at the criteria again. */
const LATER =
  /^(?:tasks?\b|dev(?:eloper)?\b|qa\b|testing|change ?log|senior|code review|review|file list|references|project structure|completion)/iu;

/** Sections of which a file has at least one that a story is worked from. */
const WORKING =
  /^(?:[\d.]+\s+)?(?:\p{Extended_Pictographic}\s*)?(?:(?:user )?story|tasks?\b.{0,40}|dev notes|dev agent record|intent|code map)$/iu;

const STORY_HEADING = /^(?:[\d.]+\s+)?(?:user )?story$/iu;

/** A story as it is written at one place. */
export interface FoundStory {
  readonly facts: RequirementFacts;
  readonly twice: ReadCriteria['twice'];
}

/** A line that names a story and may begin it. */
interface Start {
  readonly number: string;
  readonly line: TextLine;
  /** Within its line, to the end of its number. */
  readonly numberEnd: number;
  readonly titleStart: number;
  /** Level of its heading; 7 for a bold line, which ends at any heading. */
  readonly level: number;
  /** Its block and the end of those that are its own. */
  readonly from: number;
  to: number;
}

/** What is known of the document in which stories are looked for. */
export interface StoryDocument extends Around {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  readonly namespace: string;
  readonly distance: number;
}

/** The number that a line gives a story: `1.2` for `Story 1.2: Boil`, and for `Story 2` below the heading of epic 1. */
function storyAt(
  text: string,
  epic?: string,
): { readonly number: string; readonly numberEnd: number; readonly titleStart: number } | undefined {
  const match = STORY.exec(text);
  const number = match?.groups?.['number']?.replace('-', '.');
  if (!match || number === undefined) return undefined;
  const numberEnd = match[0].indexOf(match.groups?.['written'] ?? '') + (match.groups?.['written'] ?? '').length;
  return { number: epic !== undefined && !number.includes('.') ? `${epic}.${number}` : number, numberEnd, titleStart: match[0].length };
}

/** Stories that have a heading or a bold line of their own, in the list of all epics or in a shard of it. */
export function readStories(document: StoryDocument): readonly FoundStory[] {
  return startsIn(document.blocks).map((start) => storyOf(start, document));
}

function startsIn(blocks: readonly Block[]): readonly Start[] {
  const starts: Start[] = [];
  let open: Start | undefined;
  let epic: string | undefined;
  const close = (at: number): void => {
    if (open) open.to = at;
    open = undefined;
  };
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const [line] = textLines(block.inline);
    if (!line) continue;
    if (block.type === 'heading') {
      const epicNumber = EPIC.exec(line.text)?.groups?.['number'];
      if (epicNumber !== undefined) epic = epicNumber;
      if (open && block.level <= open.level) close(at);
    } else if (line.lead === undefined || line.lead.text.length < 7) continue;
    const story = storyAt(line.text, epic);
    // Within a story that has a heading, a bold line speaks of another one, and a heading with its number of a part of it.
    if (!story || (open && open.level < 7 && (block.type === 'paragraph' || story.number === open.number))) continue;
    close(at);
    open = { ...story, line, level: block.type === 'heading' ? block.level : 7, from: at, to: blocks.length };
    starts.push(open);
  }
  return starts;
}

function storyOf(start: Start, document: StoryDocument): FoundStory {
  const { lines, blocks, namespace, distance } = document;
  const { line, number } = start;
  const own = blocks.slice(start.from + 1, start.to);
  const rest = textLines(line.inline).slice(1);
  const region = regionOf(own);
  const read = region ? readCriteria(region.region, lines, number) : { criteria: [], twice: [] };
  const last = own.at(-1)?.last ?? line.inline.rangeOf(line.start, line.end).end.line;
  const title = line.text.slice(start.titleStart).trim();
  const facts = storyFacts({
    number,
    title: title === '' ? start.line.text.slice(0, start.numberEnd) : title,
    idRange: line.inline.rangeOf(line.start, line.start + start.numberEnd),
    nameRange: line.inline.rangeOf(line.start, line.end),
    range: rangeOfLines(lines, line.inline.rangeOf(line.start, line.end).start.line, last),
    level: start.level,
    text: collapse([...rest.map(({ text }) => text), ...proseOf(own.slice(0, region?.at ?? own.length))].join(' ')),
    written: line.text.slice(0, start.numberEnd),
    place: { distance, byTitle: true },
    namespace,
    read,
    covers: coverageOf(own, document),
    attributes: attributesOf(own),
  });
  return { facts, twice: read.twice };
}

interface StoryParts {
  readonly number: string;
  readonly title: string;
  readonly written?: string;
  readonly idRange?: Range | undefined;
  readonly nameRange: Range;
  readonly range: Range;
  readonly level: number;
  readonly text: string;
  readonly place: ItemPlace;
  readonly namespace: string;
  readonly read: ReadCriteria;
  readonly covers: readonly Reference[];
  readonly attributes: readonly Attribute[];
}

function storyFacts({ number, written, idRange, place, read, ...facts }: StoryParts): RequirementFacts {
  return requirement({
    ...facts,
    localId: `STORY-${number}`,
    notation: BMAD,
    criteria: read.criteria,
    place: { ...place, ...(written !== undefined && { written }) },
    ...(idRange && { idRange }),
  });
}

/** The file of one story: all of it is the story, whose number the first heading says, else the name of the file. Undefined if it has no criteria and no such heading. */
export function readStoryFile(document: StoryDocument, byName: string | undefined, title: string): FoundStory | undefined {
  const { lines, blocks, namespace, distance } = document;
  const heading = blocks.find((block) => block.type === 'heading');
  const line = heading && textLines(heading.inline)[0];
  const said = line && storyAt(line.text);
  const region = regionOf(blocks);
  const number = said?.number.includes('.') ? said.number : byName;
  const hasHeading = (words: RegExp): boolean => blocks.some((block) => block.type === 'heading' && words.test(block.inline.plain.trim()));
  // What is named after a story may be notes about it.
  if (number === undefined || !hasHeading(region ? WORKING : STORY_HEADING)) return undefined;
  const read = region ? readCriteria(region.region, lines, number) : { criteria: [], twice: [] };
  const headingTitle = line && said ? line.text.slice(said.titleStart).trim() : line?.text;
  const place = line ? line.inline.rangeOf(line.start, line.end) : rangeOfLines(lines, blocks[0]?.first ?? 0, blocks[0]?.first ?? 0);
  const facts = storyFacts({
    number,
    title: headingTitle ?? title,
    ...(line &&
      said?.number.includes('.') && {
        idRange: line.inline.rangeOf(line.start, line.start + said.numberEnd),
        written: line.text.slice(0, said.numberEnd),
      }),
    nameRange: place,
    range: rangeOfLines(lines, place.start.line, blocks.at(-1)?.last ?? place.end.line),
    level: heading?.level ?? 1,
    text: collapse(proseOf(beforeSections(blocks, region?.at)).join(' ')),
    place: { distance, byTitle: true },
    namespace,
    read,
    covers: coverageOf(blocks, document),
    attributes: attributesOf(blocks),
  });
  return { facts, twice: read.twice };
}

/** The criteria of a piece of work that belongs to no story: undefined where it has none. */
export function readWork(document: StoryDocument, slug: string, title: string): FoundStory | undefined {
  const { lines, blocks, namespace } = document;
  const region = regionOf(blocks);
  const read = region && readCriteria(region.region, lines, undefined);
  if (!read || read.criteria.length === 0) return undefined;
  const heading = blocks.find((block) => block.type === 'heading' && block.level === 1);
  const at = heading?.first ?? blocks[0]?.first ?? 0;
  const facts = requirement({
    localId: slug,
    notation: BMAD,
    namespace,
    implicit: true,
    title,
    text: collapse(proseOf(beforeSections(blocks, region.at)).join(' ')),
    nameRange: rangeOfLines(lines, at, at),
    range: rangeOfLines(lines, at, blocks.at(-1)?.last ?? at),
    level: 1,
    criteria: read.criteria,
    covers: coverageOf(blocks, document),
    attributes: attributesOf(blocks),
  });
  return { facts, twice: read.twice };
}

/** The first region of criteria among blocks, and the block at which it begins. */
export function regionOf(blocks: readonly Block[]): { readonly at: number; readonly region: Region } | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const text = textLines(block.inline)[0]?.text ?? '';
      if (LABEL_ALONE.test(text)) return { at, region: { by: 'heading', blocks: blocks.slice(at + 1, endOf(blocks, at, block.level)) } };
      if (block.level <= 2 && LATER.test(text)) continue;
    }
    const found = regionInLines(block);
    if (found)
      return { at, region: { ...found, blocks: [...found.blocks, ...(block.type === 'paragraph' ? untilHeading(blocks, at + 1) : [])] } };
  }
  return undefined;
}

/** A label in a paragraph or above a nested list. */
function regionInLines(block: Block): Region | undefined {
  if (block.type === 'paragraph') {
    const rest = behindLabel(textLines(block.inline));
    return rest && { by: 'line', rest, blocks: [] };
  }
  if (block.type !== 'list') return undefined;
  const item = block.items.find((one: ListItem) => behindLabel(textLines(one.inline)) !== undefined);
  const rest = item && behindLabel(textLines(item.inline));
  return rest && { by: 'line', rest, blocks: item.below };
}

/** The lines behind a label, the rest of its own line among them. */
function behindLabel(lines: readonly TextLine[]): readonly TextLine[] | undefined {
  const at = lines.findIndex(
    ({ text, lead }) => LABEL_FIRST.test(text) || (lead !== undefined && LABEL_ALONE.test(lead.text) && LABEL_ALONE.test(text)),
  );
  const label = lines[at];
  if (!label) return undefined;
  const length = LABEL_FIRST.exec(label.text)?.[0].length ?? label.text.length;
  const rest = label.text.slice(length);
  const own = rest === '' ? [] : [{ inline: label.inline, start: label.start + length, end: label.end, text: rest }];
  return [...own, ...lines.slice(at + 1)];
}

/** Up to the next heading that is none of a criterion. */
function untilHeading(blocks: readonly Block[], from: number): readonly Block[] {
  const end = blocks.findIndex((block, at) => at >= from && block.type === 'heading' && !/^AC\W?\d/u.test(block.inline.plain.trim()));
  return blocks.slice(from, end < 0 ? blocks.length : end);
}

function endOf(blocks: readonly Block[], at: number, level: number): number {
  const end = blocks.findIndex((block, index) => index > at && block.type === 'heading' && block.level <= level);
  return end < 0 ? blocks.length : end;
}

/** What comes before the criteria, without the working sections that may. */
function beforeSections(blocks: readonly Block[], at = blocks.length): readonly Block[] {
  const end = blocks.findIndex((block) => block.type === 'heading' && LATER.test(block.inline.plain));
  return blocks.slice(0, Math.min(at, end < 0 ? at : end));
}

function proseOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' && !STATUS.test(block.inline.plain) ? [block.inline.plain] : []));
}

const STATUS = /^(?<name>Status|Priority)\s*:\s*(?<value>\S.{0,59})$/imu;

/** `Status: done` and `Priority: P1`, as a line or, in version 4, below a heading. */
function attributesOf(blocks: readonly Block[]): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading' && /^status$/iu.test(block.inline.plain.trim())) {
      const below = blocks[at + 1];
      const line = below?.type === 'paragraph' ? textLines(below.inline)[0] : undefined;
      if (line && !found.has('Status')) found.set('Status', attribute('Status', line.text, line.inline.rangeOf(line.start, line.end)));
    }
    if (block.type !== 'paragraph') continue;
    for (const line of textLines(block.inline)) {
      const { name, value } = STATUS.exec(line.text)?.groups ?? {};
      if (name === undefined || value === undefined || found.has(name)) continue;
      found.set(name, attribute(name, value, line.inline.rangeOf(line.start, line.end)));
    }
  }
  return [...found.values()];
}

function attribute(name: string, value: string, range: Range): Attribute {
  return { name, value: collapse(value), range };
}
