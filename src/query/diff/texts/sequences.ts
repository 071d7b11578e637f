/** A stretch that differs: `[baseStart, baseEnd)` of the one sequence stands where `[headStart, headEnd)` of the other does. */
export interface Change {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly headStart: number;
  readonly headEnd: number;
}

/** With more insertions and deletions than that, what lies between the common beginning and the common end counts as replaced. */
const MOST_EDITS = 1000;

/**
 * Where two sequences differ, in order: `changesBetween(['a', 'b'], ['a', 'c', 'b'])` is one change that inserts `c`.
 *
 * The greedy algorithm of E. Myers, "An O(ND) difference algorithm and its variations" (1986), with a bound on the edits, so
 * that time and memory stay small whatever it is given.
 */
export function changesBetween(base: readonly string[], head: readonly string[]): Change[] {
  let start = 0;
  while (start < base.length && start < head.length && base[start] === head[start]) start += 1;
  let [baseEnd, headEnd] = [base.length, head.length];
  while (baseEnd > start && headEnd > start && base[baseEnd - 1] === head[headEnd - 1]) {
    baseEnd -= 1;
    headEnd -= 1;
  }
  if (start === baseEnd && start === headEnd) return [];
  const whole = { baseStart: start, baseEnd, headStart: start, headEnd };
  if (start === baseEnd || start === headEnd) return [whole];
  const rounds = search(base.slice(start, baseEnd), head.slice(start, headEnd));
  return rounds ? walkBack(rounds, baseEnd - start, headEnd - start, start) : [whole];
}

/** Per number of edits, how far each diagonal was reached before that edit; undefined where it takes too many. */
function search(base: readonly string[], head: readonly string[]): Int32Array[] | undefined {
  const most = Math.min(base.length + head.length, MOST_EDITS);
  const reached = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(reached.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal;
      const below = reached[at - 1] ?? 0;
      const above = reached[at + 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
      while (x < base.length && x - diagonal < head.length && base[x] === head[x - diagonal]) x += 1;
      reached[at] = x;
      if (x >= base.length && x - diagonal >= head.length) return rounds;
    }
  }
  return undefined;
}

function walkBack(rounds: readonly Int32Array[], baseLength: number, headLength: number, offset: number): Change[] {
  const changes: Change[] = [];
  let [x, y] = [baseLength, headLength];
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const reached = (diagonal: number): number => rounds[edits]?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const inserted = diagonal === -edits || (diagonal !== edits && reached(diagonal - 1) < reached(diagonal + 1));
    const fromX = inserted ? reached(diagonal + 1) : reached(diagonal - 1);
    const fromY = fromX - (inserted ? diagonal + 1 : diagonal - 1);
    const next = changes.at(-1);
    // Where the step ended, before the common stretch behind it.
    const [toX, toY] = inserted ? [fromX, fromY + 1] : [fromX + 1, fromY];
    if (next && next.baseStart === toX + offset && next.headStart === toY + offset)
      changes[changes.length - 1] = { ...next, baseStart: fromX + offset, headStart: fromY + offset };
    else changes.push({ baseStart: fromX + offset, baseEnd: toX + offset, headStart: fromY + offset, headEnd: toY + offset });
    [x, y] = [fromX, fromY];
  }
  return changes.reverse();
}
