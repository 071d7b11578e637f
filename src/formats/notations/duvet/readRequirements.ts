import type { Attribute, Reference } from '../../../model/facts.ts';
import type { Quote } from '../../../model/quotation.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import { uniqueBy } from '../../../text/grouping.ts';
import { quotable } from '../../../text/quotation.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { TomlTable } from '../../carriers/toml/tomlTables.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { readableToml } from '../../notation/readableToml.ts';
import { DUVET, sectionOf, SETTINGS, targetOf } from './grammar.ts';
import type { Target } from './grammar.ts';

const COMMENT = /^#\s*(?:\d[\d.]*\s+)?(?<title>\S.*)$/u;

/** Reads a file of requirements, exceptions and what is still to be done: `[[spec]]`, `[[exception]]` and `[[TODO]]` with quotations of sections. */
export function readRequirements(document: CarriedDocument, facts: FactSink): void {
  const tables = readableToml(document, facts);
  if (!tables || document.path === SETTINGS) return;
  new Requirements(document, facts, tables).read();
}

/** A quotation of a table with where it is. */
interface Quoted {
  readonly table: TomlTable;
  readonly target: Target;
  /** As written, and where. */
  readonly written: string;
  readonly place: Range;
  readonly text: string;
  readonly quote: Quote;
}

class Requirements {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #tables: readonly TomlTable[];

  constructor(document: CarriedDocument, facts: FactSink, tables: readonly TomlTable[]) {
    this.#document = document;
    this.#facts = facts;
    this.#tables = tables;
  }

  read(): void {
    const specs = new Map<string, Quoted[]>();
    for (const table of this.#tables) {
      const name = table.name.toLowerCase().replace(/s$/u, '');
      if (name !== 'spec' && name !== 'exception' && name !== 'todo') continue;
      const quoted = this.#quoted(table);
      if (!quoted) continue;
      const { document, section } = quoted.target;
      if (name === 'spec') specs.set(`${document}#${section}`, [...(specs.get(`${document}#${section}`) ?? []), quoted]);
      else if (name === 'exception') this.#except(quoted);
      else this.#plan(quoted);
    }
    // duvet, too, takes what is written twice for one requirement.
    for (const all of specs.values()) this.#define(uniqueBy(all, ({ text }) => text));
    const [only] = new Set(Array.from(specs.values(), ([quoted]) => quoted?.target.document));
    if (specs.size > 0) this.#facts.belong({ namespace: only, part: 'spec' });
  }

  #quoted(table: TomlTable): Quoted | undefined {
    const root = this.#tables[0];
    const written = table.values.get('target') ?? root?.values.get('target');
    const line = table.keyLines.get('target') ?? root?.keyLines.get('target') ?? table.line;
    const target = typeof written === 'string' ? targetOf(written) : undefined;
    if (typeof written !== 'string' || !target) {
      return this.#fault(
        table.line,
        say('This table has no "target" with a section, such as "{0}"', 'https://www.rfc-editor.org/rfc/rfc2324#section-2.1'),
      );
    }
    const text = table.values.get('quote');
    const words = typeof text === 'string' ? quotable(text) : '';
    if (typeof text !== 'string' || words === '') return this.#fault(table.line, say('This table has no "quote"'));
    const column = Math.max(0, (this.#document.lines[line] ?? '').indexOf(written));
    const range = this.#quoteRange(table, text);
    return { table, target, written, place: rangeAt(line, column, column + written.length), text, quote: { words, range, lead: '' } };
  }

  /** From the first line of the quotation to the last. */
  #quoteRange({ keyLines, line }: TomlTable, text: string): Range {
    const key = keyLines.get('quote') ?? line;
    const parts = text.split('\n').map((part) => part.trim());
    const [first = ''] = parts.filter((part) => part !== '');
    const { lines } = this.#document;
    const at = lines.findIndex((one, index) => index >= key && one.includes(first));
    if (at < 0) return rangeOfLines(lines, key, key);
    const count = parts.findLastIndex((part) => part !== '') - parts.findIndex((part) => part !== '');
    const column = (lines[at] ?? '').indexOf(first);
    // On one line a quotation mark follows.
    if (count === 0) return rangeAt(at, column, column + first.length);
    return rangeOfLines(lines, at, at + count, column);
  }

  #define(all: readonly Quoted[]): void {
    const [first] = all;
    if (!first) return;
    const { lines } = this.#document;
    const { document, section } = first.target;
    const file = this.#document.path.replace(/^.*\//u, '').replace(/\.toml$/u, '');
    // A file called like its section has what was extracted of that; any other adds to it.
    const id = sectionOf(file) === section ? section : `${section}.${file.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`;
    const heading = lines.find((line) => COMMENT.test(line)) ?? '';
    this.#document.note(first.place.start.line, 'requirement', () => say('Defines {0}', id));
    this.#facts.define(
      requirement({
        localId: id,
        notation: DUVET,
        namespace: document,
        ...(id === section && { place: { distance: 0 } }),
        title: collapse(COMMENT.exec(heading)?.groups?.['title'] ?? '') || section,
        range: rangeOfLines(lines, first.table.line, all.at(-1)?.table.last ?? first.table.last),
        nameRange: first.place,
        section,
        quotedAs: first.written.slice(0, first.written.lastIndexOf('#')),
        criteria: all.map(({ table, text, quote: { range } }, at) => {
          this.#document.note(range.start.line, 'criterion', () => say('A requirement of {0}', section));
          return criterion({
            localId: `AC${at + 1}`,
            text: collapse(text),
            range: rangeOfLines(lines, table.line, table.last),
            nameRange: rangeOfLines(lines, range.start.line, range.start.line, range.start.character),
            attributes: this.#attributes(table, ['level']),
          });
        }),
      }),
    );
  }

  #attributes({ values, keyLines, line }: TomlTable, names: readonly string[]): readonly Attribute[] {
    return names.flatMap((name) => {
      const value = values.get(name);
      const at = keyLines.get(name) ?? line;
      return typeof value === 'string' ? [{ name, value: collapse(value), range: rangeOfLines(this.#document.lines, at, at) }] : [];
    });
  }

  #except(quoted: Quoted): void {
    const reason = quoted.table.values.get('reason');
    const { line } = quoted.table;
    if (typeof reason !== 'string' || collapse(reason) === '') {
      this.#fault(line, say('This exception has no reason, so it waives nothing. Write "reason = …"'), 'invalid-waiver');
      return;
    }
    this.#document.note(quoted.quote.range.start.line, 'waiver', () => say('Waives a sentence of {0}', quoted.target.section));
    const range = rangeOfLines(this.#document.lines, line, quoted.table.last);
    this.#facts.waive({ reference: this.#reference(quoted), range, reason: collapse(reason) });
  }

  #plan(quoted: Quoted): void {
    const note = this.#attributes(quoted.table, ['feature', 'tracking-issue', 'reason']).map(({ value }) => value);
    this.#document.note(quoted.quote.range.start.line, 'annotation', () => say('To be done: a sentence of {0}', quoted.target.section));
    this.#facts.refer({
      kind: 'plans',
      source: 'keyword',
      reference: this.#reference(quoted),
      done: false,
      ...(note.length > 0 && { note: note.join(', ') }),
    });
  }

  /** Where the quotation begins, since a file names its section once for all of them. */
  #reference({ written, target, quote }: Quoted): Reference {
    const { start } = quote.range;
    const end = (this.#document.lines[start.line] ?? '').trimEnd().length;
    return {
      text: written,
      range: rangeAt(start.line, start.character, end),
      document: target.document,
      id: target.section,
      quote,
      notation: DUVET,
    };
  }

  #fault(line: number, message: Message, code: 'malformed-annotation' | 'invalid-waiver' = 'malformed-annotation'): undefined {
    this.#facts.problem({ code, range: rangeOfLines(this.#document.lines, line, line), message });
    this.#document.note(line, 'problem', () => message);
    return undefined;
  }
}
