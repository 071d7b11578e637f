import { inlineOf } from './inline.ts';
import { PlacedLine } from './placedLine.ts';

/** A cell, in the form of a line of Markdown. */
type Cell = PlacedLine;

const CELL = /(?<![\\|])(?:(?<=^|\s)(?:\d*\.?\d*[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?)?\|/gu;
const COLUMNS = /\bcols\s*=\s*"?(?<cols>[^"\]]+)"?/u;
const HEADER = /%header|options\s*=\s*"?[^"\]]*\bheader\b|%autowidth\.header/u;
/** Nobody writes a table with more columns. */
const MOST_COLUMNS = 60;

/**
 * The lines of a table in Markdown, as many as there were: its header, a rule and its rows from the first line on, then empty ones. Undefined for one without a header,
 * of which nobody can tell which column holds what.
 *
 * @param first line of the table, the one that opens it.
 * @param attributes that stand above it: `[cols="1,3", options="header"]`.
 */
export function tableLines(lines: readonly string[], first: number, last: number, attributes: string): readonly PlacedLine[] | undefined {
  const body = Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => first + 1 + at);
  const top = body.find((line) => (lines[line] ?? '').trim() !== '');
  if (top === undefined) return undefined;
  const inFirst = cellsOf(lines, [top]).length;
  // Where the first row is one line with an empty one below it, it is the header.
  const hasHeader = HEADER.test(attributes) || (inFirst > 1 && (lines[top + 1] ?? '').trim() === '' && top + 1 < last);
  const columns = columnsOf(attributes) ?? inFirst;
  if (!hasHeader || columns < 1 || columns > MOST_COLUMNS) return undefined;
  const cells = cellsOf(lines, body);
  const rows = Array.from({ length: Math.floor(cells.length / columns) }, (_, at) => cells.slice(at * columns, (at + 1) * columns));
  if (rows.length === 0 || rows.length + 1 > last - first + 1) return undefined;
  const place = { line: first, character: 0 };
  const made = rows.map((row) => {
    const line = new PlacedLine();
    for (const cell of row) {
      const start = cell.places[0] ?? place;
      line
        .put('| ', start)
        .join(cell)
        .put(' ', cell.places.at(-1) ?? place);
    }
    return line.put('|', row.at(-1)?.places.at(-1) ?? place);
  });
  const rule = new PlacedLine().put(`|${'---|'.repeat(columns)}`, place);
  const all = [...made.slice(0, 1), rule, ...made.slice(1)];
  return Array.from({ length: last - first + 1 }, (_, at) => all[at] ?? new PlacedLine());
}

/** How many columns the attributes name: 3 of `cols="1,2,3"`, `cols="3*"` and `cols="1,2*"`. */
function columnsOf(attributes: string): number | undefined {
  const cols = COLUMNS.exec(attributes)?.groups?.['cols'];
  if (cols === undefined) return undefined;
  return cols.split(/[,;]/u).reduce((sum, one) => sum + Number(/^\s*(\d+)\*/u.exec(one)?.[1] ?? 1), 0);
}

/** The cells of some lines, one behind the other; a cell goes on until the next one begins. */
function cellsOf(lines: readonly string[], wanted: readonly number[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const line of wanted) {
    const text = lines[line] ?? '';
    const marks = Array.from(text.matchAll(CELL), ({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
    const open = cells.at(-1);
    const lead = text.slice(0, marks[0]?.start ?? text.length);
    if (open && lead.trim() !== '') open.put(' ', { line, character: 0 }).join(trimmed(text.slice(0, lead.length), line, 0));
    for (const [at, { end }] of marks.entries()) cells.push(trimmed(text.slice(0, marks[at + 1]?.start ?? text.length), line, end));
  }
  return cells;
}

/** The words of a cell; a bar within them would end it in Markdown. */
function trimmed(text: string, line: number, from: number): PlacedLine {
  const start = from + (text.slice(from).length - text.slice(from).trimStart().length);
  return inlineOf(text.trimEnd().replaceAll(String.raw`\|`, ' /'), line, Math.min(start, text.trimEnd().length));
}
