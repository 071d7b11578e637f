import type { IndexView } from '../../index/view.ts';
import type { Item, Link } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import type { Bodies } from './bodies.ts';
import type { Comparison } from './comparison.ts';
import type { Correspondence } from './correspondence.ts';
import type { LinkChange } from './difference.ts';
import { Pairing } from './pairing.ts';
import { allUnits } from '../units.ts';

/** Follows the links of items from one side to the other. */
export class LinkChanges {
  readonly #comparison: Comparison;
  readonly #same: Correspondence;
  readonly #bodies: Bodies;
  readonly #renamed: ReadonlyMap<FilePath, FilePath>;
  /** Links as they were, by annotation. */
  readonly #before: ReadonlyMap<string, Link>;

  constructor(comparison: Comparison, same: Correspondence, bodies: Bodies, renamed: ReadonlyMap<FilePath, FilePath>) {
    this.#comparison = comparison;
    this.#same = same;
    this.#bodies = bodies;
    this.#renamed = renamed;
    this.#before = linksBy(comparison.base, (link) => `${this.#placeBefore(link)}\0${written(link)}`);
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
    const { revision } = link.annotation.reference;
    const confirmed = revision !== undefined && !link.stale && revision !== before.annotation.reference.revision;
    return { ...placed(link), change: confirmed ? 'confirmed' : 'same' };
  }

  /** The item that an annotation meant before, if it means another now although nobody has rewritten it or what it stands on. */
  #writtenFor(link: Link): Item | undefined {
    const before = this.#before.get(`${placeOf(link)}\0${written(link)}`);
    const item = before && this.#comparison.base.item(before.target);
    if (!item) return undefined;
    const { requirements, units } = this.#same;
    const now = units.headOf(item) ?? (item.type === 'requirement' ? requirements.headOf(item) : undefined);
    return now?.key === link.target || this.#bodies.firstChange(before, link) !== undefined ? undefined : item;
  }

  #placeBefore(link: Link): string {
    return placeOf({ ...link, path: this.#renamed.get(link.path) ?? link.path });
  }
}

function linksBy(view: IndexView, name: (link: Link) => string): Map<string, Link> {
  const links = new Map<string, Link>();
  for (const { key } of allUnits(view)) for (const link of view.coverage(key).links) links.set(name(link), link);
  return links;
}

function placeOf(link: Link): string {
  return [link.kind, link.path, bareName(link) ?? ''].join('\0');
}

function symbolOf(link: Link): string | undefined {
  const name = bareName(link);
  return name === undefined ? undefined : [link.kind, name].join('\0');
}

/** The name of the declaration without the reference, which is part of a test's title: `AC2 refuses` is a test that ` refuses` before and after AC2 is AC3. */
function bareName({ annotation: { declaration, reference } }: Link): string | undefined {
  return declaration?.name.replace(reference.text, '');
}

function written({ annotation: { reference } }: Link): string {
  return [reference.document ?? '', reference.id, reference.criterion ?? ''].join('\0');
}

function placed({ kind, is, path, annotation }: Link): Omit<LinkChange, 'change'> {
  const symbol = annotation.declaration?.name;
  return { kind, is, path, range: annotation.reference.range, ...(symbol !== undefined && { symbol }) };
}
