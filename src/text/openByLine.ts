import type { LineMap } from './lineMap.ts';

/** A stretch of a text. */
export interface Stretch {
  /** The line that it begins on. */
  readonly line: number;
  /** The offset of its end. */
  readonly end: number;
}

/**
 * For each line the last one of a list that begins above it and goes on at its beginning: `[undefined, call, call, undefined]` for a call of the first three
 * lines. In one pass, since there may be as many stretches as lines, and questions about each.
 */
export function openByLine<Kind extends Stretch>(
  stretches: readonly Kind[],
  lines: Pick<LineMap, 'lineCount' | 'startOf'>,
): readonly (Kind | undefined)[] {
  const waiting = stretches.map((stretch, order) => ({ stretch, order })).sort((a, b) => a.stretch.line - b.stretch.line);
  /** In the order of the list; what is over is taken out as soon as it is the last. */
  const open: typeof waiting = [];
  const found: (Kind | undefined)[] = [];
  let next = 0;
  for (let line = 0; line < lines.lineCount; line += 1) {
    for (let one = waiting[next]; one && one.stretch.line < line; one = waiting[(next += 1)]) {
      const { order } = one;
      open.splice(open.findLastIndex((other) => other.order < order) + 1, 0, one);
    }
    const at = lines.startOf(line);
    while ((open.at(-1)?.stretch.end ?? Infinity) <= at) open.pop();
    found.push(open.at(-1)?.stretch);
  }
  return found;
}
