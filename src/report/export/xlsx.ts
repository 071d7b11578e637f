import { zipSync } from 'fflate/browser';
import type { IndexView } from '../../index/view.ts';
import { xmlText } from '../writing/xml.ts';
import { exportedItems } from './exported.ts';
import type { Exported } from './exported.ts';

const HEADER = ['ID', 'Type', 'Title', 'Text', 'Status', 'Needs', 'Covers', 'Implements', 'Verifies', 'Key', 'File', 'Line'];
const SHEET = 'Requirements';
/** The earliest that an archive can say, so that the same items give the same bytes. */
const MODIFIED = '1980-01-01T00:00:00';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** All items as a workbook of one sheet, a row for each requirement and criterion. */
export function renderXlsx(view: IndexView): Uint8Array {
  const items = exportedItems(view);
  const ids = new Map(items.map(({ key, id }) => [key, id]));
  const names = [...new Set(items.flatMap(({ attributes }) => attributes.map(({ name }) => name)))]
    .filter((name) => !HEADER.includes(name))
    .sort();
  const rows = [[...HEADER, ...names], ...items.map((item) => rowOf(item, names, ids))];
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([name, text]) => [name, encoder.encode(DECLARATION + text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: MODIFIED });
}

function rowOf(item: Exported, names: readonly string[], ids: ReadonlyMap<string, string>): readonly string[] {
  const places = (kind: 'implements' | 'verifies'): string =>
    item.links.flatMap((link) => (link.kind === kind ? [link.place] : [])).join('\n');
  const upper = [...(item.parent === undefined ? [] : [item.parent]), ...item.covers];
  return [
    item.id,
    item.kind ?? (item.parent === undefined ? 'Requirement' : 'Criterion'),
    item.title,
    item.text,
    item.status,
    item.needs.join(', '),
    upper.map((key) => ids.get(key) ?? key).join(', '),
    places('implements'),
    places('verifies'),
    item.key,
    item.file,
    String(item.line),
    ...names.map((name) => item.attributes.flatMap((attribute) => (attribute.name === name ? [attribute.value] : [])).join(', ')),
  ];
}

function rowXml(cells: readonly string[]): string {
  return `<row>${cells.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`)).join('')}</row>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
