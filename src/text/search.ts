/**
 * The last of so many places of which something is true that is true of all places before it, too; -1 where it is of none. With the starts of
 * lines, `lastWhere(starts.length, (at) => starts[at] <= offset)` is the line of an offset. Takes as many looks as the number has binary digits.
 */
export function lastWhere(length: number, holds: (at: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
