import { eachLine } from '../../text/lines.ts';
import { isRecord } from '../../text/parsed.ts';

/** A value of JSON that is an object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The objects that are on lines of their own, with the number of the line, which begins at 0; of other lines that are not blank only their text. */
export function* jsonLines(
  text: string,
): Generator<{ readonly line: number; readonly text: string; readonly value: JsonObject | undefined }> {
  let line = 0;
  for (const entry of eachLine(text)) {
    const start = entry.trim();
    const value = start.startsWith('{') ? parsed(start) : undefined;
    if (start !== '') yield { line, text: entry, value: isRecord(value) ? value : undefined };
    line += 1;
  }
}

/** The value of a text that is JSON and nothing else; undefined where it is not. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The value of a field, also through several: `fieldIn(step, 'result', 'status')`. */
export function fieldIn(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value);
}

/** The same where it is a text. */
export function textIn(value: unknown, ...names: readonly string[]): string | undefined {
  const field = fieldIn(value, ...names);
  return typeof field === 'string' ? field : undefined;
}

/** The same where it is a list; else an empty one. */
export function listIn(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const field = fieldIn(value, ...names);
  return Array.isArray(field) ? field : [];
}

/** The same where it is a number. */
export function numberIn(value: unknown, ...names: readonly string[]): number | undefined {
  const field = fieldIn(value, ...names);
  return typeof field === 'number' ? field : undefined;
}
