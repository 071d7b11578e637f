import type { Position } from '../../../model/position.ts';
import { splitLines } from '../../../text/lines.ts';
import type { FileLines } from '../factsInFile.ts';
import { inlineOf } from './inline.ts';
import { ListNesting } from './listNesting.ts';
import { PlacedLine } from './placedLine.ts';
import { tableLines } from './tables.ts';

/** AsciiDoc as Markdown, line for line, with the place of each letter in the file. */
export interface AsciidocAsMarkdown {
  readonly text: string;
  readonly lines: FileLines;
}

/** True for a file in AsciiDoc: `docs/spec.adoc`. */
export function isAsciidoc(path: string): boolean {
  return /\.(?:adoc|asciidoc)$/iu.test(path);
}

const HEADING = /^(?<marks>={1,6})[ \t]+(?=\S)/u;
/** What opens and closes a block, and nothing that is within it says anything: listings, literal text, what is passed on, comments. */
const VERBATIM = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*)$/u;
/** What is around other blocks: an example, a sidebar, a quotation, an open block. */
const AROUND = /^(?:={4,}|\*{4,}|_{4,}|--|-{3}|'{3,}|\*{3}|<{3,}|~{3,})$/u;
const DELIMITER = /^(?:={4,}|\*{4,}|_{4,}|--)$/u;
const TABLE = /^[|,:!]={3,}$/u;
const COMMENT = /^\/\/(?!\/)/u;
const ENTRY = /^:!?[\p{L}\p{N}_][\p{L}\p{N}_-]*!?:(?:\s|$)/u;
const DIRECTIVE = /^(?:ifdef|ifndef|ifeval|endif|include)::/u;
const ATTRIBUTES = /^\[(?:.*)\]$/u;
/** `[[REQ-1]]`, `[#REQ-1]`, `[.lead#REQ-1%x,y]` or `[id=REQ-1]` above a block. */
const NAMED =
  /^\[(?:\[(?<anchor>[\p{L}_:][\p{L}\p{N}_:.-]*)(?:,[^\]]*)?\]|[^\],#="]*#(?<id>[\p{L}_:][\p{L}\p{N}_:-]*(?:\.\d[\p{N}.]*)?)[^\]]*|.*\bid\s*=\s*"?(?<key>[\p{L}_:][\p{L}\p{N}_:.-]*)"?.*)\]$/u;
/** Attributes that another notation reads where they stand. */
const OFT = /\boft-[a-z]+\s*=|\.specitem\b/u;
const CODE_STYLE = /^\[(?:source|listing|literal|comment|stem|latexmath|asciimath|verse|pass)\b/u;
/** Lines of attributes above one block. */
const MOST_ATTRIBUTES = 20;
const LONGEST_ATTRIBUTES = 2000;
const TITLE = /^\.(?=[^\s.])/u;
const TERM = /^(?<lead>[ \t]*)(?<term>\S(?:[^\n]{0,200}?\S)?)(?<colons>:{2,4}|;;)(?:[ \t]+(?=\S)|$)/u;
const UNDERLINES: Readonly<Record<string, number>> = { '=': 1, '-': 2, '~': 3, '^': 4 };

/** Makes Markdown of AsciiDoc as far as requirements need it; what is code, a comment or passed on as it is becomes empty lines, and line comments those of HTML. */
export function asMarkdown(text: string): AsciidocAsMarkdown {
  const made = new Maker(splitLines(text)).make();
  const reversed = new Map<number, { readonly line: number; readonly character: number; readonly made: Position }[]>();
  const lookUp = (): typeof reversed => {
    if (reversed.size === 0)
      for (const [line, { places }] of made.entries())
        for (const [character, place] of places.entries())
          (reversed.get(place.line) ?? reversed.set(place.line, []).get(place.line))?.push({ ...place, made: { line, character } });
    return reversed;
  };
  return {
    text: made.map((line) => line.text).join('\n'),
    lines: {
      toFile({ line, character }) {
        const places = made[line]?.places ?? [];
        const last = places.at(-1);
        if (!last) return { line, character };
        return places[character] ?? { line: last.line, character: last.character + 1 + character - places.length };
      },
      endToFile({ line, character }) {
        const before = made[line]?.places[character - 1];
        return before ? { line: before.line, character: before.character + 1 } : { line, character };
      },
      fromFile({ line, character }) {
        const all = (lookUp().get(line) ?? []).filter((one) => one.character <= character);
        const nearest = all.reduce<(typeof all)[number] | undefined>(
          (best, one) => (best && best.character >= one.character ? best : one),
          undefined,
        );
        if (!nearest) return { line, character };
        return { line: nearest.made.line, character: nearest.made.character + character - nearest.character };
      },
    },
  };
}

class Maker {
  readonly #lines: readonly string[];
  readonly #made: PlacedLine[] = [];
  readonly #nesting = new ListNesting();
  /** Marks of the blocks around a line, which has no headings in them. */
  readonly #around: string[] = [];
  #attributes = '';
  #isCodeNext = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  make(): readonly PlacedLine[] {
    while (this.#made.length < this.#lines.length) this.#block(this.#made.length);
    return this.#made;
  }

  #block(at: number): void {
    const text = (this.#lines[at] ?? '').trimEnd();
    const below = (this.#lines[at + 1] ?? '').trimEnd();
    const isAfterBlank = at === 0 || (this.#lines[at - 1] ?? '').trim() === '';
    if (TABLE.test(text)) return this.#table(at, text);
    const isTop = this.#around.length === 0;
    const level = isTop && (isAfterBlank || this.#attributes !== '') ? levelUnderlined(text, below) : undefined;
    if (level !== undefined) {
      this.#heading(at, level, 0);
      return this.#empty(1);
    }
    if (VERBATIM.test(text)) return this.#verbatim(at, text);
    if (AROUND.test(text)) {
      this.#nesting.end();
      if (this.#around.at(-1) === text) this.#around.pop();
      // What nobody closes is around nothing.
      else if (DELIMITER.test(text) && this.#next(at, (line) => line.trimEnd() === text) >= 0) this.#around.push(text);
      return this.#empty(1);
    }
    if (this.#isCodeNext && text !== '') return this.#paragraphOfCode(at);
    this.#line(at, text, isAfterBlank);
  }

  #line(at: number, text: string, isAfterBlank: boolean): void {
    if (text === '' || text === '+') {
      if (text === '+') this.#nesting.attach();
      else this.#nesting.blank();
      return this.#empty(1);
    }
    if (COMMENT.test(text)) return this.#comment(at, text);
    if (ENTRY.test(text) || DIRECTIVE.test(text)) return this.#empty(1);
    if (ATTRIBUTES.test(text)) return this.#attributeLine(at, text);
    const { marks = '' } = HEADING.exec(text)?.groups ?? {};
    if (marks !== '' && this.#around.length === 0) return this.#heading(at, marks.length, HEADING.exec(text)?.[0].length ?? 0);
    this.#attributes = '';
    const item = this.#nesting.item(text);
    if (item) return this.#push(new PlacedLine().put(item.lead, { line: at, character: item.mark }).join(inlineOf(text, at, item.start)));
    if (isAfterBlank && /^[ \t]/u.test(text) && !this.#nesting.isAttached) return this.#paragraphOfCode(at);
    if (TITLE.test(text))
      return this.#push(
        new PlacedLine()
          .put('**', { line: at, character: 0 })
          .join(inlineOf(text, at, 1))
          .put('**', { line: at, character: text.length }),
      );
    const { lead = '', term = '', colons = '' } = TERM.exec(text)?.groups ?? {};
    if (term !== '') return this.#term(at, text, { lead, term, colons });
    const start = text.length - text.trimStart().length;
    if (isAfterBlank && !this.#nesting.isAttached) this.#nesting.end();
    this.#push(new PlacedLine().put(this.#nesting.indent, { line: at, character: start }).join(inlineOf(text, at, start)));
  }

  /** `REQ-1:: It boils` is a list item with a term that leads it. */
  #term(at: number, text: string, { lead, term, colons }: Readonly<Record<'lead' | 'term' | 'colons', string>>): void {
    const start = lead.length;
    const end = start + term.length;
    const { lead: mark } = this.#nesting.term(colons);
    const isMarked = /^[*\x60_[]/u.test(term);
    const made = new PlacedLine().put(isMarked ? mark : `${mark}**`, { line: at, character: start });
    made.join(inlineOf(text.slice(0, end), at, start));
    made.put(isMarked ? ':' : '**:', { line: at, character: end });
    const rest = TERM.exec(text)?.[0].length ?? text.length;
    if (rest < text.length) made.put(' ', { line: at, character: end }).join(inlineOf(text, at, rest));
    this.#push(made);
  }

  #heading(at: number, level: number, from: number): void {
    const text = (this.#lines[at] ?? '').trimEnd();
    // Marks behind the title as well are an old form.
    const end = from > 0 ? text.replace(new RegExp(`\\s={${level}}$`, 'u'), '').length : text.length;
    this.#nesting.end();
    this.#attributes = '';
    this.#isCodeNext = false;
    this.#push(new PlacedLine().put(`${'#'.repeat(level)} `, { line: at, character: 0 }).join(inlineOf(text.slice(0, end), at, from)));
  }

  #comment(at: number, text: string): void {
    const words = text.slice(2).replaceAll('-->', '').replaceAll('<!--', '');
    this.#push(
      new PlacedLine()
        .put('<!--', { line: at, character: 0 })
        .keep(words, { line: at, character: 2 })
        .put(' -->', { line: at, character: text.length }),
    );
  }

  #attributeLine(at: number, text: string): void {
    // More than a person writes says nothing.
    if (this.#attributes.length < LONGEST_ATTRIBUTES) this.#attributes += text;
    if (CODE_STYLE.test(text)) this.#isCodeNext = true;
    if (OFT.test(text)) return this.#push(new PlacedLine().keep(text, { line: at, character: 0 }));
    const { anchor, id, key } = NAMED.exec(text)?.groups ?? {};
    const name = anchor ?? id ?? key;
    if (name === undefined) return this.#empty(1);
    const start = text.indexOf(name, anchor === undefined && id !== undefined ? text.indexOf('#') : 0);
    const marks = this.#marksFor(at);
    if (!marks) return this.#empty(1);
    this.#push(
      new PlacedLine()
        .put(marks[0], { line: at, character: 0 })
        .keep(name, { line: at, character: start })
        .put(marks[1], { line: at, character: start + name.length }),
    );
  }

  /** A heading takes a name as MyST writes it, a paragraph begins with it; a name of a list, a table or a listing is for links alone. */
  #marksFor(at: number): readonly [before: string, behind: string] | undefined {
    let next = at + 1;
    while (next - at < MOST_ATTRIBUTES && ATTRIBUTES.test((this.#lines[next] ?? '').trimEnd())) next += 1;
    const text = (this.#lines[next] ?? '').trimEnd();
    if (HEADING.test(text) || levelUnderlined(text, (this.#lines[next + 1] ?? '').trimEnd()) !== undefined) return ['(', ')='];
    return this.#isCodeNext || !/^[\p{L}\p{N}"'(*_\x60]/u.test(text) || /^\*{1,6} /u.test(text) ? undefined : ['[', ']'];
  }

  #table(at: number, mark: string): void {
    const end = this.#next(at, (line) => line.trimEnd() === mark);
    const last = end < 0 ? this.#lines.length - 1 : end;
    const attributes = this.#attributes;
    this.#attributes = '';
    this.#nesting.end();
    const made = mark.startsWith('|') && end >= 0 ? tableLines(this.#lines, at, last, attributes) : undefined;
    if (made) {
      for (const line of made) this.#push(line);
      return;
    }
    this.#empty(1);
    for (let line = at + 1; line < last; line += 1) this.#push(inlineOf(this.#lines[line] ?? '', line, 0));
    if (last > at) this.#empty(1);
  }

  /** Up to the line that closes it; what is not closed goes on to the end, as in AsciiDoc. */
  #verbatim(at: number, mark: string): void {
    const closing = /^`{3,}/u.exec(mark)?.[0] ?? mark;
    const end = this.#next(at, (line) => line.trimEnd() === closing);
    this.#attributes = '';
    this.#isCodeNext = false;
    this.#empty((end < 0 ? this.#lines.length : end + 1) - at);
  }

  #paragraphOfCode(at: number): void {
    this.#isCodeNext = false;
    this.#attributes = '';
    const end = this.#next(at, (line) => line.trim() === '');
    this.#empty((end < 0 ? this.#lines.length : end) - at);
  }

  /** The first line below one that is meant, or -1. */
  #next(at: number, isMeant: (line: string) => boolean): number {
    for (let next = at + 1; next < this.#lines.length; next += 1) if (isMeant(this.#lines[next] ?? '')) return next;
    return -1;
  }

  #empty(count: number): void {
    for (let at = 0; at < count; at += 1) this.#push(new PlacedLine());
  }

  #push(line: PlacedLine): void {
    this.#made.push(line);
  }
}

/** The level of a title that is underlined: by as many marks as it has letters, one more or less. */
function levelUnderlined(title: string, below: string): number | undefined {
  const [mark = ''] = below;
  if (below.length < 3 || below !== mark.repeat(below.length) || !/^[\p{L}\p{N}*_\x60[]/u.test(title)) return undefined;
  return Math.abs(title.length - below.length) <= 1 ? UNDERLINES[mark] : undefined;
}
