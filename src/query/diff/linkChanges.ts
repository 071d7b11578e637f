import type { Item, Link } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import type { Bodies } from './bodies.ts';
import type { Comparison } from './comparison.ts';
import type { Correspondence } from './correspondence.ts';
import type { LinkChange } from './difference.ts';
import { Origins } from './origins.ts';
import { Pairing } from './pairing.ts';
import { placeOf, symbolOf } from './places.ts';

/** Follows the links of items from one side to the other. */
export class LinkChanges {
  readonly #comparison: Comparison;
  readonly #bodies: Bodies;
  readonly #renamed: ReadonlyMap<FilePath, FilePath>;
  readonly #origins: Origins;

  constructor(comparison: Comparison, same: Correspondence, bodies: Bodies, renamed: ReadonlyMap<FilePath, FilePath>) {
    this.#comparison = comparison;
    this.#bodies = bodies;
    this.#renamed = renamed;
    this.#origins = new Origins(comparison, same, bodies, renamed);
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
    const from = this.#origins.of(link);
    if (from) return { ...placed(link), change: 'redirected', from };
    if (!before) return { ...placed(link), change: 'added' };
    const line = this.#bodies.firstChange(before, link);
    if (line !== undefined) return { ...placed(link), change: 'changed', range: rangeAt(line, 0, 0) };
    const { revision } = link.annotation.reference;
    const confirmed = revision !== undefined && !link.stale && revision !== before.annotation.reference.revision;
    return { ...placed(link), change: confirmed ? 'confirmed' : 'same' };
  }

  #placeBefore(link: Link): string {
    return placeOf({ ...link, path: this.#renamed.get(link.path) ?? link.path });
  }
}

function placed({ kind, is, path, annotation }: Link): Omit<LinkChange, 'change'> {
  const symbol = annotation.declaration?.name;
  return { kind, is, path, range: annotation.reference.range, ...(symbol !== undefined && { symbol }) };
}
