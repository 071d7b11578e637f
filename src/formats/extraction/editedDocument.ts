import type { FileFacts, RequirementFacts } from '../../model/facts.ts';
import type { Range } from '../../model/position.ts';
import { sameValue } from '../../model/sameValue.ts';
import { splitLines } from '../../text/lines.ts';
import { lastWhere } from '../../text/search.ts';
import { UNDERLINE, headingsOf, linesAbove } from '../carriers/markdown/documentPart.ts';
import type { HeadingLine } from '../carriers/markdown/documentPart.ts';
import { readFrontMatter } from '../carriers/markdown/frontMatter.ts';

/** What a document says, and whether all of it was read for that. */
export interface EditedFacts {
  readonly facts: FileFacts;
  /** False where only the section that changed was read: to be asked for `whole` once there is time. */
  readonly whole: boolean;
}

/** A text with its facts and what a glance at its lines tells. */
interface Reading {
  /** Lines of its front matter. */
  readonly front: number;
  readonly lines: readonly string[];
  /** Undefined where a glance does not tell. */
  readonly headings: readonly HeadingLine[] | undefined;
  /** True if a line may mean something for another one far away. */
  readonly far: boolean;
  readonly facts: FileFacts;
}

/** A requirement with everything under its heading, from its first line to the one before `end`. */
interface Section {
  readonly first: number;
  readonly end: number;
}

/** A section that was read alone. */
interface PartReading {
  readonly section: Section;
  readonly text: string;
  readonly facts: FileFacts;
}

/** Lists of what stands somewhere. */
const PLACED = ['requirements', 'mentions', 'links', 'problems'] as const;

/**
 * A document that is being typed in. A key changes one section, so only that is read again, with the headings above it, and put in place of what it said
 * before: as long as the headings are the same, it said the same alone as among the others before the key, and ids and problems are those of before.
 *
 * @example
 * const document = new EditedDocument((text) => extractor.extract('docs/a.md', text));
 * document.read(text).whole; // true
 * document.read(text.replace('ten days', 'two days')).whole; // false
 */
export class EditedDocument {
  readonly #extract: (text: string) => FileFacts;
  #last: Reading | undefined;
  #part: PartReading | undefined;

  /** @param extract reads a whole text; equal texts have equal facts. */
  constructor(extract: (text: string) => FileFacts) {
    this.#extract = extract;
  }

  /** What the text says now, as quickly as it can be told. */
  read(text: string): EditedFacts {
    const quick = this.#last && this.#bySection(text, this.#last);
    if (!quick) return { facts: this.whole(text), whole: true };
    this.#last = quick;
    return { facts: quick.facts, whole: false };
  }

  /** What all of the text says. */
  whole(text: string): FileFacts {
    const facts = this.#extract(text);
    const lines = splitLines(text);
    const front = readFrontMatter(lines).lines;
    this.#last = { front, lines, headings: headingsOf(lines, front), far: FAR.test(text), facts };
    return facts;
  }

  #bySection(text: string, last: Reading): Reading | undefined {
    const lines = splitLines(text);
    const changed = changedLines(last.lines, lines);
    if (!changed || !last.headings || last.far || FAR.test(linesAround(lines, changed).join('\n'))) return undefined;
    const front = readFrontMatter(lines).lines;
    if (changed.first < front || last.front !== front) return undefined;
    const headings = headingsOf(lines, front);
    if (!headings || !sameValue(headings, last.headings)) return undefined;
    const section = sectionAround(changed, last.facts.requirements, headings);
    if (!section || headings.some(({ line }) => changed.first <= line && line <= changed.last)) return undefined;
    if (mayBeUnderlined(lines, changed) || mayBeUnderlined(last.lines, changed)) return undefined;
    const before = this.#before(section, headings, front, last);
    if (!before.facts.anchors || !isSame(before.facts, last.facts, section)) return undefined;
    const part = partOf(lines, section, headings, front);
    const now = this.#extract(part);
    if (!isLike(before.facts, now, section)) return undefined;
    this.#part = { section, text: part, facts: now };
    const facts = joined(last.facts, now, section);
    return facts && { front, lines, headings, far: false, facts };
  }

  /** What the section said alone before. */
  #before(section: Section, headings: readonly HeadingLine[], front: number, { lines }: Reading): PartReading {
    const text = partOf(lines, section, headings, front);
    if (this.#part?.text === text && sameValue(this.#part.section, section)) return this.#part;
    return { section, text, facts: this.#extract(text) };
  }
}

/** The lines that are others now, first to last; undefined where there are more or fewer, or none is another. */
function changedLines(before: readonly string[], now: readonly string[]): { readonly first: number; readonly last: number } | undefined {
  if (before.length !== now.length) return undefined;
  let first = 0;
  while (first < now.length && before[first] === now[first]) first++;
  if (first === now.length) return undefined;
  let last = now.length - 1;
  while (before[last] === now[last]) last--;
  return { first, last };
}

/** The innermost requirement with a heading that holds these lines. */
function sectionAround(
  { first, last }: { readonly first: number; readonly last: number },
  requirements: readonly RequirementFacts[],
  headings: readonly HeadingLine[],
): Section | undefined {
  const starts = new Set(requirements.map(({ range }) => range.start.line));
  for (let at = lastWhere(headings.length, (index) => (headings[index]?.line ?? 0) < first); at >= 0; at--) {
    const heading = headings[at];
    if (!heading || !starts.has(heading.line)) continue;
    const end = headings.find(({ line, level }) => line > heading.line && level <= heading.level)?.line ?? Number.MAX_SAFE_INTEGER;
    if (last < end) return { first: heading.line, end };
  }
  return undefined;
}

/** What a line of a section may mean for another one: the target of links, the anchor of the next heading, and marks that switch reading off. */
const FAR = /^[\s>*+\d.)-]*\[[^\]]*\]:|^\(\S+\)=|reqtrace-ignore/mu;

/** The changed lines with those up to the next empty ones, which no target of a link goes beyond. */
function linesAround(lines: readonly string[], { first, last }: { readonly first: number; readonly last: number }): readonly string[] {
  const isText = (at: number): boolean => (lines[at] ?? '').trim() !== '';
  let from = first;
  while (isText(from - 1)) from--;
  let to = last;
  while (isText(to + 1)) to++;
  return lines.slice(from, to + 1);
}

/** True where a line may make a heading of the one above it. */
function mayBeUnderlined(lines: readonly string[], { first, last }: { readonly first: number; readonly last: number }): boolean {
  return lines.slice(first, last + 2).some((line) => UNDERLINE.test(line));
}

/**
 * The section with the headings that it is under, the first heading and the front matter, each at its line. The heading behind it is there as well:
 * code or HTML in the section that is not closed takes it in, and its anchor is missing then.
 */
function partOf(lines: readonly string[], { first, end }: Section, headings: readonly HeadingLine[], front: number): string {
  const at = lastWhere(headings.length, (index) => (headings[index]?.line ?? 0) <= first);
  const above = [...new Set([headings[0]?.line ?? first, ...linesAbove(headings, at)])].filter((line) => front <= line && line < first);
  let part = lines.slice(0, front).join('\n');
  let next = front;
  for (const line of above.sort((a, b) => a - b)) {
    part += `${lineEnds(line - next + (next > 0 ? 1 : 0))}${lines[line] ?? ''}`;
    next = line + 1;
  }
  return `${part}${lineEnds(first - next + (next > 0 ? 1 : 0))}${lines.slice(first, Math.min(end + 1, lines.length)).join('\n')}`;
}

function lineEnds(count: number): string {
  return '\n'.repeat(count);
}

function isWithin({ start }: Range, { first, end }: Section): boolean {
  return first <= start.line && start.line < end;
}

/** True if a section said the same alone as among the others. */
function isSame(alone: FileFacts, among: FileFacts, section: Section): boolean {
  return PLACED.every((list) =>
    sameValue(
      alone[list].filter(({ range }) => isWithin(range, section)),
      among[list].filter(({ range }) => isWithin(range, section)),
    ),
  );
}

/** True if nothing changed in a section that could mean anything for another one. */
function isLike(before: FileFacts, now: FileFacts, section: Section): boolean {
  return sameValue(outline(before, section), outline(now, section));
}

/** What a part says outside of its section, and of this the ids and the kinds of problems. */
function outline(facts: FileFacts, section: Section): unknown {
  const inside = <T extends { readonly range: Range }>(list: readonly T[]): T[] => list.filter(({ range }) => isWithin(range, section));
  const outside = PLACED.map((list) => facts[list].filter(({ range }) => !isWithin(range, section)));
  const { requirements: _requirements, mentions: _mentions, links: _links, problems: _problems, ...rest } = facts;
  const ids = inside(facts.requirements).map(({ localId, namespace, criteria }) => [
    localId,
    namespace,
    criteria.map((one) => one.localId),
  ]);
  return [rest, outside, ids, inside(facts.problems).map(({ code }) => code)];
}

/** The facts of a document of which one section says something else now; undefined where it does not tell in which order. */
function joined(facts: FileFacts, part: FileFacts, section: Section): FileFacts | undefined {
  const requirements = spliced(facts.requirements, part.requirements, section);
  const mentions = spliced(facts.mentions, part.mentions, section);
  const links = spliced(facts.links, part.links, section);
  const problems = spliced(facts.problems, part.problems, section);
  return requirements && mentions && links && problems && { ...facts, requirements, mentions, links, problems };
}

/** A list of what stands somewhere, with what a section says now in place of what it said. */
function spliced<T extends { readonly range: Range }>(
  before: readonly T[],
  part: readonly T[],
  section: Section,
): readonly T[] | undefined {
  const now = part.filter(({ range }) => isWithin(range, section));
  const old = before.filter(({ range }) => isWithin(range, section));
  if (old.length === now.length) {
    let at = 0;
    return now.length === 0 ? before : before.map((one) => (isWithin(one.range, section) ? (now[at++] ?? one) : one));
  }
  const from = old[0] ? before.indexOf(old[0]) : before.findIndex(({ range }) => range.start.line >= section.end);
  const list = from < 0 ? [...before, ...now] : [...before.slice(0, from), ...now, ...before.slice(from + old.length)];
  return list.every((one, at) => at === 0 || (list[at - 1]?.range.start.line ?? 0) <= one.range.start.line) ? list : undefined;
}
