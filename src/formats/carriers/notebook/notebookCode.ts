import type { Position, Range } from '../../../model/position.ts';
import type { FileLines } from '../factsInFile.ts';
import { pythonSyntax } from '../code/lexical/python.ts';
import { scan } from '../code/scan.ts';
import { LineMap } from '../../../text/lineMap.ts';
import type { JsonPlace } from '../json/jsonPlaces.ts';
import type { NotebookCell } from './notebookCells.ts';
import { notebookCells } from './notebookCells.ts';

/** A notebook of Jupyter, as far as its code can be read. */
export type NotebookCode =
  /** Its text with everything blank but the code of its cells, so that each offset is that of the file. */
  | { readonly kind: 'code'; readonly text: string; readonly lines?: FileLines }
  /** A notebook in another language than Python: `r`. */
  | { readonly kind: 'language'; readonly language: string }
  /** No notebook, one of a format before 4, or one of more than 4 million characters. */
  | { readonly kind: 'unreadable' };

/** True for a notebook of Jupyter: `analysis/stock.ipynb`. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

/** A magic that makes the cell another language's; those that only measure leave it as it is. */
const OTHER_LANGUAGE = /^\s*%%(?!(?:time|timeit|capture|prun|memit|mprun|lprun)\b)/;
/** What a backslash stands for where that is code; for all others a blank does. */
const ESCAPED: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/' };

/** The code of a notebook, by nbformat 4. Outputs and the text between the cells say nothing. */
export function notebookCode(text: string): NotebookCode {
  const notebook = notebookCells(text);
  if (!notebook) return { kind: 'unreadable' };
  const { language } = notebook;
  if (!/^(?:i?python\d?|sage.*)$/.test(language)) return { kind: 'language', language };
  const map = new LineMap(text);
  const parts: string[] = [];
  let at = 0;
  for (const cell of notebook.cells) {
    const pieces = codePieces(cell);
    let code = '';
    let before: JsonPlace | undefined;
    for (const piece of pieces) {
      const [start, end] = offsetsOf(map, piece.innerRange);
      const gap = gapBefore(text.slice(at, start), before);
      if (before) code += gap;
      else parts.push(gap);
      code += plain(text.slice(start, end));
      at = end;
      before = piece;
    }
    parts.push(closed(code));
  }
  const code = parts.join('') + blank(text.slice(at));
  const codeMap = new LineMap(code);
  if (codeMap.lineCount === map.lineCount) return { kind: 'code', text: code };
  return { kind: 'code', text: code, lines: { toFile: turned(codeMap, map), fromFile: turned(map, codeMap) } };
}

/** What is before a piece, as long: a line ends there where the piece before it in its cell says so, and behind each cell. */
function gapBefore(gap: string, before: JsonPlace | undefined): string {
  if (before && !before.string?.endsWith('\n')) return ' '.repeat(gap.length);
  return /[\r\n]/.test(gap) ? blank(gap) : `\n${' '.repeat(gap.length - 1)}`;
}

/** The place at the same offset in a text of the same length. */
function turned(from: LineMap, to: LineMap): (position: Position) => Position {
  return ({ line, character }) => to.positionAt(from.startOf(line) + character);
}

/** The pieces of the text of a cell of code; none of one that is written in another language. */
function codePieces({ isCode, pieces }: NotebookCell): NotebookCell['pieces'] {
  return isCode && !OTHER_LANGUAGE.test(pieces[0]?.string ?? '') ? pieces : [];
}

/** The code of a cell without a string that is never closed there, which else went on through the cells behind it. */
function closed(code: string): string {
  if (!/"""|'''/.test(code)) return code;
  const probe = code.length + 1;
  const last = scan(`${code}\n#`, pythonSyntax).at(-1);
  return last === undefined || last.start >= probe ? code : code.slice(0, last.start) + blank(code.slice(last.start));
}

function offsetsOf(map: LineMap, { start, end }: Range): [start: number, end: number] {
  return [map.startOf(start.line) + start.character, map.startOf(end.line) + end.character];
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The code of a JSON string, as long as it is written there. What stands side by side stays so: three quotes are one mark. */
function plain(code: string): string {
  return code.replace(/(?:\\(?:u[0-9a-fA-F]{4}|.))+/gs, (run, offset: number) => {
    const escapes = run.match(/\\(?:u[0-9a-fA-F]{4}|.)/gs) ?? [];
    // At the end of a piece its line ends anyway.
    const last = offset + run.length === code.length ? escapes.length - 1 : escapes.length;
    let read = '';
    let line: string[] = [];
    for (const [index, escape] of escapes.entries()) {
      if (escape !== '\\n' || index >= last) line.push(escape);
      else {
        read += `${besides(line)} \n`;
        line = [];
      }
    }
    return read + besides(line);
  });
}

function besides(escapes: readonly string[]): string {
  const length = escapes.join('').length;
  return escapes
    .map((escape) => ESCAPED[escape[1] ?? ''] ?? ' ')
    .join('')
    .padStart(length, ' ');
}
