import type { Item, Link } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { IndexView } from '../index/view.ts';
import type { FilePath } from '../model/position.ts';
import type { Graph } from './graph.ts';
import type { Query } from './scorers.ts';
import type { Together } from './together.ts';

/** A link that speaks for a file: which item it is of, and how much it says, from 0 to 1. */
export interface LinkEvidence {
  readonly item: Item;
  readonly weight: number;
  /** The linked file, where not this one is, but one that changed in the same commits. */
  readonly changedWith?: FilePath;
}

/** For one item, by file: the link that says most. */
export type LinksSay = ReadonlyMap<FilePath, LinkEvidence>;

/** How alike two items have to be that the links of one say something of the other. */
const LEAST_LIKE = 0.3;
/** What links of another criterion of the same requirement say at least, and what its own link to a test says of the code that this imports. */
const SIBLING = 0.5;
const TESTED = 1;
/** What a link says of a file that always changed in one commit with the linked one. */
const CHANGED_TOGETHER = 0.5;

/** What the links that exist say of the files of items without some: made once, asked for each. */
export class LinksOf {
  readonly #linked: readonly { readonly item: Item; readonly query: Query; readonly norm: number; readonly paths: readonly FilePath[] }[];
  readonly #view: IndexView;
  readonly #at: ReadonlyMap<FilePath, number>;
  readonly #paths: readonly FilePath[];
  readonly #graph: Graph;
  readonly #together: Together;

  /** @param paths the files of the graph, in its order. */
  constructor(
    view: IndexView,
    items: readonly Item[],
    queries: readonly Query[],
    paths: readonly FilePath[],
    { graph, together }: { readonly graph: Graph; readonly together: Together },
  ) {
    this.#view = view;
    this.#paths = paths;
    this.#graph = graph;
    this.#together = together;
    this.#at = new Map(paths.map((path, at) => [path, at]));
    this.#linked = items.flatMap((item, index) => {
      const linked = [...new Set(ownLinks(view, item).map(({ path }) => path))];
      const query = queries[index] ?? new Map<string, number>();
      return linked.length > 0 ? [{ item, query, norm: normOf(query), paths: linked }] : [];
    });
  }

  /** What links say of the files that may meet an item: those of its like, its own to what imports them or is imported, and those to what changed with them. */
  of(item: Item, query: Query): LinksSay {
    const said = new Map<FilePath, LinkEvidence>();
    const add = (path: FilePath, evidence: LinkEvidence): void => {
      if (evidence.weight > (said.get(path)?.weight ?? 0)) said.set(path, evidence);
    };
    const norm = normOf(query);
    for (const other of this.#linked) {
      if (other.item === item) continue;
      const alike = cosineOf(query, other.query) / (norm * other.norm || 1);
      const weight = requirementOf(other.item) === requirementOf(item) ? Math.max(SIBLING, alike) : alike;
      if (weight < LEAST_LIKE) continue;
      for (const path of other.paths) {
        add(path, { item: other.item, weight });
        this.#addChanged(path, { item: other.item, weight }, add);
      }
    }
    for (const { path } of ownLinks(this.#view, item)) {
      this.#addChanged(path, { item, weight: TESTED }, add);
      for (const near of this.#graph[this.#at.get(path) ?? -1] ?? []) add(this.#paths[near] ?? '', { item, weight: TESTED });
    }
    return said;
  }

  #addChanged(path: FilePath, { item, weight }: LinkEvidence, add: (path: FilePath, evidence: LinkEvidence) => void): void {
    for (const [other, share] of this.#together(path))
      if (this.#at.has(other)) add(other, { item, weight: weight * share * CHANGED_TOGETHER, changedWith: path });
  }
}

/** The links that name the item itself, and not only its requirement. */
export function ownLinks(view: IndexView, item: Item): readonly Link[] {
  return view.coverage(item.key).links.filter(({ target }) => target === item.key);
}

function normOf(query: Query): number {
  return Math.sqrt([...query.values()].reduce((sum, count) => sum + count ** 2, 0));
}

function cosineOf(one: Query, other: Query): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, count] of small) sum += count * (large.get(term) ?? 0);
  return sum;
}
