import type { Item, Link } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Bodies } from '../code/bodies.ts';
import type { Comparison } from '../comparison.ts';
import type { Correspondence } from '../items/correspondence.ts';
import { linksByAnnotation, placeOf, symbolOf, written } from './identity.ts';
import { addTo } from '../../../text/grouping.ts';

/** Shared words from which code under another name or in another file is the same, changed. */
const ALIKE = 0.6;

/** Tells which links mean another item now than the one that they were written for. */
export class Origins {
  readonly #comparison: Comparison;
  readonly #same: Correspondence;
  readonly #bodies: Bodies;
  /** Links as they were, by the place at which they would be now. */
  readonly #before = new Map<string, Link[]>();
  /** Those whose place holds nothing now, by what may have stayed: the name of the declaration, or file and reference. */
  readonly #vanished = new Map<string, Link[]>();

  constructor(comparison: Comparison, same: Correspondence, bodies: Bodies, renamed: ReadonlyMap<FilePath, FilePath>) {
    this.#comparison = comparison;
    this.#same = same;
    this.#bodies = bodies;
    const taken = new Set(linksByAnnotation(comparison.head).map(placeOf));
    for (const link of linksByAnnotation(comparison.base)) {
      const now = { ...link, path: renamed.get(link.path) ?? link.path };
      addTo(this.#before, placeOf(now), link);
      if (!taken.has(placeOf(now))) for (const trace of tracesOf(now)) addTo(this.#vanished, trace, link);
    }
  }

  /**
   * The item that a link was written for, where its id has come to mean another text while nobody rewrote the reference: `@implements REQ-1/AC1` above
   * a function, after the first two criteria changed places. What happened to the function meanwhile does not matter, unless the old text is gone
   * and the new one is new: then a changed function may well have followed.
   */
  of(link: Link): Item | undefined {
    const candidates = this.#candidates(link);
    const kept = candidates.filter((each) => written(each) === written(link));
    const [first] = kept;
    if (!first) return undefined;
    const meant = candidates.filter((each) => this.#meansNow(each) === link.target);
    if (meant.some((each) => kept.includes(each) || kept.some((other) => isOneDeclaration(each, other)))) return undefined;
    // Of tests that differ in their ids only, the body tells whether the reference or the text changed places.
    if (meant.length && this.#likeness(meant, link) > this.#likeness(kept, link)) return undefined;
    const item = this.#comparison.base.item(first.target);
    if (!item) return undefined;
    const followed = this.#meansNow(first) === undefined && !this.#existed(link) && this.#bodies.firstChange(first, link) !== undefined;
    return followed ? undefined : item;
  }

  /** True where a link was there before, meant the same, and is on code that did not change. */
  isAsBefore(link: Link): boolean {
    return this.#candidates(link).some(
      (each) => this.#meansNow(each) === link.target && this.#bodies.firstChange(each, link) === undefined,
    );
  }

  #candidates(link: Link): readonly Link[] {
    const here = this.#before.get(placeOf(link));
    if (here) return here;
    const elsewhere = tracesOf(link).flatMap((trace) => this.#vanished.get(trace) ?? []);
    return elsewhere.filter((each) => this.#bodies.likeness(each, link) >= ALIKE);
  }

  /** Key of the item that a link of the base would mean if its reference had followed. */
  #meansNow({ target }: Link): string | undefined {
    const item = this.#comparison.base.item(target);
    const { units, requirements } = this.#same;
    return item && (units.headOf(item) ?? (item.type === 'requirement' ? requirements.headOf(item) : undefined))?.key;
  }

  /** True where what a link means now was there before, under whatever id. */
  #existed({ target }: Link): boolean {
    const item = this.#comparison.head.item(target);
    const { units, requirements } = this.#same;
    return (
      item !== undefined && (units.baseOf(item) ?? (item.type === 'requirement' ? requirements.baseOf(item) : undefined)) !== undefined
    );
  }

  #likeness(links: readonly Link[], head: Link): number {
    return Math.max(...links.map((link) => this.#bodies.likeness(link, head)));
  }
}

function tracesOf(link: Link): string[] {
  const symbol = symbolOf(link);
  return [...(symbol === undefined ? [] : [`${symbol}\0${written(link)}`]), [link.kind, link.path, written(link)].join('\0\0')];
}

/** True for two annotations above one function: whatever they mean, they are of the same code. */
function isOneDeclaration(a: Link, b: Link): boolean {
  const line = ({ annotation: { declaration, reference } }: Link): number => (declaration?.range ?? reference.range).start.line;
  return a.path === b.path && line(a) === line(b);
}
