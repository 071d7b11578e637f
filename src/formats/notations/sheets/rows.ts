import type { SheetRule } from '../../../model/configuration.ts';
import type { Attribute } from '../../../model/facts.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import { cutShort } from '../../../text/cutShort.ts';
import { DITTO } from '../../carriers/workbook/readSheet.ts';
import type { TextCell, TextRow } from '../../carriers/workbook/sheetText.ts';
import { isNumber, withHyphen } from '../../ids/objectIds.ts';
import { isHeadingWord, isInformationWord, normalName, saysKind } from '../../items/objectKinds.ts';
import { columnRole, isWithdrawn } from '../../tabular/headers.ts';
import type { SheetReading } from './table.ts';

/** What the items of a table are made by. */
export type Table = Extract<SheetReading, { readonly kind: 'table' }>;

/** An ID that a cell names, and where. */
export interface NamedId {
  readonly id: string;
  readonly range: Range;
}

/** A row that is an item. */
export interface RowItem {
  readonly row: TextRow;
  readonly id: string;
  readonly idRange: Range;
  /** Counted from 0. */
  readonly idColumn: number;
  readonly isNumbered: boolean;
  readonly aliases: readonly string[];
  readonly title: string;
  /** Those of the rows that belong to it, too. */
  readonly texts: readonly string[];
  readonly kind: 'requirement' | 'heading' | 'information' | 'withdrawn';
  readonly attributes: readonly Attribute[];
  readonly covers: readonly NamedId[];
  /** Its other name, by which the parents of other rows may go. */
  readonly other: string;
}

/** A row, and what it is: an item, more of the item above it, or nothing, for want of an ID or of any text. */
export type ReadRow =
  | { readonly kind: 'item'; readonly item: RowItem }
  | { readonly kind: 'more'; readonly row: TextRow; readonly id: string }
  | { readonly kind: 'without ID' | 'without text'; readonly row: TextRow };

/** Values are shown up to this length; texts of other tools may have pages. */
const LONGEST_VALUE = 400;
const LONGEST_TITLE = 80;
/** Between several IDs in a cell. */
const TOKEN = /[^\s;,]+/gu;

/** The rows of a table, as what they are. */
export function rowsOf(table: Table, rule: SheetRule | undefined): readonly ReadRow[] {
  const reader = new RowReader(table, rule);
  return table.rows.map((row) => reader.read(row));
}

class RowReader {
  readonly #table: Table;
  readonly #rule: SheetRule | undefined;
  readonly #names: readonly string[];
  readonly #above: string[] = [];
  /** The items above in a tree, by the level of their titles. */
  readonly #parents: (NamedId | undefined)[] = [];
  #last: { item: RowItem; texts: string[] } | undefined;

  constructor(table: Table, rule: SheetRule | undefined) {
    this.#table = table;
    this.#rule = rule;
    this.#names = table.header.cells.map(({ text }) => text);
  }

  read(row: TextRow): ReadRow {
    const { columns } = this.#table;
    const cells = row.cells.map((cell, at): TextCell => {
      const text = cell.text === DITTO ? (this.#above[at] ?? '') : cell.text;
      this.#above[at] = text;
      return { ...cell, text };
    });
    const isMore = columns.id.some((at) => row.cells[at]?.text === DITTO);
    const id = columns.id.map((at) => cells[at]).find((cell) => cell && cell.text !== '');
    const words = [...columns.title, ...columns.text].some((at) => (row.cells[at]?.text ?? '') !== '');
    if (isMore && this.#last && id) {
      this.#last.texts.push(...this.#texts(row.cells).filter((text) => text !== DITTO));
      return { kind: 'more', row, id: this.#last.item.id };
    }
    if (!id) return { kind: 'without ID', row };
    if (!words) return { kind: 'without text', row };
    const texts = this.#texts(cells);
    const item = this.#item(row, cells, id, texts);
    this.#last = { item, texts };
    return { kind: 'item', item };
  }

  #item(row: TextRow, cells: readonly TextCell[], id: TextCell, texts: string[]): RowItem {
    const { columns, layout } = this.#table;
    const titles = columns.title.filter((at) => (cells[at]?.text ?? '') !== '');
    const prefix = this.#rule?.prefix ?? '';
    const isPrefixed = isNumber(id.text) && prefix !== '';
    const localId = isPrefixed ? `${prefix}${id.text}` : id.text;
    const named = { id: localId, range: id.range };
    const level = layout.isTree ? columns.title.indexOf(titles[0] ?? -1) : 0;
    const parent = layout.isTree ? this.#parents.slice(0, level).findLast((above) => above) : undefined;
    if (layout.isTree) this.#parents.splice(level, this.#parents.length, named);
    const aliases = [
      ...(isPrefixed ? [id.text] : []),
      withHyphen(localId),
      ...(isNumber(id.text) ? (layout.aliases?.(id.text) ?? []) : []),
    ].filter((alias) => alias !== undefined && alias !== localId);
    return {
      row,
      id: localId,
      idRange: id.range,
      idColumn: cells.indexOf(id),
      isNumbered: isNumber(localId),
      aliases: aliases.filter((alias) => alias !== undefined),
      title: cells[titles[0] ?? -1]?.text || firstSentence(texts[0] ?? ''),
      texts,
      kind: this.#kind(cells),
      attributes: this.#attributes(cells),
      covers: [...columns.covers.flatMap((at) => idsIn(cells[at])), ...(parent ? [parent] : [])],
      other: columns.other === undefined ? '' : (cells[columns.other]?.text ?? ''),
    };
  }

  #texts(cells: readonly TextCell[]): string[] {
    const { columns, layout } = this.#table;
    const texts = columns.text.map((at) => cells[at]?.text ?? '').filter((text) => text !== '');
    return layout.isHtml ? texts.map(withoutTags) : texts;
  }

  #kind(cells: readonly TextCell[]): RowItem['kind'] {
    const { heading, information } = this.#rule ?? {};
    const is = ({ attribute, values }: { readonly attribute: string; readonly values: readonly string[] }): boolean =>
      cells.some(({ text }, at) => normalName(this.#names[at] ?? '') === normalName(attribute) && values.includes(text));
    if (heading && is(heading)) return 'heading';
    if (information && is(information)) return 'information';
    const said = (test: (name: string) => boolean): readonly string[] =>
      cells.filter((_, at) => test(this.#names[at] ?? '')).map(({ text }) => text.toLowerCase());
    const words = said((name) => saysKind(normalName(name)));
    if (!heading && words.some(isHeadingWord)) return 'heading';
    if (!information && words.some(isInformationWord)) return 'information';
    return said((name) => columnRole(name) === 'status').some(isWithdrawn) ? 'withdrawn' : 'requirement';
  }

  /** Columns of one name are one attribute. */
  #attributes(cells: readonly TextCell[]): readonly Attribute[] {
    const { columns } = this.#table;
    const used = new Set([...columns.id, ...columns.title, ...columns.text]);
    const found = new Map<string, Attribute>();
    for (const [at, { text, range }] of cells.entries()) {
      const name = collapse(this.#names[at] ?? '');
      if (used.has(at) || name === '' || text === '') continue;
      const before = found.get(name);
      found.set(name, { name, value: cutShort(before ? `${before.value}, ${text}` : text, LONGEST_VALUE), range: before?.range ?? range });
    }
    return [...found.values()];
  }
}

function idsIn(cell: TextCell | undefined): readonly NamedId[] {
  if (!cell) return [];
  const { line, character } = cell.range.start;
  return Array.from(cell.text.matchAll(TOKEN), ({ 0: id, index }) => ({
    id,
    range: { start: { line, character: character + index }, end: { line, character: character + index + id.length } },
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

function withoutTags(text: string): string {
  return collapse(
    text
      .replaceAll(/<\/?[a-z][^<>]{0,2000}>/giu, ' ')
      .replaceAll(/&(?<name>[a-z]{2,4});/gu, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}

function firstSentence(text: string): string {
  const start = text.slice(0, LONGEST_TITLE + 1);
  return (/^.*?[.!?](?=\s|$)/u.exec(start)?.[0] ?? start).slice(0, LONGEST_TITLE);
}
