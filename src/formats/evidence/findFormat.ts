import { endOfJson } from './jsonDocuments.ts';
import type { EvidenceFormat } from './formats.ts';
import { EVIDENCE_FORMATS } from './formats.ts';

/** As much of a text as is looked at to tell its format, in UTF-16 code units. */
export const HEAD = 4096;
/** Lines that may begin a report: an element, an object or list of JSON, the first lines of TAP, lcov and profiles of Go. */
const BEGINNING = /^[ \t\uFEFF]*(?=<[?!A-Za-z_]|[{[]\s*(?:["{[\]}]|-?\d|$)|TAP version \d|1\.\.\d|TN:|SF:|mode: )/gmu;
/** Of a text in no form that is known not more of them are tried. */
const MOST_BEGINNINGS = 200;

/**
 * The format of a text and where what is in it begins: at the beginning, or behind comments of XML or the output of other programs that is longer than what is looked at; undefined
 * where none fits. What is within an element or object of another form is nothing of its own.
 */
export function findFormat(text: string): { readonly format: EvidenceFormat; readonly from: number } | undefined {
  // A mark of the encoding is not part of the first line.
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const first = formatOf(text.slice(start, start + HEAD));
  if (first) return { format: first, from: start };
  BEGINNING.lastIndex = 0;
  for (let tries = MOST_BEGINNINGS; tries > 0; tries -= 1) {
    const found = BEGINNING.exec(text);
    if (!found) return undefined;
    const at = found.index + found[0].length;
    const from = text[at] === '<' ? behindProlog(text, at) : at;
    const format = formatOf(text.slice(from, from + HEAD));
    if (format) return { format, from };
    if (text[at] === '<') return undefined;
    const end = text[at] === '{' || text[at] === '[' ? endOfJson(text, at) : at + 1;
    if (end < 0) return undefined;
    BEGINNING.lastIndex = end;
  }
  return undefined;
}

function formatOf(head: string): EvidenceFormat | undefined {
  return EVIDENCE_FORMATS.find(({ fits }) => fits(head));
}

/** Where the first element begins, behind a declaration, comments and a document type without declarations; the end of the text where none does. */
function behindProlog(text: string, from: number): number {
  const blank = /\s*/uy;
  for (let at = from; ;) {
    blank.lastIndex = at;
    blank.test(text);
    at = blank.lastIndex;
    const isComment = text.startsWith('<!--', at);
    if (!isComment && !text.startsWith('<?', at) && !text.startsWith('<!', at)) return at;
    const close = isComment ? '-->' : '>';
    const end = text.indexOf(close, at + 2);
    if (end < 0) return text.length;
    at = end + close.length;
  }
}
