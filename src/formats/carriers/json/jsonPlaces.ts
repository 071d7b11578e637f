import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Range } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';

/** A value of a JSON file that knows its place: `root.entry('stories')?.items()[0]?.entry('id')?.string`. */
export class JsonPlace {
  readonly #node: unknown;
  readonly #lines: LineMap;

  constructor(node: unknown, lines: LineMap) {
    this.#node = node;
    this.#lines = lines;
  }

  /** The value of a key of an object. */
  entry(key: string): JsonPlace | undefined {
    if (!isMap(this.#node)) return undefined;
    const pair = this.#node.items.find((one) => isScalar(one.key) && one.key.value === key);
    return pair && new JsonPlace(pair.value, this.#lines);
  }

  /** The values of a list; none where it is something else. */
  items(): readonly JsonPlace[] {
    return isSeq(this.#node) ? this.#node.items.map((item) => new JsonPlace(item, this.#lines)) : [];
  }

  /** Text, or a number as text. */
  get string(): string | undefined {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  get boolean(): boolean | undefined {
    return isScalar(this.#node) && typeof this.#node.value === 'boolean' ? this.#node.value : undefined;
  }

  /** Where it stands, quotes included. */
  get range(): Range {
    const [start = 0, end = 0] = isMap(this.#node) || isSeq(this.#node) || isScalar(this.#node) ? (this.#node.range ?? []) : [];
    return this.#lines.rangeOf(start, end);
  }

  /** The letters of a text on one line, without its quotes. */
  get innerRange(): Range {
    const { start, end } = this.range;
    const isQuoted = isScalar(this.#node) && this.#node.type === 'QUOTE_DOUBLE' && start.line === end.line;
    return isQuoted ? { start: { ...start, character: start.character + 1 }, end: { ...end, character: end.character - 1 } } : this.range;
  }
}

/** The parser's work grows with the square of the nesting, so deep input is not given to it. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 2_000_000;

/** The value of a JSON file, which is YAML as well; undefined for a text that is no JSON, or that nobody wrote by hand. */
export function parseJson(text: string): JsonPlace | undefined {
  if (text.length > MAX_LENGTH || isDeep(text)) return undefined;
  try {
    JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return undefined;
  }
  const { contents } = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false });
  return new JsonPlace(contents, new LineMap(text));
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const { 0: sign } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gsu)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
