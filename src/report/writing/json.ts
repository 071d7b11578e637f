/** Version of the JSON report; it rises when a field vanishes or changes its meaning, not when one is added. */
export const SCHEMA_VERSION = 1;

/** JSON as every command prints it: two blanks of indentation, a line end at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
