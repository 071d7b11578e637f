import type { Position, Range } from '../../../model/position.ts';
import { pairEmphasis, type Delimiter } from './emphasis.ts';
import { CodeCloses, matchHtml, matchLinkTail } from './inlineSyntax.ts';
import { normalLabel, unescapeText } from './commonMark.ts';
import type { SourceLine } from '../../../text/lines.ts';
import { lastWhere } from '../../../text/search.ts';

/** A part of the plain text, as offsets into it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span that begins exactly at an offset. Spans come in order; looking for one is cheap however many there are. */
export function spanAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  const span = spans[indexBefore(spans, offset)];
  return span?.start === offset ? span : undefined;
}

/** The span that an offset lies in. */
export function spanOver<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  const span = spans[indexBefore(spans, offset)];
  return span && offset < span.end ? span : undefined;
}

/** Index of the last item that begins at or before an offset, or -1. */
function indexBefore(items: readonly { readonly start: number }[], offset: number): number {
  return lastWhere(items.length, (at) => (items[at]?.start ?? 0) <= offset);
}

/** A link or an image; the span is that of its text. */
export interface InlineLink extends Span {
  /** Where the link goes, as written, if the link itself says so and not a definition elsewhere. */
  readonly target?: string;
  readonly targetRange?: Range;
}

/** The name that `<a id="REQ-1"></a>` gives to its place. */
export interface InlineAnchor {
  /** Where it is in the plain text. */
  readonly at: number;
  readonly name: string;
  readonly nameRange: Range;
}

/** A piece of plain text that is in the source letter by letter. */
interface Run {
  readonly start: number;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Inline Markdown without its markup, each letter still knowing its place. */
export interface InlineText {
  /** Lines are separated by `\n`. */
  readonly plain: string;
  readonly strong: readonly Span[];
  /** In italics. */
  readonly emphasis: readonly Span[];
  readonly struck: readonly Span[];
  readonly code: readonly Span[];
  readonly links: readonly InlineLink[];
  readonly anchors: readonly InlineAnchor[];
  /** Range of a part of the plain text in the file. */
  rangeOf(start: number, end: number): Range;
  /**
   * The stretches between two offsets whose letters stand side by side in the file: only there can a word be found
   * and renamed.
   */
  runs(from: number, to: number): readonly Span[];
}

/**
 * Removes emphasis, code marks, link targets, tags and comments from the text of a block: `**A** [b](c)` is `A b`.
 * Linear in the length of the text.
 *
 * @param references normalised labels that the document defines, so that `[a][b]` is known to be a link.
 */
export function readInline(source: readonly SourceLine[], references: ReadonlySet<string>): InlineText {
  return new Reader(source, references).read();
}

type Piece =
  | { readonly kind: 'text'; readonly offset: number; readonly length: number; readonly text: string }
  | { readonly kind: 'delimiter'; readonly offset: number; readonly delimiter: Delimiter }
  | { readonly kind: 'mark'; readonly mark: Mark };

type Mark =
  | { readonly anchor: string; readonly nameRange: Range }
  | { readonly href: string; readonly hrefRange: Range }
  | { readonly open: 'code' | 'link' }
  | { readonly close: 'code' | 'link'; readonly target?: string; readonly targetRange?: Range };

/** Characters that may begin markup; everything between them is text. */
const SPECIAL = /[\\`<[\]!*_~&]/g;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
/** A tag that names its place, up to the end of the name. */
const ANCHOR = /^(<a\s(?:[^>]{0,200}\s)?(?:id|name)\s*=\s*["']?)([^"'\s>]{1,200})/i;
/** A tag that links, up to the end of its target. */
const HREF = /^(<a\s(?:[^>]{0,200}\s)?href\s*=\s*["']?)([^"'\s>]{1,1000})/i;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;

class Reader {
  readonly #source: readonly SourceLine[];
  readonly #references: ReadonlySet<string>;
  readonly #text: string;
  readonly #lineStarts: number[] = [];
  readonly #pieces: Piece[] = [];
  readonly #brackets: { readonly piece: number; readonly offset: number }[] = [];
  readonly #delimiters: Delimiter[] = [];
  #codeCloses: CodeCloses | undefined;
  #pos = 0;

  constructor(source: readonly SourceLine[], references: ReadonlySet<string>) {
    this.#source = source;
    this.#references = references;
    this.#text = source.map((line) => line.text).join('\n');
    let start = 0;
    for (const line of source) {
      this.#lineStarts.push(start);
      start += line.text.length + 1;
    }
  }

  read(): InlineText {
    const text = this.#text;
    while (this.#pos < text.length) {
      SPECIAL.lastIndex = this.#pos;
      const next = SPECIAL.exec(text)?.index ?? text.length;
      if (next > this.#pos) this.#literal(this.#pos, next);
      if (next < text.length) this.#special(text.charAt(next));
    }
    pairEmphasis(this.#delimiters);
    return this.#assemble();
  }

  #literal(from: number, to: number): void {
    if (to > from) this.#pieces.push({ kind: 'text', offset: from, length: to - from, text: this.#text.slice(from, to) });
    this.#pos = to;
  }

  #special(character: string): void {
    const at = this.#pos;
    switch (character) {
      case '\\':
        return ASCII_PUNCTUATION.test(this.#text.charAt(at + 1)) ? this.#escaped(at) : this.#literal(at, at + 1);
      case '`':
        return this.#codeSpan(at);
      case '<':
        return this.#html(at);
      case '&':
        return this.#entity(at);
      case '!':
        if (this.#text.charAt(at + 1) !== '[') return this.#literal(at, at + 1);
        this.#pos = at + 1;
        return this.#openBracket(at + 1);
      case '[':
        return this.#openBracket(at);
      case ']':
        return this.#closeBracket(at);
      default:
        return this.#delimiterRun(at, character);
    }
  }

  #escaped(at: number): void {
    this.#literal(at + 1, at + 2);
  }

  #codeSpan(at: number): void {
    let end = at;
    while (this.#text.charAt(end) === '`') end++;
    this.#codeCloses ??= new CodeCloses(this.#text);
    const close = this.#codeCloses.next(end, end - at);
    if (close < 0) return this.#literal(at, end);
    this.#pieces.push({ kind: 'mark', mark: { open: 'code' } });
    this.#literal(end, close);
    this.#pieces.push({ kind: 'mark', mark: { close: 'code' } });
    this.#pos = close + (end - at);
  }

  #html(at: number): void {
    const end = matchHtml(this.#text, at);
    if (end.kind === 'none') return this.#literal(at, at + 1);
    if (end.kind === 'autolink') this.#literal(at + 1, end.end - 1);
    else this.#tag(at, end.end);
    this.#pos = end.end;
  }

  /** What an anchor of HTML is called, and where it leads. */
  #tag(at: number, end: number): void {
    if (!/^<a\s/i.test(this.#text.slice(at, at + 3))) return;
    const tag = this.#text.slice(at, end);
    const placed = (match: RegExpExecArray | null): { readonly value: string; readonly range: Range } | undefined => {
      const [, before = '', value] = match ?? [];
      const start = at + before.length;
      return value === undefined
        ? undefined
        : { value, range: { start: this.#position(start), end: this.#position(start + value.length) } };
    };
    const anchor = placed(ANCHOR.exec(tag));
    if (anchor) this.#pieces.push({ kind: 'mark', mark: { anchor: anchor.value, nameRange: anchor.range } });
    const href = placed(HREF.exec(tag));
    if (href) this.#pieces.push({ kind: 'mark', mark: { href: href.value, hrefRange: href.range } });
  }

  #entity(at: number): void {
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(this.#text)?.[0];
    if (match === undefined) return this.#literal(at, at + 1);
    this.#pieces.push({ kind: 'text', offset: at, length: match.length, text: unescapeText(match) });
    this.#pos = at + match.length;
  }

  #openBracket(at: number): void {
    this.#brackets.push({ piece: this.#pieces.length, offset: at });
    this.#literal(at, at + 1);
  }

  #closeBracket(at: number): void {
    const open = this.#brackets.pop();
    const tail = open && this.#linkTail(open.offset, at);
    if (!open || !tail) return this.#literal(at, at + 1);
    this.#pieces[open.piece] = { kind: 'mark', mark: { open: 'link' } };
    this.#pieces.push({ kind: 'mark', mark: tail.mark });
    this.#pos = tail.end;
  }

  #linkTail(open: number, close: number): { readonly end: number; readonly mark: Mark } | undefined {
    const inline = matchLinkTail(this.#text, close + 1);
    if (inline) {
      const targetRange = { start: this.#position(inline.start), end: this.#position(inline.start + inline.target.length) };
      return {
        end: inline.end,
        mark: { close: 'link', target: unescapeText(inline.target), targetRange },
      };
    }
    if (this.#references.size === 0) return undefined;
    const label = /\[([^[\]]{0,999})\]/y;
    label.lastIndex = close + 1;
    const written = label.exec(this.#text);
    const name = written?.[1] || this.#text.slice(open + 1, Math.min(close, open + 1000));
    if (/[[\]]/.test(name) || !this.#references.has(normalLabel(name))) return undefined;
    return { end: written ? label.lastIndex : close + 1, mark: { close: 'link' } };
  }

  #delimiterRun(at: number, character: string): void {
    let end = at;
    while (this.#text.charAt(end) === character) end++;
    if (character === '~' && end - at !== 2) return this.#literal(at, end);
    const delimiter: Delimiter = {
      character,
      length: end - at,
      index: this.#delimiters.length,
      before: this.#text.slice(Math.max(0, at - 2), at),
      after: this.#text.slice(end, end + 2),
      rest: end - at,
      opens: [],
      closes: [],
    };
    this.#delimiters.push(delimiter);
    this.#pieces.push({ kind: 'delimiter', offset: at, delimiter });
    this.#pos = end;
  }

  #assemble(): InlineText {
    const parts: string[] = [];
    const runs: Run[] = [];
    const spans: Spans = { strong: [], emphasis: [], struck: [], code: [], link: [] };
    const anchors: InlineAnchor[] = [];
    const open: Record<string, number[]> = { strong: [], struck: [], code: [], link: [], emphasis: [] };
    let length = 0;
    const add = (text: string, offset: number, sourceLength: number): void => {
      this.#addRuns(runs, text, offset, sourceLength, length);
      parts.push(text);
      length += text.length;
    };
    for (const piece of this.#pieces) {
      if (piece.kind === 'text') add(piece.text, piece.offset, piece.length);
      else if (piece.kind === 'delimiter') {
        const { delimiter } = piece;
        for (const kind of delimiter.closes) {
          const start = open[kind]?.pop() ?? length;
          spans[kind].push({ start, end: length });
        }
        if (delimiter.rest > 0) add(delimiter.character.repeat(delimiter.rest), piece.offset, delimiter.rest);
        for (const kind of delimiter.opens) open[kind]?.push(length);
      } else if ('anchor' in piece.mark) {
        anchors.push({ at: length, name: piece.mark.anchor, nameRange: piece.mark.nameRange });
      } else if ('href' in piece.mark) {
        // Of its words nothing is asked, so it is no longer than its tag.
        spans.link.push({ start: length, end: length, target: piece.mark.href, targetRange: piece.mark.hrefRange });
      } else if ('open' in piece.mark) open[piece.mark.open]?.push(length);
      else {
        const { close, ...target } = piece.mark;
        const start = open[close]?.pop() ?? length;
        spans[close].push({ start, end: length, ...target });
      }
    }
    return new PlacedText(parts.join(''), runs, this.#position(0), spans, anchors);
  }

  /** Cuts a text at line ends, since each line has its own column. */
  #addRuns(runs: Run[], text: string, offset: number, sourceLength: number, start: number): void {
    if (text.length !== sourceLength) {
      const at = this.#position(offset);
      runs.push({ start, line: at.line, column: at.character, length: 0 });
      return;
    }
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      const length = (end < 0 ? text.length : end) - from;
      const at = this.#position(offset + from);
      if (length > 0) runs.push({ start: start + from, line: at.line, column: at.character, length });
      from += length + 1;
    }
  }

  #position(offset: number): Position {
    const at = lastWhere(this.#lineStarts.length, (line) => (this.#lineStarts[line] ?? 0) <= offset);
    const line = this.#source[at];
    return { line: line?.line ?? 0, character: (line?.column ?? 0) + offset - (this.#lineStarts[at] ?? 0) };
  }
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

/** Spans of each kind, in the order in which they end. */
type Spans = { readonly [Kind in 'strong' | 'emphasis' | 'struck' | 'code']: Span[] } & { readonly link: InlineLink[] };

class PlacedText implements InlineText {
  readonly plain: string;
  readonly strong: readonly Span[];
  readonly emphasis: readonly Span[];
  readonly struck: readonly Span[];
  readonly code: readonly Span[];
  readonly links: readonly InlineLink[];
  readonly anchors: readonly InlineAnchor[];
  readonly #runs: readonly Run[];
  readonly #origin: Position;
  #joined: readonly Span[] | undefined;

  constructor(plain: string, runs: readonly Run[], origin: Position, spans: Spans, anchors: readonly InlineAnchor[]) {
    this.plain = plain;
    this.anchors = anchors;
    this.#runs = runs;
    this.#origin = origin;
    this.strong = spans.strong.sort(byStart);
    this.emphasis = spans.emphasis.sort(byStart);
    this.struck = spans.struck.sort(byStart);
    this.code = spans.code.sort(byStart);
    this.links = spans.link.sort(byStart);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.#at(start, false), end: end > start ? this.#at(end, true) : this.#at(start, false) };
  }

  /** Place of an offset; as the end of a range it stays behind the letter before it. */
  #at(offset: number, isEnd: boolean): Position {
    const run = this.#runAt(isEnd ? offset - 1 : offset);
    if (!run) return this.#origin;
    const into = Math.min(run.length, Math.max(0, offset - run.start));
    return { line: run.line, character: run.column + into };
  }

  #runAt(offset: number): Run | undefined {
    return this.#runs[Math.max(0, indexBefore(this.#runs, offset))];
  }

  runs(from: number, to: number): readonly Span[] {
    this.#joined ??= this.#join();
    const spans: Span[] = [];
    for (let at = Math.max(0, indexBefore(this.#joined, from)); at < this.#joined.length; at++) {
      const { start, end } = this.#joined[at] ?? { start: to, end: to };
      if (start >= to) break;
      if (end > from) spans.push({ start: Math.max(start, from), end: Math.min(end, to) });
    }
    return spans;
  }

  #join(): readonly Span[] {
    const spans: Span[] = [];
    let last: { start: number; end: number; line: number; column: number } | undefined;
    for (const run of this.#runs) {
      if (last && last.line === run.line && last.column === run.column && last.end === run.start) {
        last.end += run.length;
        last.column += run.length;
      } else {
        if (last) spans.push({ start: last.start, end: last.end });
        last = { start: run.start, end: run.start + run.length, line: run.line, column: run.column + run.length };
      }
    }
    if (last) spans.push({ start: last.start, end: last.end });
    return spans;
  }
}
