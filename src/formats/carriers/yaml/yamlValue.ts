import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, Pair } from 'yaml';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Problem } from '../../../model/finding.ts';
import { inARow, say } from '../../../model/message.ts';
import type { Message, MessageValue } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { closest } from '../../../text/closest.ts';
import type { LineMap } from '../../../text/lineMap.ts';

/** What the readers of one file share: its text, and where problems go. */
export interface YamlSource {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineMap;
  readonly problems: Problem[];
  /** Aliases followed so far. */
  aliases: number;
}

/** Aliases to lists of aliases multiply; no honest file comes near this. */
const MAX_ALIASES = 100;

/** Longer lists of keys help nobody in a message. */
const MAX_LISTED = 25;

/** One entry of a mapping. */
export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlValue;
}

/**
 * A value of a YAML file that knows its place and its name, so that a validator is one line:
 * `value.string()` is the text, or undefined after a `config-error` at the very range.
 */
export class YamlValue {
  readonly #source: YamlSource;
  readonly #node: Node | undefined;
  /** As messages call it: `documents[1].glob`; empty for the whole file. */
  readonly name: string;
  readonly range: Range;

  constructor(source: YamlSource, node: unknown, name: string, fallback: Range) {
    this.#source = source;
    this.name = name;
    // An alias is to blame where it is used, not where its anchor stands.
    const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
    // The range of a block goes on to where the next line begins.
    const length = range ? source.text.slice(range[0], range[1]).trimEnd().length : 0;
    this.range = range && length > 0 ? source.lines.rangeOf(range[0], range[0] + length) : fallback;
    const resolved = isAlias(node) ? this.#follow(node) : node;
    this.#node = isMap(resolved) || isSeq(resolved) || isScalar(resolved) ? resolved : undefined;
  }

  get isNull(): boolean {
    return !this.#node || (isScalar(this.#node) && this.#node.value === null);
  }

  get isText(): boolean {
    return isScalar(this.#node) && typeof this.#node.value === 'string';
  }

  /** True for a mapping or a list without anything in it. */
  get isEmpty(): boolean {
    return (isMap(this.#node) || isSeq(this.#node)) && this.#node.items.length === 0;
  }

  get isMapping(): boolean {
    return isMap(this.#node);
  }

  /** Adds a `config-error` here (or at the range given): of the fault `must not be empty` it makes `"siteRoot" must not be empty`. */
  fail(fault: Message, range: Range = this.range): undefined {
    const message = this.name ? say('"{0}" {1}', this.name, fault) : say('{0} {1}', CONFIGURATION_FILE, fault);
    this.#source.problems.push({ code: 'config-error', range, message });
    return undefined;
  }

  /** Text, quoted or not. */
  string(): string | undefined {
    if (isScalar(this.#node) && typeof this.#node.value === 'string') return this.#node.value;
    return this.fail(say('must be text, not {0}', this.#kind()));
  }

  boolean(): boolean | undefined {
    if (isScalar(this.#node) && typeof this.#node.value === 'boolean') return this.#node.value;
    return this.fail(say('must be true or false, not {0}', this.#kind()));
  }

  number(): number | undefined {
    if (isScalar(this.#node) && typeof this.#node.value === 'number') return this.#node.value;
    return this.fail(say('must be a number, not {0}', this.#kind()));
  }

  /** One of a few words. */
  word<Word extends string>(words: readonly Word[]): Word | undefined {
    const text = isScalar(this.#node) ? this.#node.value : undefined;
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    const shown = typeof text === 'string' ? say('"{0}"', text) : this.#kind();
    const near = typeof text === 'string' ? closest(text, words) : undefined;
    return this.fail(
      near ? say('must be {0}, not {1}; did you mean "{2}"?', oneOf(words), shown, near) : say('must be {0}, not {1}', oneOf(words), shown),
    );
  }

  /** The values of a list; empty after an error. */
  list(): readonly YamlValue[] {
    if (isSeq(this.#node)) return this.#node.items.map((item, at) => new YamlValue(this.#source, item, `${this.name}[${at}]`, this.range));
    this.fail(say('must be a list, not {0}; write it as [a, b] or with one "- " a line', this.#kind()));
    return [];
  }

  /** Lists with a rule for each value; what breaks the rule is left out. */
  listOf<Value>(read: (value: YamlValue) => Value | undefined): Value[] {
    return this.list().flatMap((value) => read(value) ?? []);
  }

  /** Entries of a mapping with free keys; empty after an error. */
  entries(): readonly YamlEntry[] {
    if (!isMap(this.#node)) {
      this.fail(say('must be a mapping of keys to values, not {0}', this.#kind()));
      return [];
    }
    const seen = new Set<string>();
    return this.#node.items.flatMap((pair) => {
      const entry = this.#entry(pair);
      if (!entry) return [];
      if (seen.has(entry.key)) entry.value.fail(say('is a duplicate key; keep one'), entry.keyRange);
      seen.add(entry.key);
      return entry;
    });
  }

  /** Entries of a mapping whose keys are known; others are errors with "did you mean". */
  fields<Key extends string>(keys: readonly Key[]): ReadonlyMap<Key, YamlValue> {
    const fields = new Map<Key, YamlValue>();
    for (const { key, keyRange, value } of this.entries()) {
      const known = keys.find((candidate) => candidate === key);
      if (known) fields.set(known, value);
      else this.unknownKey(key, keyRange, keys);
    }
    return fields;
  }

  unknownKey(key: string, range: Range, keys: readonly string[]): undefined {
    const near = closest(key, keys);
    const unknown = this.name ? say('Unknown key "{0}" in "{1}"', key, this.name) : say('Unknown key "{0}"', key);
    const known = keys.length <= MAX_LISTED ? say('{0}; valid keys: {1}', unknown, inARow(keys)) : unknown;
    const message = near ? say('{0}; did you mean "{1}"?', unknown, near) : known;
    this.#source.problems.push({ code: 'config-error', range, message });
    return undefined;
  }

  /** Where a text of this value is in the file: without quotes where they are the only difference, else the whole value. */
  textRange(): Range {
    const range = this.#node?.range;
    if (!isScalar(this.#node) || !range || typeof this.#node.value !== 'string') return this.range;
    const written = this.#source.text.slice(range[0], range[1]);
    if (written.slice(1, -1) === this.#node.value && /^["']/u.test(written)) return this.#source.lines.rangeOf(range[0] + 1, range[1] - 1);
    return this.range;
  }

  #entry(pair: Pair): YamlEntry | undefined {
    const range = isScalar(pair.key) && pair.key.range ? this.#source.lines.rangeOf(pair.key.range[0], pair.key.range[1]) : this.range;
    if (!isScalar(pair.key)) return this.fail(say('must have plain text as keys'), range);
    const key = String(pair.key.value);
    return { key, keyRange: range, value: new YamlValue(this.#source, pair.value, this.name ? `${this.name}.${key}` : key, range) };
  }

  #follow(alias: Alias): unknown {
    if ((this.#source.aliases += 1) > MAX_ALIASES) return this.fail(say('must not use more than {0} aliases in one file', MAX_ALIASES));
    return alias.resolve(this.#source.document) ?? this.fail(say('uses the alias *{0}, which no anchor &{0} defines', alias.source));
  }

  #kind(): Message {
    if (isMap(this.#node)) return say('a mapping');
    if (isSeq(this.#node)) return say('a list');
    if (this.isNull) return say('nothing');
    return isScalar(this.#node) ? say('"{0}"', String(this.#node.value)) : say('an unknown value');
  }
}

/** A value that is there and says something; undefined for a key whose values are all commented out. */
export function present(value: YamlValue | undefined): YamlValue | undefined {
  return value && !value.isNull ? value : undefined;
}

function oneOf(words: readonly string[]): MessageValue {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : say('{0} or {1}', inARow(words.slice(0, -1)), last);
}
