import type { Range } from '../../../model/position.ts';
import { pythonSyntax } from '../code/lexical/python.ts';
import { scan } from '../code/scan.ts';
import { LineMap } from '../../../text/lineMap.ts';
import type { JsonPlace } from '../json/jsonPlaces.ts';
import { parseJson } from '../json/jsonPlaces.ts';

/** A notebook of Jupyter, as far as its code can be read. */
export type NotebookCode =
  /** Its text with everything blank but the code of its cells, so that each place is that of the file. */
  | { readonly kind: 'code'; readonly text: string }
  /** A notebook in another language than Python: `r`. */
  | { readonly kind: 'language'; readonly language: string }
  /** No notebook, one of a format before 4, one of more than 4 million characters, or one whose lines of code stand on one line of the file. */
  | { readonly kind: 'unreadable' };

/** True for a notebook of Jupyter: `analysis/stock.ipynb`. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

/** A magic that makes the cell another language's; those that only measure leave it as it is. */
const OTHER_LANGUAGE = /^\s*%%(?!(?:time|timeit|capture|prun|memit|mprun|lprun)\b)/;
/** What a backslash stands for where that is code; for all others a blank does. */
const ESCAPED: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/' };

/**
 * The code of a notebook, by nbformat 4: cells of code have their lines as strings, each on a line of its own, as Jupyter, VS Code and nbformat write
 * them. Outputs and the text between the cells say nothing.
 */
export function notebookCode(text: string): NotebookCode {
  const root = parseJson(text);
  const cells = root?.entry('cells')?.items();
  if (!root || !cells || !(Number(root.entry('nbformat')?.string) >= 4)) return { kind: 'unreadable' };
  const metadata = root.entry('metadata');
  const named = metadata?.entry('language_info')?.entry('name') ?? metadata?.entry('kernelspec')?.entry('language');
  const language = (named?.string ?? 'python').toLowerCase();
  if (!/^(?:i?python\d?|sage.*)$/.test(language)) return { kind: 'language', language };
  const map = new LineMap(text);
  const parts: string[] = [];
  let at = 0;
  for (const cell of cells.filter((each) => each.entry('cell_type')?.string === 'code')) {
    const lines = codeLines(cell).map(({ innerRange }) => offsetsOf(map, innerRange));
    let code = '';
    const [[first] = [at]] = lines;
    parts.push(blank(text.slice(at, first)));
    at = first;
    for (const [start, end] of lines) {
      const line = text.slice(start, end);
      if (/\\n./s.test(line)) return { kind: 'unreadable' };
      code += blank(text.slice(at, start)) + plain(line);
      at = end;
    }
    parts.push(closed(code));
  }
  return { kind: 'code', text: parts.join('') + blank(text.slice(at)) };
}

/** The lines of a cell; none of one that is written in another language. */
function codeLines(cell: JsonPlace): readonly JsonPlace[] {
  const source = cell.entry('source');
  if (!source) return [];
  const lines = source.string === undefined ? source.items() : [source];
  return OTHER_LANGUAGE.test(lines[0]?.string ?? '') ? [] : lines.filter((line) => line.string !== undefined);
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
  return code.replace(/(?:\\(?:u[0-9a-fA-F]{4}|.))+/gs, (run) =>
    run.replace(/\\(?:u[0-9a-fA-F]{4}|.)/gs, (escape) => ESCAPED[escape[1] ?? ''] ?? ' ').padStart(run.length, ' '),
  );
}
