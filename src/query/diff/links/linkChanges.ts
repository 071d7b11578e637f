import type { Item, Link } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Bodies } from '../code/bodies.ts';
import type { Comparison } from '../comparison.ts';
import type { Correspondence } from '../items/correspondence.ts';
import type { LinkChange } from '../difference.ts';
import { Origins } from './origins.ts';
import { Pairing } from '../items/pairing.ts';
import { placeOf, symbolOf, written } from './identity.ts';
import { limitsOf, newlyIgnored } from '../unreadFiles.ts';

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
    return this.between(before, after, head);
  }

  /** What became of links. */
  between(before: readonly Link[], after: readonly Link[], head: Item | undefined): LinkChange[] {
    // Of most items of a folder that is new to this nothing speaks.
    if (before.length + after.length === 0) return [];
    const pairs = this.#pair(before, after);
    const gone = pairs.freeBases(before);
    return [
      ...after.map((link) => {
        const partner = pairs.baseOf(link);
        // A test may get another title as it is switched off.
        const off = partner
          ? this.#isOffNow(partner, link)
          : isOff(link) && gone.some((other) => other.kind === link.kind && !isOff(other));
        const change = this.#change(partner, link, head);
        if (change.change === 'redirected') return change;
        if (off) return { ...placed(link), change: 'disabled' as const };
        const stood = (partner ? [partner] : gone).find((other) => this.#isEmptied(other, link));
        return stood ? { ...placed(link), ...named(stood), change: 'emptied' as const } : change;
      }),
      ...gone.map((link): LinkChange => {
        const lostBy = this.#lostBy(link);
        return { ...placed(link), change: 'removed', ...(lostBy && { lostBy }) };
      }),
    ];
  }

  #pair(before: readonly Link[], after: readonly Link[]): Pairing<Link> {
    const pairs = new Pairing<Link>();
    pairs.pairByName(before, after, { base: (link) => this.#placeBefore(link), head: placeOf });
    pairs.pairByName(before, after, { base: symbolOf, head: symbolOf });
    return pairs;
  }

  #isOffNow(before: Link, link: Link): boolean {
    return (isOff(link) && !isOff(before)) || (link.is === 'verifies' && this.#bodies.isLeftOutNow(before, link));
  }

  // @implements RT-5.1/AC7
  /** True where an annotation is left of what a link was on: no code is behind it, or code that is not a test where there was one. */
  #isEmptied(before: Link, link: Link): boolean {
    const [stood, stands] = [before.annotation.declaration, link.annotation.declaration];
    if (!stood || before.kind !== link.kind) return false;
    if (!stands) return this.#bodies.isEmpty(link);
    return link.is === 'verifies' && stood.kind === 'test' && !stood.group && (stands.kind === 'function' || stands.kind === 'other');
  }

  #change(before: Link | undefined, link: Link, head: Item | undefined): LinkChange {
    const from = this.#origins.of(link);
    if (from) return { ...placed(link), change: 'redirected', from };
    if (!before) return { ...placed(link), change: link.target !== head?.key && this.#origins.isAsBefore(link) ? 'inherited' : 'added' };
    const line = this.#bodies.firstChange(before, link);
    if (line !== undefined) return { ...placed(link), change: 'changed', range: rangeAt(line, 0, 0) };
    const { revision } = link.annotation.reference;
    const confirmed = revision !== undefined && !link.stale && revision !== before.annotation.reference.revision;
    return { ...placed(link), change: confirmed ? 'confirmed' : 'same' };
  }

  /** Why a link is gone though its annotation may be written still. */
  #lostBy(link: Link): LinkChange['lostBy'] {
    const { base, head, files } = this.#comparison;
    const path = this.#renamed.get(link.path) ?? link.path;
    if (!head.files.has(path)) return files.some((file) => file.base === link.path && file.head === undefined) ? undefined : 'unread';
    if (limitsOf(head, path).some(({ kind }) => kind === 'file')) return 'ignored';
    const same = head
      .referencesIn(path)
      .find(({ annotation, reference }) => annotation?.kind === link.kind && written({ annotation: { reference } }) === written(link));
    if (same) return same.resolution.kind === 'ambiguous' ? 'ambiguous' : undefined;
    return newlyIgnored(base, link.path, head, path) === undefined ? undefined : 'ignored';
  }

  #placeBefore(link: Link): string {
    return placeOf({ ...link, path: this.#renamed.get(link.path) ?? link.path });
  }
}

/** True for a test that the source switches off, or that is still to be written. */
function isOff({ annotation }: Link): boolean {
  return annotation.declaration?.off !== undefined;
}

function placed({ kind, is, path, annotation }: Link): Omit<LinkChange, 'change'> {
  return { kind, is, path, range: annotation.reference.range, ...named({ annotation }) };
}

function named({ annotation: { declaration } }: Pick<Link, 'annotation'>): Pick<LinkChange, 'symbol'> {
  return declaration ? { symbol: declaration.name } : {};
}
