import type { Item, Link } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { IndexView } from '../index/view.ts';
import type { FilePath } from '../model/position.ts';
import type { Graph } from './graph.ts';
import { Postings } from './postings.ts';
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

interface Linked {
  readonly item: Item;
  readonly query: Query;
  readonly norm: number;
  readonly paths: readonly FilePath[];
}

/** What the links that exist say of the files of items without some: made once, asked for each. */
export class LinksOf {
  readonly #linked: readonly Linked[];
  readonly #view: IndexView;
  readonly #at: ReadonlyMap<FilePath, number>;
  readonly #paths: readonly FilePath[];
  readonly #graph: Graph;
  readonly #together: Together;
  /** The questions of linked items by their terms. */
  readonly #postings: Postings;

  /** @param paths the files of the graph, in its order. */
  constructor(
    view: IndexView,
    items: readonly Item[],
    queries: readonly Query[],
    paths: readonly FilePath[],
    { graph, together, terms }: { readonly graph: Graph; readonly together: Together; readonly terms: number },
  ) {
    this.#view = view;
    this.#paths = paths;
    this.#graph = graph;
    this.#together = together;
    this.#at = new Map(paths.map((path, at) => [path, at]));
    this.#linked = items.flatMap((item, index) => {
      const linked = [...new Set(ownLinks(view, item).map(({ path }) => path))];
      const query = queries[index] ?? new Float64Array();
      return linked.length > 0 ? [{ item, query, norm: normOf(query), paths: linked }] : [];
    });
    const linked = this.#linked.map(({ query }) => query);
    this.#postings = new Postings(linked, terms);
  }

  /** What links say of the files that may meet an item: those of its like, its own to what imports them or is imported, and those to what changed with them. */
  of(item: Item, query: Query): LinksSay {
    const said = new Map<FilePath, LinkEvidence>();
    const add = (path: FilePath, evidence: LinkEvidence): void => {
      if (evidence.weight > (said.get(path)?.weight ?? 0)) said.set(path, evidence);
    };
    const norm = normOf(query);
    const products = this.#productsWith(query);
    for (const [at, other] of this.#linked.entries()) {
      if (other.item === item) continue;
      const alike = (products[at] ?? 0) / (norm * other.norm || 1);
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

  /** What a question has in common with that of each linked item. */
  #productsWith(query: Query): Float64Array {
    const products = new Float64Array(this.#linked.length);
    const { at, count } = this.#postings;
    for (let asked = 0; asked < query.length; asked += 2) {
      const term = query[asked] ?? 0;
      const end = this.#postings.start(term) + this.#postings.frequency(term);
      for (let index = this.#postings.start(term); index < end; index++) {
        const place = at[index] ?? 0;
        products[place] = (products[place] ?? 0) + (query[asked + 1] ?? 0) * (count[index] ?? 0);
      }
    }
    return products;
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
  let sum = 0;
  for (let at = 1; at < query.length; at += 2) sum += (query[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}
