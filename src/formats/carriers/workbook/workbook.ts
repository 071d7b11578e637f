/** A sheet as it is saved: its cells by row and column, both counted from 1. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The name of a column: `C` for 3, `AA` for 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCodePoint(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The column and row of a cell, `[3, 12]` for `C12`; undefined for what is not the address of one. */
export function cellAt(address: string): readonly [column: number, row: number] | undefined {
  const { letters, digits } = /^\$?(?<letters>[A-Z]{1,3})\$?(?<digits>[1-9]\d{0,6})$/u.exec(address)?.groups ?? {};
  if (letters === undefined || digits === undefined) return undefined;
  return [Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), Number(digits)];
}
