import type { Range } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';

/** A value as it is in a text, from its first letter to behind its last. */
interface JsonNode {
  readonly start: number;
  readonly end: number;
  readonly scalar?: string | number | boolean | null;
  readonly items?: readonly JsonNode[];
  readonly entries?: readonly (readonly [key: string, value: JsonNode])[];
}

/** A value of a JSON file that knows its place: `root.entry('stories')?.items()[0]?.entry('id')?.string`. */
export class JsonPlace {
  readonly #node: JsonNode;
  readonly #text: string;
  readonly #lines: LineMap;

  constructor(node: JsonNode, text: string, lines: LineMap) {
    this.#node = node;
    this.#text = text;
    this.#lines = lines;
  }

  /** The value of a key of an object. */
  entry(key: string): JsonPlace | undefined {
    const node = this.#node.entries?.find(([name]) => name === key)?.[1];
    return node && new JsonPlace(node, this.#text, this.#lines);
  }

  /** All keys of an object with their values, in order; none where it is something else. */
  entries(): readonly (readonly [key: string, value: JsonPlace])[] {
    return (this.#node.entries ?? []).map(([key, value]) => [key, new JsonPlace(value, this.#text, this.#lines)] as const);
  }

  /** The values of a list; none where it is something else. */
  items(): readonly JsonPlace[] {
    return (this.#node.items ?? []).map((item) => new JsonPlace(item, this.#text, this.#lines));
  }

  /** Text, or a number as text. */
  get string(): string | undefined {
    const { scalar } = this.#node;
    return typeof scalar === 'string' || typeof scalar === 'number' ? String(scalar) : undefined;
  }

  get boolean(): boolean | undefined {
    const { scalar } = this.#node;
    return typeof scalar === 'boolean' ? scalar : undefined;
  }

  /** A text as it is written, between its quotes, with blanks for escapes (`\n`), so that an offset into it is a place: `rangeOf(0, 3)`. */
  get written(): string {
    const { scalar, start, end } = this.#node;
    if (typeof scalar !== 'string') return '';
    return this.#text.slice(start + 1, end - 1).replaceAll(/\\(?:u[\dA-Fa-f]{4}|.)/gsu, (escape) => ' '.repeat(escape.length));
  }

  /** The place of a part of `written`. */
  rangeOf(start: number, end: number): Range {
    return this.#lines.rangeOf(this.#node.start + 1 + start, this.#node.start + 1 + end);
  }

  /** Where it stands, quotes included. */
  get range(): Range {
    return this.#lines.rangeOf(this.#node.start, this.#node.end);
  }

  /** The letters of a text, without its quotes. */
  get innerRange(): Range {
    const { scalar, start, end } = this.#node;
    return typeof scalar === 'string' ? this.#lines.rangeOf(start + 1, end - 1) : this.range;
  }
}

/** Readers walk into a value by calling themselves, so input that is nested deeper is given to none. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 4_000_000;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]|-?\d[\d.eE+-]*|true|false|null/gsu;

/** The value of a JSON file; undefined for a text that is not JSON, or that nobody wrote by hand. */
export function parseJson(text: string): JsonPlace | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return undefined;
  }
  const root = nodeOf(text);
  return root && new JsonPlace(root, text, new LineMap(text));
}

/** A list or object that is not closed yet. */
interface Open {
  readonly start: number;
  readonly values: JsonNode[];
}

/** Takes a text apart that is known to be JSON: an object is a list of keys and values by turns. */
function nodeOf(text: string): JsonNode | undefined {
  const open: Open[] = [{ start: 0, values: [] }];
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const end = start + token.length;
    if (token === '[' || token === '{') {
      open.push({ start, values: [] });
      if (open.length > MAX_DEPTH) return undefined;
      continue;
    }
    const closed = token === ']' || token === '}' ? open.pop() : undefined;
    open
      .at(-1)
      ?.values.push(closed ? { start: closed.start, end, ...parts(token, closed.values) } : { start, end, scalar: scalarOf(token) });
  }
  return open[0]?.values[0];
}

function parts(close: string, values: readonly JsonNode[]): Pick<JsonNode, 'items' | 'entries'> {
  if (close === ']') return { items: values };
  const entries: (readonly [string, JsonNode])[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [key, value] = [values[at], values[at + 1]];
    if (key && value) entries.push([String(key.scalar), value]);
  }
  return { entries };
}

function scalarOf(token: string): string | number | boolean | null {
  const value: unknown = JSON.parse(token);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
