import { eachLine } from '../../text/lines.ts';
import { isRecord } from '../../text/parsed.ts';

/** A value of JSON that is an object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The value of a text; where it is none, of the object or list that begins one of its lines and ends one, or the last that ends anywhere: npm and the like
 * print before and behind it. `undefined` where there is none.
 */
export function jsonIn(text: string, brackets: '{}' | '[]' = '{}'): unknown {
  const [open = '', close = ''] = brackets;
  const from = text.slice(Math.max(0, text.search(open === '{' ? /^\s*\{/mu : /^\s*\[/mu)));
  const ends = [from.lastIndexOf(`\n${close}`) + 1, from.lastIndexOf(close)].map((end) => from.slice(0, end + 1));
  const parts = [text, ...ends, from.trimStart().split('\n', 1)[0] ?? ''];
  for (const part of parts) {
    const value = parsed(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The objects that stand on lines of their own, with the number of the line, which begins at 0; of other lines that are not blank only their text. */
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

function parsed(text: string): unknown {
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
