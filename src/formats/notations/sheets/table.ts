import type { SheetRule } from '../../../model/configuration.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { TextRow, TextSheet } from '../../carriers/workbook/sheetText.ts';
import { DITTO } from '../../carriers/workbook/readSheet.ts';
import { isObjectId } from '../../ids/objectIds.ts';
import type { IdGrammar } from '../../ids/idGrammar.ts';
import { normalName } from '../../items/objectKinds.ts';
import { columnRole } from '../../tabular/headers.ts';
import { readTable } from '../../tabular/readTable.ts';
import type { TableReading } from '../../tabular/readTable.ts';
import { whyNotRead } from '../../tabular/whyNotRead.ts';
import { trackerOf, USUAL } from './layouts.ts';
import type { Layout } from './layouts.ts';

/** Columns of a table by what is in them, counted from 0. */
export interface SheetColumns {
  readonly id: readonly number[];
  /** In the order of the levels where titles are in several. */
  readonly title: readonly number[];
  readonly text: readonly number[];
  readonly covers: readonly number[];
  /** A column with other names of items. */
  readonly other: number | undefined;
}

/** What a sheet is. */
export type SheetReading =
  | {
      readonly kind: 'table';
      readonly header: TextRow;
      readonly rows: readonly TextRow[];
      readonly columns: SheetColumns;
      readonly layout: Layout;
    }
  | { readonly kind: 'near' | 'missing'; readonly why: Message }
  | { readonly kind: 'nothing' };

/** So far down a sheet its header may be, below titles and legends. */
const MOST_ABOVE = 50;
/** One of so many IDs may be missing or there twice in a column that is one of IDs. */
const SLIPS = 5;
/** Names of columns that only requirements have, beside those that any table of them has: `STATEMENT`. */
const KNOWN: ReadonlySet<string> = new Set([...USUAL.id, ...USUAL.title, ...USUAL.text]);
const NOTHING: SheetReading = { kind: 'nothing' };

/** The table of a sheet: by the rule of the configuration, as a tracker exports it, or by the names of its columns. */
export function tableOf(sheet: TextSheet, name: string, rule: SheetRule | undefined, ids: IdGrammar): SheetReading {
  const tops = sheet.rows.slice(0, MOST_ABOVE);
  if (rule?.id) {
    const wanted = rule.id.map(normalName);
    const header = tops.find((row) => namesOf(row).some((column) => wanted.includes(column)));
    // Who names the column of IDs of a tracker takes nothing else from it.
    if (header) return table(sheet, header, ruled(rule, trackerOf(header.cells.map(({ text }) => text)) ?? USUAL));
    return { kind: 'missing', why: say('No column is called "{0}"', rule.id.join('", "')) };
  }
  for (const row of tops) {
    const tracker = trackerOf(row.cells.map(({ text }) => text));
    if (tracker) return table(sheet, row, ruled(rule, tracker));
  }
  const header = tops.find(
    (row) => row.cells.filter(({ text }) => columnRole(text) !== 'other' || KNOWN.has(normalName(text))).length >= 2,
  );
  return header ? usualTable(sheet, header, { name, rule, ids }) : NOTHING;
}

function usualTable(
  sheet: TextSheet,
  header: TextRow,
  { name, rule, ids }: { readonly name: string; readonly rule: SheetRule | undefined; readonly ids: IdGrammar },
): SheetReading {
  const layout = ruled(rule, USUAL);
  const rows = below(sheet, header);
  const named = columnsOf(header, layout);
  // A column of parents makes no matrix of a table.
  const texts = ({ cells }: TextRow): readonly string[] =>
    cells.map(({ text }, at) => (text === DITTO || named.covers.includes(at) ? '' : text));
  const place = { headings: [name, sheet.name], underLabel: false, isUsed: () => false };
  const reading = readTable({ header: texts(header), rows: rows.map(texts) }, place, ids);
  if (reading.kind === 'requirements' && reading.columns.id !== undefined) {
    const [first, ...more] = reading.columns.text;
    const found = more.length > 0 && first !== undefined ? [first] : [];
    const title = rule?.title ? named.title : found;
    const text = rule?.text ? named.text : reading.columns.text.filter((at) => !title.includes(at));
    return { kind: 'table', header, rows, layout, columns: { ...named, id: [reading.columns.id], title, text } };
  }
  if (reading.kind !== 'near' && isFilled(rows, named)) return { kind: 'table', header, rows, layout, columns: named };
  return isRead(reading) ? NOTHING : { kind: 'near', why: whyNotRead(reading) };
}

function isRead({ kind }: TableReading): boolean {
  return kind !== 'near' && kind !== 'foreign';
}

/** True where a column is called one of IDs and holds such, and another holds words. */
function isFilled(rows: readonly TextRow[], { id: [id], title, text }: SheetColumns): boolean {
  if (id === undefined || (text.length === 0 && title.length === 0)) return false;
  const filled = rows.map(({ cells }) => cells[id]?.text ?? '').filter((cell) => cell !== '' && cell !== DITTO);
  const distinct = new Set(filled.filter((cell) => isObjectId(cell) && /\d/u.test(cell)));
  return filled.length > 0 && (filled.length - distinct.size) * SLIPS <= filled.length;
}

function table(sheet: TextSheet, header: TextRow, layout: Layout): SheetReading {
  return { kind: 'table', header, rows: below(sheet, header), columns: columnsOf(header, layout), layout };
}

function below({ rows }: TextSheet, header: TextRow): readonly TextRow[] {
  return rows.slice(rows.indexOf(header) + 1);
}

function ruled(rule: SheetRule | undefined, layout: Layout): Layout {
  const names = (given: readonly string[] | undefined, usual: readonly string[]): readonly string[] => given?.map(normalName) ?? usual;
  const { id, title, text, covers } = layout;
  return {
    ...layout,
    id: names(rule?.id, id),
    title: names(rule?.title, title),
    text: names(rule?.text, text),
    covers: names(rule?.covers, covers),
  };
}

function namesOf({ cells }: TextRow): readonly string[] {
  return cells.map(({ text }) => normalName(text));
}

function columnsOf(header: TextRow, { id, title, text, covers, other, isTree }: Layout): SheetColumns {
  const names = namesOf(header);
  const at = (wanted: readonly string[]): readonly number[] =>
    wanted.flatMap((one) => names.flatMap((name, column) => (name === one ? [column] : [])));
  const levels = names.flatMap((name, column) => (/^title\d$/u.test(name) ? [column] : []));
  const titles = isTree && levels.length > 0 ? levels : at(title);
  return { id: at(id), title: titles, text: at(text), covers: at(covers), other: other === undefined ? undefined : at([other])[0] };
}
