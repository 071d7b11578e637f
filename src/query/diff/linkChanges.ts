import type { IndexView } from '../../index/view.ts';
import type { Item, Link } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import type { Bodies } from './bodies.ts';
import type { Comparison } from './comparison.ts';
import type { Correspondence } from './correspondence.ts';
import type { LinkChange } from './difference.ts';
import { Pairing } from './pairing.ts';
import { allUnits } from './units.ts';

/** Follows the links of items from one side to the other. */
export class LinkChanges {
  readonly #comparison: Comparison;
  readonly #same: Correspondence;
  readonly #bodies: Bodies;
  readonly #renamed: ReadonlyMap<FilePath, FilePath>;
  /** By annotation as it was: the item that it named. */
  readonly #named: ReadonlyMap<string, Item>;

  constructor(comparison: Comparison, same: Correspondence, bodies: Bodies, renamed: ReadonlyMap<FilePath, FilePath>) {
    this.#comparison = comparison;
    this.#same = same;
    this.#bodies = bodies;
    this.#renamed = renamed;
    this.#named = namedItems(comparison.base, (link) => `${this.#placeBefore(link)}\0${written(link)}`);
  }

  /** What became of the links of an item that may be new, or gone. */
  of(base: Item | undefined, head: Item | undefined): LinkChange[] {
    const before = base ? this.#comparison.base.coverage(base.key).links : [];
    const after = head ? this.#comparison.head.coverage(head.key).links : [];
    const pairs = this.#pair(before, after);
    return [
      ...after.map((link) => this.#change(pairs.baseOf(link), link)),
      ...pairs.freeBases(before).map((link): LinkChange => ({ ...placed(link), change: 'removed' })),
    ];
  }

  #pair(before: readonly Link[], after: readonly Link[]): Pairing<Link> {
    const pairs = new Pairing<Link>();
    pairs.pairByName(before, after, { base: (link) => this.#placeBefore(link), head: placeOf });
    pairs.pairByName(before, after, { base: symbolOf, head: symbolOf });
    return pairs;
  }

  #change(before: Link | undefined, link: Link): LinkChange {
    const from = this.#writtenFor(link);
    if (from) return { ...placed(link), change: 'redirected', from };
    if (!before) return { ...placed(link), change: 'added' };
    const line = this.#bodies.firstChange(before, link);
    if (line !== undefined) return { ...placed(link), change: 'changed', range: rangeAt(line, 0, 0) };
    const { pin } = link.annotation.reference;
    const confirmed = pin !== undefined && !link.stale && pin !== before.annotation.reference.pin;
    return { ...placed(link), change: confirmed ? 'confirmed' : 'same' };
  }

  /** The item that an annotation meant before, if it means another now although nobody has rewritten it. */
  #writtenFor(link: Link): Item | undefined {
    const before = this.#named.get(`${placeOf(link)}\0${written(link)}`);
    if (!before) return undefined;
    const { requirements, units } = this.#same;
    const now = units.headOf(before) ?? (before.type === 'requirement' ? requirements.headOf(before) : undefined);
    return now?.key === link.target ? undefined : before;
  }

  #placeBefore(link: Link): string {
    return placeOf({ ...link, path: this.#renamed.get(link.path) ?? link.path });
  }
}

function namedItems(view: IndexView, name: (link: Link) => string): Map<string, Item> {
  const named = new Map<string, Item>();
  for (const { key } of allUnits(view)) {
    for (const link of view.coverage(key).links) {
      const item = view.item(link.target);
      if (item) named.set(name(link), item);
    }
  }
  return named;
}

function placeOf({ kind, path, annotation }: Link): string {
  return [kind, path, annotation.declaration?.name ?? ''].join('\0');
}

function symbolOf({ kind, annotation }: Link): string | undefined {
  return annotation.declaration && [kind, annotation.declaration.name].join('\0');
}

function written({ annotation: { reference } }: Link): string {
  return [reference.document ?? '', reference.id, reference.criterion ?? ''].join('\0');
}

function placed({ kind, path, annotation }: Link): Omit<LinkChange, 'change'> {
  const symbol = annotation.declaration?.name;
  return { kind, path, range: annotation.reference.range, ...(symbol !== undefined && { symbol }) };
}
