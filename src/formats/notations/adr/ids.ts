/** Zeros that people put before the number of a decision, as many as make it that long. */
const LENGTHS = [2, 3, 4, 5] as const;

const ID = /^ADR-0*(?<number>\d+)$/u;

/** The id of a decision without zeros before its number: `ADR-3` for `ADR-0003`. */
export function normalId(id: string): string {
  const number = ID.exec(id)?.groups?.['number'];
  return number === undefined ? id : `ADR-${number}`;
}

/** The same decision with zeros before its number: for 3 `ADR-03`, `ADR-003` … */
export function paddedIds(number: number): readonly string[] {
  const digits = String(number);
  return LENGTHS.filter((length) => length > digits.length).map((length) => `ADR-${digits.padStart(length, '0')}`);
}
