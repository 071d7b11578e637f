import type { Position, Range } from '../model/position.ts';
import { lastWhere } from './search.ts';

/** Turns offsets of one text (UTF-16 code units) into positions and back: `new LineMap('a\nb').positionAt(2)` is line 1, character 0. */
export class LineMap {
  readonly #text: string;
  readonly #starts: number[] = [0];
  /** The line that was found last: the next one asked for is often near. */
  #near = 0;

  constructor(text: string) {
    this.#text = text;
    // Line ends are LF, CRLF and a lone CR. With no match objects for thousands of lines, since completion waits for this at each key.
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    while (lf >= 0 || cr >= 0) {
      const isLone = cr >= 0 && (lf < 0 || cr < lf - 1);
      const next = (isLone ? cr : lf) + 1;
      this.#starts.push(next);
      if (lf >= 0 && lf < next) lf = text.indexOf('\n', next);
      if (cr >= 0 && cr < next) cr = text.indexOf('\r', next);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Line of an offset, counted from 0. */
  lineAt(offset: number): number {
    const starts = this.#starts;
    for (let line = this.#near; line < this.#near + 4 && offset >= (starts[line] ?? Infinity); line += 1)
      if (offset < (starts[line + 1] ?? Infinity)) return (this.#near = line);
    const found = lastWhere(starts.length, (line) => (starts[line] ?? 0) <= offset);
    return (this.#near = Math.max(0, found));
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Offset behind the last character of a line, its line end left out. */
  endOf(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    return this.#text[next - 1] === '\n' && this.#text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  /** Text of a line without its line end, cut after `limit` characters. */
  lineText(line: number, limit = Infinity): string {
    const start = this.startOf(line);
    return this.#text.slice(start, Math.min(this.endOf(line), start + limit));
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.startOf(line) };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
