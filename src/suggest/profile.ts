import type { CarriedCode } from '../formats/carried/carriedCode.ts';
import { TEST_ATTRIBUTE_LINE } from '../formats/carriers/code/attributes.ts';
import type { FilePath } from '../model/position.ts';
import { fileName } from '../text/paths.ts';
import type { Tally } from './tally.ts';
import type { Terms, Vocabulary } from './vocabulary.ts';

/** A function or a test of a file, with the comment above it and the terms of both. */
export interface Unit {
  /** `reserveStock()`, or the title of a test. */
  readonly name: string;
  readonly kind: 'function' | 'test';
  /** Line of its head, from 0. */
  readonly line: number;
  readonly lastLine: number;
  readonly terms: Terms;
}

/** Which part of a file a term is in: its name and those of its types, names of its functions, comments, all of it. */
export type Zone = 'names' | 'functions' | 'comments' | 'all';

/** What suggestions know of one file, taken alone: a pure function of its path and text, with the numbers of one vocabulary for its terms. */
export interface Profile {
  readonly path: FilePath;
  readonly role: 'code' | 'test';
  readonly zones: Readonly<Record<Zone, Terms>>;
  readonly units: readonly Unit[];
  /** What it imports, as written: `./stock.ts`, `shop.stock.Reservation`, `est.h`. */
  readonly imports: readonly string[];
}

/** A line by which a file names another, in the common languages. */
const IMPORT =
  /^\s*(?:import\b|export\b.*\bfrom\b|from\s+[\w.]+\s+import\b|#\s*(?:include|import)\b|using\s|use\s|package\s|require(?:_relative)?[\s(]|(?:const|let|var)\b.*\brequire\s*\()/u;
const IMPORTED = /["'<]([^"'<>\n]+)["'>]|\b([\w$]+(?:(?:\.|::|\\)[\w$]+)+)/gu;
/** What a comment says that is about the rights in a text, not about what it does. */
const LICENCE = /copyright|licen[cs]e|spdx-|all rights reserved/iu;
/** A line that belongs to what is below it: a comment, an attribute. */
const LEADS = /^\s*(?:\/\/|\/\*|\*|#|@|\[|--|;|""")/u;
const HEAD = /[\p{L}_]/u;

// @implements RT-12.1/AC2~d51c46
/** Reads what suggestions know of a file of code or tests: `profileOf(new CarriedCode({ path, text, role }), new Vocabulary())`. */
export function profileOf(code: CarriedCode, words: Vocabulary): Profile {
  return new Reader(code, words).read();
}

const NONE = new Int32Array();

/** How much of a line is looked at to see whether it imports. */
const LOOKED_AT = 400;
/** How a line that imports begins, see `IMPORT`: nearly all others begin otherwise. */
const IMPORT_BEGINS = new Set(Array.from('iefup#rclv', (character) => character.charCodeAt(0)));

function kindOf(text: string, start: number, end: number): 'blank' | 'import' | 'other' {
  let at = start;
  let code = 0;
  for (; at < end; at++) {
    code = text.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) break;
  }
  if (at >= end) return 'blank';
  if (code < 128 && !IMPORT_BEGINS.has(code)) return 'other';
  const line = text.slice(start, end);
  if (!/\S/u.test(line)) return 'blank';
  return IMPORT.test(line) ? 'import' : 'other';
}

interface Open {
  readonly name: string;
  readonly kind: Unit['kind'];
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
  names: Int32Array;
}

class Reader {
  readonly #code: CarriedCode;
  readonly #words: Vocabulary;
  readonly #imports = new Set<string>();
  readonly #typeNames: string[] = [];
  readonly #units: Open[];
  #unit = 0;
  #importEnd = 0;

  constructor(code: CarriedCode, words: Vocabulary) {
    this.#code = code;
    this.#words = words;
    this.#units = this.#unitsOf();
  }

  read(): Profile {
    const { text, tokens } = this.#code;
    let at = 0;
    let isHead = true;
    for (const { kind, start, end, innerStart, innerEnd } of tokens) {
      if (this.#codeIn(at, start)) isHead = false;
      at = end;
      // The name of an imported file is in a string.
      if (kind === 'string' && start < this.#importEnd) continue;
      if (kind === 'string') this.#count(innerStart, innerEnd);
      else if (!isHead || !LICENCE.test(text.slice(innerStart, innerEnd))) this.#count(innerStart, innerEnd, this.#words.rooms.comments);
    }
    this.#codeIn(at, text.length);
    return this.#profile();
  }

  #profile(): Profile {
    const { path, role } = this.#code;
    const { rest, comments } = this.#words.rooms;
    this.#leaveUnit();
    const written = [rest.take(), ...this.#units.map(({ names }) => names)];
    const zones = {
      names: this.#words.termsIn([...this.#typeNames, fileName(path).replace(/\.\w+$/u, '')]),
      functions: this.#words.termsIn(this.#units.map(({ name }) => name)),
      comments: this.#words.termsOf([comments.take()]),
      all: this.#words.termsOf(written),
    };
    const units = this.#units.map(({ name, kind, line, lastLine, names }) => ({
      name,
      kind,
      line,
      lastLine,
      terms: this.#words.termsOf([names]),
    }));
    return { path, role, zones, units, imports: [...this.#imports] };
  }

  /** Counts code line by line, imports left out; true where there was any. */
  #codeIn(start: number, end: number): boolean {
    const { text, tokens } = this.#code;
    let any = false;
    for (let at = start; at < end;) {
      const newline = text.indexOf('\n', at);
      const stop = newline < 0 || newline >= end ? end : newline + 1;
      const kind = kindOf(text, at, Math.min(stop, at + LOOKED_AT));
      if (kind !== 'blank') {
        any = true;
        if (kind === 'import') this.#import(at, tokens.length > 0 ? this.#lineEnd(at) : stop);
        else this.#count(at, stop);
      }
      at = stop;
    }
    return any;
  }

  #lineEnd(at: number): number {
    const end = this.#code.text.indexOf('\n', at);
    return end < 0 ? this.#code.text.length : end;
  }

  #import(start: number, end: number): void {
    this.#importEnd = end;
    for (const [, quoted, dotted] of this.#code.text.slice(start, end).matchAll(IMPORTED)) {
      const name = quoted ?? dotted;
      if (name !== undefined) this.#imports.add(name);
    }
  }

  #count(start: number, end: number, also?: Tally): void {
    const units = this.#units;
    const { rooms } = this.#words;
    const { text } = this.#code;
    let from = start;
    while (from < end) {
      while (this.#unit < units.length && (units[this.#unit]?.end ?? 0) <= from) {
        this.#leaveUnit();
        this.#unit += 1;
      }
      const unit = units[this.#unit];
      const inside = unit !== undefined && unit.start <= from;
      const to = Math.min(end, inside ? unit.end : (unit?.start ?? end));
      this.#words.countNames(inside ? rooms.unit : rooms.rest, text, from, to);
      from = Math.max(to, from + 1);
    }
    if (also) this.#words.countNames(also, text, start, end);
  }

  /** Keeps what was counted of the unit that ends. */
  #leaveUnit(): void {
    const unit = this.#units[this.#unit];
    if (unit) unit.names = this.#words.rooms.unit.take();
  }

  /** Functions and tests in order; each reaches to where the next one or a type begins, its comment included. */
  #unitsOf(): Open[] {
    const { declarations, lines, text } = this.#code;
    const units: Open[] = [];
    if (!declarations) return units;
    const heads: { name: string; kind: Unit['kind'] | 'class'; line: number; first: number }[] = [];
    for (let line = 0; line < lines.lineCount; line++) {
      const head = HEAD.test(lines.lineText(line, 200)) ? declarations.on(line) : undefined;
      if (!head || head.kind === 'other' || head.group) continue;
      if (head.kind === 'class') this.#typeNames.push(head.name.replace(/^\S+\s+/u, ''));
      let first = line;
      while (first > 0 && LEADS.test(lines.lineText(first - 1, 80))) first -= 1;
      const isTest =
        head.kind === 'function' && first < line && TEST_ATTRIBUTE_LINE.test(text.slice(lines.startOf(first), lines.startOf(line)));
      heads.push({ name: head.name, kind: isTest ? 'test' : head.kind, line, first });
    }
    for (const [index, { name, kind, line, first }] of heads.entries()) {
      if (kind === 'class') continue;
      const next = heads[index + 1];
      const lastLine = (next ? Math.max(next.first, line + 1) : lines.lineCount) - 1;
      const start = Math.max(lines.startOf(first), units.at(-1)?.end ?? 0);
      units.push({ name, kind, line, lastLine, start, end: next ? lines.startOf(lastLine + 1) : text.length, names: NONE });
    }
    return units;
  }
}
