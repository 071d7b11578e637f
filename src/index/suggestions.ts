import { compareText } from './order.ts';
import { MultiMap } from './multiMap.ts';

/**
 * The ids of an index, filed so that those close to a mistyped one are found without a look at all.
 * Two ids are close when they share what stands before or behind the last dash and a few
 * letters make one the other: `IP-1.1.2` and `IQ-1.1.1` are close to `IP-1.1.1`, `IQ-1.1.2` is not.
 */
export class SuggestionIndex {
  readonly #byHead = new MultiMap<string, string>();
  readonly #byTail = new MultiMap<string, string>();
  readonly #answers = new Map<string, readonly string[]>();

  add(id: string): void {
    const [head, tail] = split(id);
    this.#byHead.add(head, id);
    this.#byTail.add(tail, id);
    this.#answers.clear();
  }

  delete(id: string): void {
    const [head, tail] = split(id);
    this.#byHead.delete(head, id);
    this.#byTail.delete(tail, id);
    this.#answers.clear();
  }

  /** All ids close to this one, closest first. */
  near(id: string): readonly string[] {
    let answer = this.#answers.get(id);
    if (!answer) {
      const [head, tail] = split(id);
      const distances = new Map<string, number>();
      for (const candidates of [this.#byHead.get(head), this.#byTail.get(tail)]) {
        for (const candidate of candidates) {
          const distance = candidate === id ? undefined : closeness(id, candidate);
          if (distance !== undefined) distances.set(candidate, distance);
        }
      }
      answer = [...distances].sort(([a, x], [b, y]) => x - y || compareText(a, b)).map(([candidate]) => candidate);
      this.#answers.set(id, answer);
    }
    return answer;
  }
}

/** True if `near(id)` of an index that holds the candidate would list it. */
export function isNear(id: string, candidate: string): boolean {
  const [head, tail] = split(id);
  const [otherHead, otherTail] = split(candidate);
  return (head === otherHead || tail === otherTail) && id !== candidate && closeness(id, candidate) !== undefined;
}

/** Sorts by closeness of a name: to `AC12`, `AC1` and `AC11` come before `AC3`. Nothing is left out; equals keep their order. */
export function closestFirst<Value>(name: string, values: readonly Value[], nameOf: (value: Value) => string): Value[] {
  const rated = values.map((value) => ({ value, distance: editDistance(name, nameOf(value), 3) }));
  return rated.sort((a, b) => a.distance - b.distance).map(({ value }) => value);
}

function split(id: string): readonly [string, string] {
  const dash = id.lastIndexOf('-');
  return [id.slice(0, Math.max(dash, 0)), id.slice(dash + 1)];
}

function closeness(id: string, candidate: string): number | undefined {
  const limit = editLimit(id.length);
  const distance = editDistance(id, candidate, limit);
  return distance <= limit ? distance : undefined;
}

function editLimit(length: number): number {
  if (length <= 4) return 1;
  return length <= 12 ? 2 : 3;
}

/**
 * Letters to insert, delete, replace or swap with a neighbour (optimal string alignment distance);
 * anything above the limit is `limit + 1`, which keeps long texts cheap.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const width = endB - start;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= endA - start; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const letter = a[start + row - 1];
      const other = b[start + column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (letter === other ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && letter === b[start + column - 2] && a[start + row - 2] === other;
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = next;
  }
  return Math.min(last[width] ?? 0, limit + 1);
}
