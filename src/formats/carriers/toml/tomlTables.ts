import { parse } from 'smol-toml';
import { messageOf } from '../../../text/errors.ts';
import { linesOf } from '../../../text/lines.ts';

/** A table of a TOML file: `[[spec]]` with what is below it, or, without a name, what is before the first one. */
export interface TomlTable {
  /** As written between the brackets; empty for the root. */
  readonly name: string;
  /** Of its head. */
  readonly line: number;
  /** The last of its lines that says something. */
  readonly last: number;
  readonly values: ReadonlyMap<string, unknown>;
  /** The line on which each key is written. */
  readonly keyLines: ReadonlyMap<string, number>;
}

/** The tables of a file in order, or why it is not TOML, and the line where that shows. */
export type TomlTables =
  | { readonly kind: 'tables'; readonly tables: readonly TomlTable[] }
  | { readonly kind: 'fault'; readonly reason: string; readonly line: number };

const HEAD = /^\s*(?:\[\[\s*(?<list>[\w.-]+)\s*\]\]|\[\s*(?<table>[\w.-]+)\s*\])\s*(?:#.*)?$/u;
const KEY = /^\s*(?<key>[\w-]+|"[^"\n]*"|'[^'\n]*')\s*=\s*(?<value>.*)$/u;

/** The place of a table, found by its lines alone. */
interface Place {
  readonly name: string;
  readonly isList: boolean;
  readonly line: number;
  last: number;
  readonly keyLines: Map<string, number>;
}

/** Reads the tables of a file, with their places: `tomlTables('[[spec]]\nquote = "a"')` has one with the name `spec` on line 0. */
export function tomlTables(text: string): TomlTables {
  let data: Record<string, unknown>;
  try {
    data = parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : 1;
    return { kind: 'fault', reason: messageOf(error).split('\n', 1)[0] ?? '', line: Math.max(0, line - 1) };
  }
  const counts = new Map<string, number>();
  const tables = placesIn(linesOf(text)).map(({ name, isList, ...place }): TomlTable => {
    const at = counts.get(name) ?? 0;
    counts.set(name, at + 1);
    const found = name === '' ? data : valueOf(data, name);
    const value: unknown = isList && Array.isArray(found) ? found[at] : found;
    return { name, ...place, values: new Map(isTable(value) ? Object.entries(value) : []) };
  });
  return { kind: 'tables', tables };
}

function valueOf(data: Record<string, unknown>, name: string): unknown {
  let value: unknown = data;
  for (const key of name.split('.')) value = isTable(value) ? value[key] : undefined;
  return value;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Heads and keys with their lines; what stands in a text of several lines is none. */
function placesIn(lines: readonly string[]): readonly Place[] {
  const places: Place[] = [{ name: '', isList: false, line: 0, last: 0, keyLines: new Map() }];
  let open: string | undefined;
  for (const [line, text] of lines.entries()) {
    const place = places.at(-1);
    if (!place) break;
    if (open !== undefined) {
      place.last = line;
      if (text.includes(open)) open = undefined;
      continue;
    }
    const { list, table } = HEAD.exec(text)?.groups ?? {};
    const name = list ?? table;
    if (name !== undefined) {
      places.push({ name, isList: list !== undefined, line, last: line, keyLines: new Map() });
      continue;
    }
    const { key, value = '' } = KEY.exec(text)?.groups ?? {};
    if (key === undefined) continue;
    place.keyLines.set(key.replaceAll(/^["']|["']$/gu, ''), line);
    place.last = line;
    const mark = /^(?<mark>'''|""")(?<rest>.*)$/u.exec(value.trim())?.groups;
    if (mark && mark['rest']?.includes(mark['mark'] ?? '') !== true) open = mark['mark'];
  }
  return places;
}
