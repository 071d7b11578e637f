import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath } from '../../../../model/position.ts';
import type { ListItem, TableRow } from '../../../carriers/markdown/blocks.ts';
import type { Span } from '../../../carriers/markdown/inline.ts';
import { lastWhere } from '../../../../text/search.ts';
import type { FoundRequirement } from '../document/found.ts';
import { type Section } from '../document/outline.ts';
import type { Owners } from '../document/owners.ts';
import { nearestSection } from '../../../carriers/markdown/sections.ts';

/** What makes a requirement: a section, a list item, a line of a paragraph, or the row of a table. */
export type RequirementPlace = Section | ListItem | Span | TableRow;

/** The requirements of one document as they are found; the first of two equal ids wins. */
export class Requirements implements Owners {
  readonly #path: FilePath;
  readonly #isDiscussed: (line: number) => boolean;
  readonly #byId = new Map<string, FoundRequirement>();
  readonly #byPlace = new Map<RequirementPlace, FoundRequirement>();
  readonly #lines: FoundRequirement[] = [];
  readonly #discussions = new Map<FoundRequirement, readonly FoundRequirement[]>();

  /** @param isDiscussed true for a line in a section that speaks of requirements rather than defining them. */
  constructor(path: FilePath, isDiscussed: (line: number) => boolean = () => false) {
    this.#path = path;
    this.#isDiscussed = isDiscussed;
  }

  get byId(): ReadonlyMap<string, FoundRequirement> {
    return this.#byId;
  }

  /** All of them in order of their place. */
  inOrder(): readonly FoundRequirement[] {
    return [...this.#byId.values()].sort((a, b) => a.first - b.first);
  }

  /** Takes a requirement in. A second one of the same id has its place anyway, but is none of the document's: the problem says so. */
  add(found: FoundRequirement, place: RequirementPlace): Problem | undefined {
    this.#byPlace.set(place, found);
    if ('start' in place) this.#lines.push(found);
    const first = this.#byId.get(found.localId);
    if (!first) {
      this.#byId.set(found.localId, found);
      return undefined;
    }
    const [isFirstDiscussed, isDiscussed] = [this.#isDiscussed(first.first), this.#isDiscussed(found.first)];
    if (isFirstDiscussed && !isDiscussed && !first.implicit) {
      // A board that lists the stories goes before the epics that tell them.
      this.#byId.set(found.localId, found);
      this.#discussions.set(found, [first, ...this.discussionsOf(first)]);
      this.#discussions.delete(first);
      return undefined;
    }
    if (isAlike(first, found) || (isDiscussed && !isFirstDiscussed)) {
      this.#discussions.set(first, [...this.discussionsOf(first), found]);
      return undefined;
    }
    const related = [
      { path: this.#path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', found.localId) },
    ];
    const message = say('{0} is defined twice in this document. Renumber the second definition', found.localId);
    return { code: 'duplicate-id', range: found.idRange ?? found.nameRange, message, related };
  }

  /** Sections and list items that take up a requirement again, by its id and the beginning of its title. */
  discussionsOf(found: FoundRequirement): readonly FoundRequirement[] {
    return this.#discussions.get(found) ?? [];
  }

  /** True for a requirement of the document, false for what only has its place: a second one of an id. */
  has(found: FoundRequirement): boolean {
    return this.#byId.get(found.localId) === found;
  }

  /** The requirement that a section is by itself. */
  ofSection(section: Section): FoundRequirement | undefined {
    return this.#byPlace.get(section);
  }

  ofItem(item: ListItem): FoundRequirement | undefined {
    return this.#byPlace.get(item);
  }

  ofLine(line: number): FoundRequirement | undefined {
    const found = this.#lines[lastWhere(this.#lines.length, (at) => (this.#lines[at]?.first ?? 0) <= line)];
    return found && line <= found.last ? found : undefined;
  }

  around(section: Section): FoundRequirement | undefined {
    const home = nearestSection(section, (at) => this.#byPlace.has(at));
    return home && this.#byPlace.get(home);
  }

  /** True where the document itself says that a section is a requirement. */
  isDeclared(section: Section): boolean {
    return this.#byPlace.get(section)?.declared === true;
  }

  /** The requirement that the document declares around a section. */
  declaredAround(section: Section): FoundRequirement | undefined {
    const home = nearestSection(section, (at) => this.isDeclared(at));
    return home && this.#byPlace.get(home);
  }
}

/** True for two titles of which one begins like the other: `T` and `T -- FTTI = 50 ms`. What has no title but its id says nothing else. */
function isAlike(first: FoundRequirement, second: FoundRequirement): boolean {
  const [a, b] = [words(first), words(second)];
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return b.length === 0 || (shorter.length > 0 && shorter.every((word, at) => word === longer[at]));
}

function words({ title, localId }: FoundRequirement): readonly string[] {
  return title === localId ? [] : (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The last line of each requirement: a section ends where the next requirement begins. */
export function lastLines(inOrder: readonly FoundRequirement[], lines: readonly string[]): ReadonlyMap<FoundRequirement, number> {
  const ends = new Map<FoundRequirement, number>();
  let next: number | undefined;
  for (const found of inOrder.toReversed()) {
    const isItem = found.level > 6;
    const { first, last } = found;
    ends.set(found, !isItem && next !== undefined && next <= last ? lastNonBlank(lines, first, next - 1) : last);
    if (!isItem) next = first;
  }
  return ends;
}

function lastNonBlank(lines: readonly string[], first: number, line: number): number {
  let last = line;
  while (last > first && (lines[last] ?? '').trim() === '') last--;
  return last;
}
