import type { Range } from '../../../model/position.ts';

/** A field of a record, without its quotation marks. */
export interface CsvField {
  readonly text: string;
  /** Where it is written, without the quotation marks. */
  readonly range: Range;
}

/** A record; it may go over several lines, as fields in quotation marks do. */
export interface CsvRecord {
  readonly first: number;
  readonly last: number;
  readonly fields: readonly CsvField[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The sign between the fields of a text: the one of which there are most in its first line, outside of quotation marks. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/u);
  const line = (end < 0 ? text : text.slice(0, end)).slice(0, 10_000).replace(/"[^"]*"/gu, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * The records of a text as RFC 4180 has them: fields in quotation marks may hold delimiters, line ends and, doubled, quotation marks. Total: a mark that is
 * not closed goes on to the end. Records without any text are left out.
 *
 * @param most how many records are wanted.
 */
export function readCsv(text: string, delimiter: string, most = Infinity): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader(text, delimiter);
  while (!reader.atEnd && records.length < most) {
    const record = reader.record();
    if (record.fields.some((field) => field.text.trim() !== '')) records.push(record);
  }
  return records;
}

class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #line = 0;
  #lineStart = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  record(): CsvRecord {
    const first = this.#line;
    const fields: CsvField[] = [];
    for (;;) {
      fields.push(this.#field());
      const last = this.#line;
      if (this.#text.startsWith(this.#delimiter, this.#at)) this.#at += this.#delimiter.length;
      else {
        this.#lineEnd();
        return { first, last, fields };
      }
    }
  }

  #field(): CsvField {
    return this.#text.charAt(this.#at) === '"' ? this.#quoted() : this.#plain();
  }

  #plain(): CsvField {
    const start = this.#at;
    while (!this.atEnd && !this.#text.startsWith(this.#delimiter, this.#at) && !isLineEnd(this.#text.charAt(this.#at))) this.#at++;
    const place = { line: this.#line, character: start - this.#lineStart };
    const text = this.#text.slice(start, this.#at);
    return { text, range: { start: place, end: { line: this.#line, character: this.#at - this.#lineStart } } };
  }

  #quoted(): CsvField {
    this.#at++;
    const start = { line: this.#line, character: this.#at - this.#lineStart };
    const parts: string[] = [];
    let from = this.#at;
    for (; !this.atEnd; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === '\n') {
        this.#line++;
        this.#lineStart = this.#at + 1;
      }
      if (character !== '"') continue;
      parts.push(this.#text.slice(from, this.#at));
      if (this.#text.charAt(this.#at + 1) !== '"') break;
      parts.push('"');
      this.#at++;
      from = this.#at + 1;
    }
    if (this.atEnd) parts.push(this.#text.slice(from));
    const end = { line: this.#line, character: Math.max(0, this.#at - this.#lineStart) };
    this.#at++;
    // What follows the closing mark is not part of the field.
    while (!this.atEnd && !this.#text.startsWith(this.#delimiter, this.#at) && !isLineEnd(this.#text.charAt(this.#at))) this.#at++;
    return { text: parts.join(''), range: { start, end } };
  }

  #lineEnd(): void {
    if (this.#text.startsWith('\r\n', this.#at)) this.#at += 2;
    else this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
  }
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
