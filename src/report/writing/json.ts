/** Version of all JSON that is printed, except the report, whose version 2 adds to this one. */
export const SCHEMA_VERSION = 1;

/** JSON as every command prints it: two blanks of indentation, a line end at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
