import { MultiMap } from '../multiMap.ts';

/** `lower` covers `target`, an item of the requirement `higher`; all are keys. */
export interface CoverEdge {
  readonly lower: string;
  readonly higher: string;
  readonly target: string;
  /** The revision of the target that it was made for, where it says so. */
  readonly revision?: string;
}

/** Of the requirements of one cycle, when its way is looked for. */
const MOST_VISITED = 200;

/** Which requirement covers which, and where that runs in a circle. */
export class CoverGraph {
  readonly #edges = new Map<string, readonly CoverEdge[]>();
  readonly #covering = new MultiMap<string, string>();
  /** Number of the cycle-bound group of each requirement; two of one group cover each other in the end. */
  #groups: ReadonlyMap<string, number> = new Map();
  #order: readonly string[] = [];
  #onCycles: ReadonlySet<string> = new Set();

  /**
   * Sets what a requirement covers.
   *
   * @returns false if that was so already.
   */
  set(lower: string, edges: readonly CoverEdge[]): boolean {
    const before = this.#edges.get(lower) ?? [];
    if (before.length === edges.length && before.every((edge, at) => isSameEdge(edge, edges[at]))) return false;
    for (const { target } of before) this.#covering.delete(target, lower);
    for (const { target } of edges) this.#covering.add(target, lower);
    if (edges.length) this.#edges.set(lower, edges);
    else this.#edges.delete(lower);
    return true;
  }

  /** Requirements that cover the item. */
  covering(target: string): Iterable<string> {
    return this.#covering.get(target);
  }

  /** What the requirement covers. */
  edges(lower: string): readonly CoverEdge[] {
    return this.#edges.get(lower) ?? [];
  }

  /** True for a requirement that covers another or is covered. */
  includes(requirement: string): boolean {
    return this.#groups.has(requirement);
  }

  /** True if the second requirement, which the first covers, in the end covers the first. */
  isCycle(lower: string, higher: string): boolean {
    return lower === higher || (this.#groups.has(lower) && this.#groups.get(lower) === this.#groups.get(higher));
  }

  /** Requirements of which some cover others, every one behind those that cover it, cycles aside. */
  get order(): readonly string[] {
    return this.#order;
  }

  /** Requirements on a cycle with others or themselves. */
  get onCycles(): ReadonlySet<string> {
    return this.#onCycles;
  }

  /**
   * The requirements of a cycle that begins with these two, by a shortest way; just the two where the
   * way is too long to be of help.
   */
  cycleFrom(lower: string, higher: string): readonly string[] {
    if (lower === higher) return [lower];
    const cameFrom = new Map<string, string>();
    const queue = [higher];
    for (const node of queue) {
      if (cameFrom.has(lower) || queue.length > MOST_VISITED) break;
      for (const next of this.edges(node)
        .map((edge) => edge.higher)
        .sort()) {
        if (next === higher || cameFrom.has(next) || !this.isCycle(node, next)) continue;
        cameFrom.set(next, node);
        queue.push(next);
      }
    }
    const way: string[] = [];
    let node = cameFrom.get(lower);
    for (; node !== undefined; node = cameFrom.get(node)) way.unshift(node);
    return [lower, ...(way.length ? way : [higher])];
  }

  /** Finds groups and order anew after edges changed: Tarjan's strongly connected components, without recursion. */
  arrange(): void {
    const numbers = new Map<string, number>();
    const lows = new Map<string, number>();
    const groups = new Map<string, number>();
    const stack: string[] = [];
    const order: string[] = [];
    const low = (node: string, value: number) => lows.set(node, Math.min(lows.get(node) ?? value, value));
    const open = (node: string) => {
      numbers.set(node, numbers.size);
      low(node, numbers.size - 1);
      stack.push(node);
      return { node, edges: this.edges(node), next: 0 };
    };
    for (const root of this.#edges.keys()) {
      if (numbers.has(root)) continue;
      const path = [open(root)];
      for (let step = path.at(-1); step; step = path.at(-1)) {
        const edge = step.edges[step.next];
        if (edge) {
          step.next += 1;
          if (!numbers.has(edge.higher)) path.push(open(edge.higher));
          else if (!groups.has(edge.higher)) low(step.node, numbers.get(edge.higher) ?? 0);
          continue;
        }
        path.pop();
        const parent = path.at(-1);
        if (parent) low(parent.node, lows.get(step.node) ?? 0);
        if (lows.get(step.node) !== numbers.get(step.node)) continue;
        let member: string | undefined;
        do {
          member = stack.pop();
          if (member === undefined) break;
          groups.set(member, numbers.get(step.node) ?? 0);
          order.push(member);
        } while (member !== step.node);
      }
    }
    this.#groups = groups;
    // Tarjan finishes the highest first.
    this.#order = order.reverse();
    this.#onCycles = new Set(
      [...this.#edges.values()].flat().flatMap(({ lower, higher }) => (this.isCycle(lower, higher) ? [lower, higher] : [])),
    );
  }
}

function isSameEdge({ target, revision }: CoverEdge, other: CoverEdge | undefined): boolean {
  return target === other?.target && revision === other.revision;
}
