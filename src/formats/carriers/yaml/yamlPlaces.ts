import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Range } from '../../../model/position.ts';
import { rangeAt } from '../../../model/position.ts';
import { tooDeepAt } from './nesting.ts';

/** What YAML 1.1 takes for a flag, a date or a number, and YAML 1.2 for a text. */
const OLD_TYPES = /^(?:y|yes|n|no|on|off|\d{4}-\d{1,2}-\d{1,2}.*|[-+]?[\d.][\d_.:eE+-]*)$/iu;

/** A value of a YAML text that knows its place: `root.entries()` of `level: 1.10` has the key `level` and a value that is written `1.10`. */
export class YamlPlace {
  readonly #node: unknown;
  readonly #counter: LineCounter;
  readonly #offset: number;

  /** @param offset lines above the text in its file. */
  constructor(node: unknown, counter: LineCounter, offset: number) {
    this.#node = node;
    this.#counter = counter;
    this.#offset = offset;
  }

  /** A text, or what else stands alone as it is written, `true` or `1.10`; undefined for lists and mappings. */
  get written(): string | undefined {
    if (!isScalar(this.#node)) return undefined;
    const { value, source } = this.#node;
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  /** A text that YAML 1.1 takes for one, too; undefined for a number, and for `yes` and a date without quotes. */
  get text(): string | undefined {
    if (!isScalar(this.#node) || typeof this.#node.value !== 'string') return undefined;
    const { type, value } = this.#node;
    return type === 'PLAIN' && OLD_TYPES.test(value) ? undefined : value;
  }

  get isNull(): boolean {
    return isScalar(this.#node) && this.#node.value === null;
  }

  /** The keys of a mapping with their values, in order; none where it is something else. */
  entries(): readonly { readonly key: YamlPlace; readonly value: YamlPlace }[] {
    if (!isMap(this.#node)) return [];
    return this.#node.items.map(({ key, value }) => ({ key: this.#place(key), value: this.#place(value) }));
  }

  /** The value of a key. */
  entry(name: string): YamlPlace | undefined {
    return this.entries().find(({ key }) => key.written === name)?.value;
  }

  /** The values of a list; none where it is something else. */
  items(): readonly YamlPlace[] {
    return isSeq(this.#node) ? this.#node.items.map((item) => this.#place(item)) : [];
  }

  /** Where it is: its letters on the line on which it begins, without quotes around them. */
  get range(): Range {
    const [from, to] = isScalar(this.#node) || isMap(this.#node) || isSeq(this.#node) ? (this.#node.range ?? [0, 0]) : [0, 0];
    const quote = this.#isQuotedAsItIs(from, to) ? 1 : 0;
    const [start, end] = [from + quote, to - quote];
    const first = this.#counter.linePos(start);
    const last = this.#counter.linePos(end);
    const line = first.line - 1 + this.#offset;
    return rangeAt(line, first.col - 1, last.line === first.line ? last.col - 1 : first.col);
  }

  /** True for a text in quotes whose letters are all its own: `"REQ_001"`, not `"\u0052"`. */
  #isQuotedAsItIs(from: number, to: number): boolean {
    if (!isScalar(this.#node) || typeof this.#node.value !== 'string') return false;
    const { type, value } = this.#node;
    return (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && to - from === value.length + 2;
  }

  #place(node: unknown): YamlPlace {
    return new YamlPlace(node, this.#counter, this.#offset);
  }
}

/** The root of a YAML text, with places; undefined where it cannot be read. Line ends are LF. */
export function yamlPlaces(text: string, offset = 0): YamlPlace | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false, lineCounter: counter });
    return document.errors.length > 0 ? undefined : new YamlPlace(document.contents, counter, offset);
  } catch {
    return undefined;
  }
}
