import type { FoundMapping } from '../../../model/foundMapping.ts';
import type { SheetRule } from '../../../model/configuration.ts';
import type { Reference } from '../../../model/facts.ts';
import { CELL } from '../../../model/attributeCondition.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { FILE_START, rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { TextSheet } from '../../carriers/workbook/sheetText.ts';
import { columnName } from '../../carriers/workbook/workbook.ts';
import { mappingFor } from '../../items/mappingFor.ts';
import type { FormatContext } from '../../notation/context.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { SHEETS } from './grammar.ts';
import { gridOf } from './grid.ts';
import { rowsOf } from './rows.ts';
import type { NamedId, ReadRow, RowItem, Table } from './rows.ts';
import { tableOf } from './table.ts';
import type { SheetReading } from './table.ts';

/** A sheet with its table. */
interface ReadSheet {
  readonly sheet: TextSheet;
  readonly table: Table;
  readonly rows: readonly ReadRow[];
}

// @implements RT-1.4/AC33
/** Reads a workbook, or what a tracker exported: rows with an ID are items. */
export function readDocument(document: CarriedDocument, facts: FactSink, { configuration, ids }: FormatContext): void {
  const rule = mappingFor(configuration.sheets, document.path);
  const base = document.namespace ?? document.path;
  facts.belong({ namespace: base, part: 'spec' });
  const reader = new Reader(document, facts, base, rule);
  const name = document.path.replace(/^.*\//u, '').replaceAll(/[-_.]/gu, ' ');
  const found = gridOf(document).flatMap((sheet): readonly ReadSheet[] => {
    if (reader.passesOver(sheet)) return [];
    const table = tableOf(sheet, name, rule, ids);
    if (table.kind === 'table') return [{ sheet, table, rows: rowsOf(table, rule) }];
    reader.leave(sheet, table);
    return [];
  });
  reader.missing(found);
  facts.mapped({ key: SHEETS, ...mappingOf(found.map(({ table }) => table)) });
  reader.define(found, (id) => rule?.covers !== undefined && ids.isId(id));
}

/** The columns that the tables of a file were read by. */
function mappingOf(tables: readonly Table[]): Pick<FoundMapping, 'id' | 'title' | 'text'> {
  const named = (key: 'id' | 'title' | 'text'): readonly string[] => [
    ...new Set(
      tables
        .flatMap(({ header, columns }) => columns[key].map((at) => collapse(header.cells[at]?.text ?? '')))
        .filter((name) => name !== ''),
    ),
  ];
  return { id: named('id'), title: named('title'), text: named('text') };
}

class Reader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #base: string;
  readonly #rule: SheetRule | undefined;
  readonly #places = new Map<string, Range>();
  /** What the cells of a column of parents may name, with the namespace that its item is in; those of each namespace behind its name, too. */
  readonly #known = new Map<string, { readonly id: string; readonly namespace: string }>();

  constructor(document: CarriedDocument, facts: FactSink, base: string, rule: SheetRule | undefined) {
    this.#document = document;
    this.#facts = facts;
    this.#base = base;
    this.#rule = rule;
  }

  /** True for a sheet that is not looked into, which `explain` says. */
  passesOver({ name, isHidden, line }: TextSheet): boolean {
    const wanted = this.#rule?.sheets;
    if (wanted && !wanted.includes(name)) {
      this.#document.note(line, 'nothing', () => say('The sheet {0} is none of those that "sheets" in reqtrace.yaml names', name));
      return true;
    }
    if (isHidden && wanted) this.#lose(line, say('The sheet {0} is hidden, and nothing of it is read', name));
    else if (isHidden) this.#document.note(line, 'nothing', () => say('The sheet {0} is hidden, and nothing of it is read', name));
    return isHidden;
  }

  /** A sheet in which no table of requirements was found. */
  leave({ line }: TextSheet, reading: Exclude<SheetReading, Table>): void {
    if (reading.kind === 'nothing')
      this.#document.note(line, 'nothing', () => say('No row of this sheet is the header of a table of requirements'));
    else if (reading.kind === 'near') {
      this.#facts.problem({ code: 'skipped-file', range: rangeAt(line, 0, 0), message: reading.why });
      this.#document.note(line, 'problem', () => reading.why);
    } else if (this.#rule?.sheets) this.#lose(line, reading.why);
    else this.#document.note(line, 'nothing', () => reading.why);
  }

  /** A file that the configuration names, and in which nothing of what it names is, was not read as somebody wants. */
  missing(found: readonly ReadSheet[]): void {
    const rule = this.#rule;
    if (!rule || found.length > 0) return;
    const columns = rule.id
      ? say('No column is called "{0}"', rule.id.join('", "'))
      : say('No table of requirements was found in this file');
    this.#facts.problem({ code: 'skipped-file', range: FILE_START, message: columns, unread: true });
  }

  define(found: readonly ReadSheet[], isElsewhere: (id: string) => boolean): void {
    const isNumbered = ({ rows }: ReadSheet): boolean => rows.some((row) => row.kind === 'item' && row.item.isNumbered);
    const several = found.filter(isNumbered).length > 1;
    const items = found.flatMap(({ sheet, table, rows }) => {
      this.#explain(sheet, table, rows);
      return rows.flatMap((row) => {
        if (row.kind !== 'item') return [];
        const namespace = several && row.item.isNumbered ? `${this.#base}/${slugOf(sheet.name)}` : this.#base;
        return [{ item: row.item, namespace, sheet: sheet.name }];
      });
    });
    for (const { item, namespace } of items)
      for (const name of [item.id, ...item.aliases, item.other])
        for (const key of [name, `${namespace}#${name}`])
          if (name !== '' && !this.#known.has(key)) this.#known.set(key, { id: item.id, namespace });
    for (const { sheet, ...placed } of items) this.#item(placed, sheet, isElsewhere);
  }

  #item(placed: { readonly item: RowItem; readonly namespace: string }, sheet: string, isElsewhere: (id: string) => boolean): void {
    const { item, namespace } = placed;
    const { row, id, idRange, aliases, title, texts, kind, attributes } = item;
    const text = texts.join(' ');
    const key = `${namespace}#${id}`;
    const first = this.#places.get(key);
    if (first) {
      const problem = duplicateId(this.#document.path, id, first, idRange);
      this.#facts.problem(problem);
      this.#document.note(row.line, 'problem', () => problem.message);
      return;
    }
    this.#places.set(key, idRange);
    this.#document.note(row.line, 'requirement', () => whatItIs(item));
    const end = row.cells.at(-1)?.range.end ?? idRange.end;
    this.#facts.define(
      requirement({
        localId: id,
        aliases,
        notation: SHEETS,
        namespace,
        title: title || id,
        text: text === title ? '' : text,
        range: { start: { line: row.line, character: 0 }, end },
        nameRange: idRange,
        level: kind === 'heading' ? 1 : 7,
        attributes: [
          ...(sheet === '' ? [] : [{ name: CELL, value: `${sheet}!${columnName(item.idColumn + 1)}${row.number}`, range: idRange }]),
          ...(kind === 'requirement' || kind === 'withdrawn' ? [] : [{ name: 'object', value: kind, range: idRange }]),
          ...attributes,
        ],
        covers: item.covers.flatMap((named) => this.#cover(named, placed, isElsewhere)),
        exempt: kind !== 'requirement',
      }),
    );
  }

  #cover(
    { id, range }: NamedId,
    { item, namespace }: { readonly item: RowItem; readonly namespace: string },
    isElsewhere: (id: string) => boolean,
  ): readonly Reference[] {
    const known = this.#known.get(`${namespace}#${id}`) ?? this.#known.get(id);
    if (known?.id === item.id || (!known && !isElsewhere(id))) return [];
    this.#document.note(item.row.line, 'annotation', () => say('{0} covers {1}', item.id, known?.id ?? id));
    const document = known && known.namespace !== this.#base ? known.namespace : undefined;
    return [{ text: id, range, id: known?.id ?? id, ...(document !== undefined && { document }), notation: SHEETS }];
  }

  #explain({ hiddenColumns, rows: all }: TextSheet, { header, columns }: Table, rows: readonly ReadRow[]): void {
    const note: CarriedDocument['note'] = (...noted) => this.#document.note(...noted);
    note(header.line, 'label', () => say('Header of a table of requirements'));
    if (hiddenColumns.length > 0)
      note(header.line, 'label', () =>
        say('Hidden columns, which are read: {0}', hiddenColumns.map((at) => columnName(at + 1)).join(', ')),
      );
    for (const row of all.slice(0, all.indexOf(header))) note(row.line, 'nothing', () => say('Above the header of the table'));
    for (const read of rows) {
      const row = read.kind === 'item' ? read.item.row : read.row;
      if (row.isHidden) note(row.line, 'label', () => say('A hidden row, which is read'));
      if (read.kind !== 'item') note(row.line, 'nothing', () => whyLeft(read));
      const formula = [...columns.id, ...columns.title, ...columns.text]
        .map((at) => row.cells[at])
        .find((cell) => cell?.text.startsWith('='));
      if (formula)
        this.#lose(
          row.line,
          say('A cell holds a formula without what it gives: save the workbook in a program that computes it'),
          formula.range,
        );
    }
  }

  #lose(line: number, message: Message, range = rangeAt(line, 0, 0)): void {
    this.#facts.problem({ code: 'skipped-file', range, message, unread: true });
    this.#document.note(line, 'problem', () => message);
  }
}

function slugOf(name: string): string {
  return name.trim().replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-') || 'sheet';
}

function whatItIs({ id, kind }: RowItem): Message {
  switch (kind) {
    case 'heading':
      return say('Row with the ID {0}: a heading, which needs nothing', id);
    case 'information':
      return say('Row with the ID {0}: information, which needs nothing', id);
    case 'withdrawn':
      return say('Row with the ID {0}: a requirement that its status exempts', id);
    case 'requirement':
      return say('Row with the ID {0}: a requirement', id);
  }
}

function whyLeft(row: Exclude<ReadRow, { readonly kind: 'item' }>): Message {
  if (row.kind === 'more') return say('More of {0}, whose ID goes over several rows', row.id);
  return row.kind === 'without ID' ? say('A row without an ID: not an item') : say('A row with an ID and no text: not an item');
}
