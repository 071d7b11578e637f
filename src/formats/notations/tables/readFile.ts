import type { Attribute, RequirementFacts } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import { collapse, withoutByteOrderMark } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { delimiterOf, readCsv } from '../../carriers/csv/csv.ts';
import type { CsvField, CsvRecord } from '../../carriers/csv/csv.ts';
import type { FormatContext } from '../../notation/context.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isWithdrawn } from '../../tabular/headers.ts';
import type { CellId } from '../../tabular/idOfCell.ts';
import { readTable } from '../../tabular/readTable.ts';
import type { Columns, TableReading } from '../../tabular/readTable.ts';
import { whyNotRead } from '../../tabular/whyNotRead.ts';
import { TABLES } from '../../tabular/readsTables.ts';

/** So many records tell what a file is; one that is nothing of ours is read no further. */
const SAMPLE = 40;

/** Reads a file of records: where its header and its cells say that each is a requirement, it defines them. */
export function readFile(document: CarriedDocument, facts: FactSink, context: FormatContext): void {
  const { path } = document;
  const text = withoutByteOrderMark(document.text);
  facts.document({ documentKey: path.replace(/\.[^./]+$/u, '') });
  const delimiter = delimiterOf(text);
  const sample = tableOf(readCsv(text, delimiter, SAMPLE + 1), path, context);
  if (sample.kind !== 'requirements') {
    if (sample.kind === 'near' || sample.kind === 'foreign')
      facts.problem({ code: 'skipped-file', range: FILE_START, message: whyNotRead(sample) });
    return document.note(0, 'nothing', () => say('The header and the first records do not say that each record is a requirement'));
  }
  const records = readCsv(text, delimiter);
  const reading = tableOf(records, path, context);
  if (reading.kind !== 'requirements') {
    facts.problem({ code: 'skipped-file', range: FILE_START, message: whyNotRead(reading) });
    return;
  }
  const [header, ...rows] = records;
  document.note(0, 'label', () => say('Header of a table of requirements'));
  const known = new Map<string, RequirementFacts>();
  for (const [at, row] of rows.entries()) {
    const cell = reading.ids[at];
    const { id } = reading.columns;
    const field = id === undefined ? undefined : row.fields[id];
    if (!header || !cell || !field) continue;
    const defined = definition(header, row, reading.columns, cell, field);
    const first = known.get(cell.id);
    if (first) {
      facts.problem(duplicateId(path, cell.id, first.nameRange, defined.nameRange));
      document.note(row.first, 'problem', () => say('{0} is defined twice', cell.id));
      continue;
    }
    known.set(cell.id, defined);
    facts.define(defined);
    document.note(row.first, 'requirement', () => say('Record with the ID {0}: requirement {0}', cell.id));
  }
}

function tableOf([header, ...rows]: readonly CsvRecord[], path: string, { ids }: FormatContext): TableReading {
  const texts = ({ fields }: CsvRecord): readonly string[] => fields.map(({ text }) => collapse(text));
  const name = path.replace(/^.*\//u, '').replaceAll(/[-_.]/gu, ' ');
  const place = { headings: [name], underLabel: false, isUsed: () => false };
  return readTable({ header: header ? texts(header) : [], rows: rows.map(texts) }, place, ids);
}

function definition(header: CsvRecord, row: CsvRecord, columns: Columns, cell: CellId, field: CsvField): RequirementFacts {
  const texts = columns.text.map((at) => collapse(row.fields[at]?.text ?? '')).filter((text) => text !== '');
  const { line, character } = field.range.start;
  const start = character + leadingSpace(field.text) + cell.start;
  const idRange = { start: { line, character: start }, end: { line, character: start + (cell.end - cell.start) } };
  const attributes = attributesOf(header, row, columns);
  const status = columns.roles.indexOf('status');
  const last = row.fields.at(-1)?.range.end ?? field.range.end;
  return requirement({
    localId: cell.id,
    notation: TABLES,
    idRange,
    title: texts[0] ?? cell.id,
    text: texts.slice(1).join(' '),
    range: { start: { line: row.first, character: 0 }, end: last },
    nameRange: idRange,
    attributes,
    exempt: status >= 0 && isWithdrawn(row.fields[status]?.text.trim() ?? ''),
  });
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function attributesOf(header: CsvRecord, row: CsvRecord, { roles, text }: Columns): readonly Attribute[] {
  return row.fields.flatMap((field, at) => {
    const [name, value] = [collapse(header.fields[at]?.text ?? ''), collapse(field.text)];
    return roles[at] === 'id' || text.includes(at) || name === '' || value === '' ? [] : [{ name, value, range: field.range }];
  });
}
