import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath } from '../../../../model/position.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import type { FoundRequirement } from './found.ts';
import { nearest, type Section } from '../document/outline.ts';

/** Which requirement a place of the document belongs to. */
export interface Owners {
  /** The requirement that a section, or the nearest above it, is. */
  around(section: Section): FoundRequirement | undefined;
  /** The requirement that a list item is by itself. */
  ofItem(item: ListItem): FoundRequirement | undefined;
}

/** The requirements of one document as they are found; the first of two equal ids wins. */
export class Requirements implements Owners {
  readonly #path: FilePath;
  readonly #byId = new Map<string, FoundRequirement>();
  readonly #byPlace = new Map<Section | ListItem, FoundRequirement>();

  constructor(path: FilePath) {
    this.#path = path;
  }

  get byId(): ReadonlyMap<string, FoundRequirement> {
    return this.#byId;
  }

  /** All of them in order of their place. */
  inOrder(): readonly FoundRequirement[] {
    return [...this.#byId.values()].sort((a, b) => a.first - b.first);
  }

  /** Takes a requirement in. A second one of the same id has its place all the same, but is none of the document's: the problem says so. */
  add(found: FoundRequirement, place: Section | ListItem): Problem | undefined {
    this.#byPlace.set(place, found);
    const first = this.#byId.get(found.localId);
    if (!first) {
      this.#byId.set(found.localId, found);
      return undefined;
    }
    const related = [
      { path: this.#path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', found.localId) },
    ];
    const message = say('{0} is defined twice in this document: give the second another number', found.localId);
    return { code: 'duplicate-id', range: found.idRange ?? found.nameRange, message, related };
  }

  /** The requirement that a section is by itself. */
  ofSection(section: Section): FoundRequirement | undefined {
    return this.#byPlace.get(section);
  }

  ofItem(item: ListItem): FoundRequirement | undefined {
    return this.#byPlace.get(item);
  }

  around(section: Section): FoundRequirement | undefined {
    const home = nearest(section, (at) => this.#byPlace.has(at));
    return home && this.#byPlace.get(home);
  }

  /** True where the document itself says that a section is a requirement. */
  isDeclared(section: Section): boolean {
    return this.#byPlace.get(section)?.declared === true;
  }

  /** The requirement that the document declares around a section. */
  declaredAround(section: Section): FoundRequirement | undefined {
    const home = nearest(section, (at) => this.isDeclared(at));
    return home && this.#byPlace.get(home);
  }
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
