import { collapse, withoutByteOrderMark } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { delimiterOf, readCsv } from '../../carriers/csv/csv.ts';
import { sheetsIn } from '../../carriers/workbook/sheetText.ts';
import type { TextCell, TextSheet } from '../../carriers/workbook/sheetText.ts';

/** A line by which Excel is told what is between fields. */
const SEPARATOR = /^sep=(?<sign>.)\r?\n/u;

/** True for a path whose file is a workbook, and read as the text that stands for it. */
function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/iu.test(path);
}

/** The sheets of a document; of comma-separated values there is one, without a name. */
export function gridOf({ path, text, lines }: CarriedDocument): readonly TextSheet[] {
  return isWorkbook(path) ? sheetsIn(lines) : [recordsOf(withoutByteOrderMark(text))];
}

function recordsOf(text: string): TextSheet {
  const sign = SEPARATOR.exec(text)?.groups?.['sign'];
  const records = readCsv(text, sign ?? delimiterOf(text));
  const rows = records.slice(sign === undefined ? 0 : 1).map(({ first, fields }) => ({
    number: first + 1,
    isHidden: false,
    line: first,
    cells: fields.map((field): TextCell => ({ text: collapse(field.text), range: field.range })),
  }));
  return { name: '', isHidden: false, line: 0, hiddenColumns: [], rows };
}
