import type { IndexView } from '../index/view.ts';
import { withCriteria } from '../model/item.ts';
import type { Coverage, Link, StatusCounts } from '../model/item.ts';
import { isTestType, meaningOf } from '../model/linkKind.ts';
import type { LinkKind } from '../model/linkKind.ts';
import { compareText } from '../index/order.ts';
import { sumCounts } from '../model/counts.ts';
import { addTo } from '../text/grouping.ts';

/** What items of a project need or have, one column of a matrix for each: a level of lower items, a kind of code, a kind of test. */
export interface LevelColumn {
  readonly is: 'level' | Link['is'];
  /** `dsn`, `implements`, `utest`; that of lower items without an artifact type is `covers`. */
  readonly kind: LinkKind;
}

/** The columns of a project that knows nothing but code and tests. */
const PLAIN_COLUMNS: readonly LevelColumn[] = [
  { is: 'implements', kind: 'implements' },
  { is: 'verifies', kind: 'verifies' },
];

/** The kind of lower items that have no artifact type. */
export const LOWER: LinkKind = 'covers';

/**
 * The columns of an index, in the order in which work goes on: levels from the highest to the lowest, code, tests in the order in which items ask for them.
 * Only what some item needs or has is one; where that is nothing but code and tests, both are there.
 */
export function levelColumns(view: IndexView): readonly LevelColumn[] {
  const seen = new Seen(view);
  for (const requirement of view.requirements())
    for (const { key } of withCriteria(requirement)) seen.add(requirement.facts.kind, view.coverage(key));
  return seen.columns();
}

/** How much of a level there is, and by status. */
export interface LevelCounts {
  readonly level: LinkKind;
  readonly requirements: number;
  readonly counts: StatusCounts;
}

/** The items of each artifact type, from the highest level on; none where not two of them are told apart. Items without a type are not in it. */
export function countsOfLevels(view: IndexView): readonly LevelCounts[] {
  const seen = new Seen(view);
  const levels = new Map<LinkKind, StatusCounts[]>();
  for (const { key, facts } of view.requirements()) {
    const coverage = view.coverage(key);
    seen.add(facts.kind, coverage);
    if (facts.kind !== undefined) addTo(levels, facts.kind, coverage.counts);
  }
  const depths = seen.depths();
  // Of one level all counts say it already.
  if (levels.size < 2) return [];
  return Array.from(levels, ([level, all]) => ({ level, requirements: all.length, counts: sumCounts(all) })).sort(
    (a, b) => (depths.get(a.level) ?? 0) - (depths.get(b.level) ?? 0) || compareText(a.level, b.level),
  );
}

/** What the levels of a project are found by. */
class Seen {
  readonly #kinds: IndexView['configuration']['kinds'];
  /** Every kind that is needed or there, in the order in which it was met first, and what its links are where there are some. */
  readonly #kindsSeen = new Map<LinkKind, Link['is'] | undefined>();
  readonly #had: Map<LinkKind, Link['is']> = new Map();
  /** Artifact types of items with those of the items that they cover. */
  readonly #above = new Map<LinkKind, Set<LinkKind>>();

  constructor({ configuration }: IndexView) {
    this.#kinds = configuration.kinds;
  }

  add(own: LinkKind | undefined, { needs, links, lower = [] }: Coverage): void {
    for (const need of needs) if (!this.#kindsSeen.has(need)) this.#kindsSeen.set(need, undefined);
    for (const { kind, is } of links) if (!this.#had.has(kind)) this.#had.set(kind, is);
    for (const { level = LOWER } of lower) {
      const above = this.#above.get(level) ?? new Set();
      if (own !== undefined) above.add(own);
      this.#above.set(level, above);
    }
  }

  columns(): readonly LevelColumn[] {
    const others = [...this.#had.keys(), ...this.#above.keys()].filter((kind) => !this.#kindsSeen.has(kind)).sort(compareText);
    const all = [...this.#kindsSeen.keys(), ...new Set(others)].map((kind): LevelColumn => ({ kind, is: this.#meaning(kind) }));
    const depths = this.depths();
    const depth = ({ kind }: LevelColumn): number => depths.get(kind) ?? 0;
    const levels = all.filter(({ is }) => is === 'level').sort((a, b) => depth(a) - depth(b) || compareText(a.kind, b.kind));
    const plain = PLAIN_COLUMNS.filter(({ kind }) => all.some((one) => one.kind === kind));
    const of = (is: Link['is']): readonly LevelColumn[] => [
      ...plain.filter((one) => one.is === is),
      ...all.filter((one) => one.is === is && !plain.some(({ kind }) => kind === one.kind)),
    ];
    const found = [...levels, ...of('implements'), ...of('verifies')];
    const isPlain = found.every(({ kind }) => PLAIN_COLUMNS.some((one) => one.kind === kind));
    return isPlain ? PLAIN_COLUMNS : found;
  }

  #meaning(kind: LinkKind): LevelColumn['is'] {
    const known = meaningOf(this.#kinds, kind);
    if (known === 'implements' || known === 'verifies') return known;
    if (this.#above.has(kind)) return 'level';
    return this.#had.get(kind) === 'verifies' || isTestType(kind) ? 'verifies' : 'level';
  }

  /** How many levels are above each, at most; levels that cover each other in a circle are as low as any. */
  depths(): ReadonlyMap<LinkKind, number> {
    const depths = new Map<LinkKind, number>();
    // After as many rounds as there are levels nothing moves any more, circles aside.
    for (const _ of this.#above)
      for (const [kind, above] of this.#above) {
        const higher = [...above].filter((one) => one !== kind).map((one) => depths.get(one) ?? 0);
        depths.set(kind, Math.min(this.#above.size, Math.max(-1, ...higher) + 1));
      }
    return depths;
  }
}

/** The place of the column that a link belongs to: that of its kind, else where code and tests are all that is told apart, of what it counts as. */
export function columnOf(columns: readonly LevelColumn[], { kind, is }: Pick<Link, 'kind' | 'is'>): number {
  const own = columns.findIndex((one) => one.kind === kind);
  return own >= 0 ? own : columns.findIndex((one) => one.kind === is);
}
