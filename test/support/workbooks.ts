import { zipped } from './archives.ts';

/** A sheet as a test means it: XML of its rows, and what else is in it. */
export interface SheetSpec {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
  readonly more?: string;
  readonly columns?: string;
}

/** Parts of a workbook that others share. */
export interface WorkbookSpec {
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
  /** Parts in place of those that are made. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Rows of texts as XML: `rowsOf([['ID', 'Text'], ['R-1', 'It boils.']])`. */
export function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, at) => `<row r="${at + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
    .join('');
}

/** A workbook of these sheets: `workbook([{ name: 'Requirements', rows: rowsOf([['ID']]) }])`. */
export function workbook(
  sheets: readonly SheetSpec[],
  { strings = '', styles = '', properties = '', parts = {} }: WorkbookSpec = {},
): Buffer {
  const state = ({ state: given }: SheetSpec): string => (given === undefined ? '' : ` state="${given}"`);
  return zipped({
    'xl/workbook.xml': `<workbook>${properties}<sheets>${sheets
      .map((sheet, at) => `<sheet name="${sheet.name}"${state(sheet)} r:id="r${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, at) => `<Relationship Id="r${at}" Target="worksheets/s${at}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, more = '', columns = '' }, at) => [
        `xl/worksheets/s${at}.xml`,
        `<worksheet>${columns}<sheetData>${rows}</sheetData>${more}</worksheet>`,
      ]),
    ),
    ...parts,
  });
}
