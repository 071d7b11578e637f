import type { Annotation, Reference } from '../../../model/facts.ts';
import type { Quote } from '../../../model/quotation.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import { quotable } from '../../../text/quotation.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { tokenAt } from '../../carriers/code/tokenAt.ts';
import type { FormatContext } from '../../notation/context.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { DUVET, kindsOf, targetOf, typeOf } from './grammar.ts';
import type { AnnotationType, Target } from './grammar.ts';
import { stylesOf } from './settings.ts';
import type { Style } from './settings.ts';

/** A line of an annotation: what is behind its mark, and where that begins in the text. */
interface MarkedLine {
  readonly line: number;
  readonly text: string;
  readonly start: number;
}

/** The lines of one annotation. */
interface Block {
  readonly meta: MarkedLine[];
  readonly content: MarkedLine[];
}

/** Reads the annotations of a file of code in each style that the settings have for it. */
export function readCode(code: CarriedCode, facts: FactSink, { configuration }: FormatContext): void {
  for (const style of stylesOf(configuration, code.path)) {
    if (!code.text.includes(style.meta)) continue;
    for (const block of blocksIn(code, style)) new Reading(code, facts, style, block).read();
  }
}

/** Lines with one of the marks, one below the other; a line that names a specification ends a quotation. */
function blocksIn(code: CarriedCode, { meta, content }: Style): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let last = -2;
  for (const marked of markedLines(code, meta, content)) {
    const { line, isMeta } = marked;
    if (line > last + 1 || (isMeta && (open?.content.length ?? 0) > 0)) open = undefined;
    if (!open && isMeta) blocks.push((open = { meta: [], content: [] }));
    // An empty one goes on with the quotation.
    if (marked.text !== '') (isMeta ? open?.meta : open?.content)?.push(marked);
    last = line;
  }
  return blocks;
}

function markedLines(code: CarriedCode, meta: string, content: string): readonly (MarkedLine & { readonly isMeta: boolean })[] {
  const found: (MarkedLine & { readonly isMeta: boolean })[] = [];
  const { lines, text, tokens, ignores } = code;
  let at = text.indexOf(meta) < 0 ? text.length : 0;
  for (let line = 0; at < text.length; line += 1) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const whole = text.slice(at, end);
    const lead = whole.length - whole.trimStart().length;
    const isMeta = whole.startsWith(meta, lead);
    const token = isMeta || whole.startsWith(content, lead) ? tokenAt(tokens, at + lead) : undefined;
    if (token?.kind === 'comment' && !ignores.has(line)) {
      const rest = whole.slice(lead + (isMeta ? meta : content).length);
      const own = token.block ? rest.trim().replace(/\s*\*\/$/u, '') : rest.trim();
      const start = at + whole.length - rest.trimStart().length;
      found.push({ line: lines.lineAt(at), text: own, start, isMeta });
    }
    at = end + 1;
  }
  return found;
}

const LEVELS: ReadonlySet<string> = new Set(['AUTO', 'MUST', 'SHOULD', 'MAY']);

/** The types to which a key belongs that not all have. */
const TYPES_OF_KEY: Readonly<Record<string, readonly AnnotationType[]>> = {
  reason: ['exception', 'implication', 'implementation', 'test'],
  'tracking-issue': ['todo'],
  feature: ['todo'],
};

class Reading {
  readonly #code: CarriedCode;
  readonly #facts: FactSink;
  readonly #style: Style;
  readonly #block: Block;
  readonly #notes: string[] = [];
  readonly #reasons: string[] = [];
  readonly #keys = new Map<string, MarkedLine>();
  #type: AnnotationType;
  #level: string | undefined;
  #target: { readonly target: Target; readonly line: MarkedLine; readonly start: number; readonly text: string } | undefined;
  #isMalformed = false;

  constructor(code: CarriedCode, facts: FactSink, style: Style, block: Block) {
    this.#code = code;
    this.#facts = facts;
    this.#style = style;
    this.#block = block;
    this.#type = style.type;
  }

  read(): void {
    for (const line of this.#block.meta) this.#meta(line);
    this.#checkKeys();
    const [first] = this.#block.meta;
    if (!first || this.#isMalformed) return;
    if (!this.#target)
      return this.#fault(
        first,
        say('This annotation does not name a specification. Write "{0} ADDRESS#section" above it', this.#style.meta),
      );
    const { text, start, target } = this.#target;
    const quote = this.#quote();
    const reference: Reference = {
      text,
      range: this.#targetRange(),
      document: target.document,
      id: target.section,
      quote,
      notation: DUVET,
    };
    if (quote.words === '') {
      this.#code.note(start, 'mention', () => say('Mentions {0}', target.section));
      this.#facts.mention(reference);
    } else if (this.#type === 'exception') this.#except(reference, first);
    else if (this.#type === 'spec') this.#define(reference, quote);
    else this.#refer(reference);
  }

  #meta(line: MarkedLine): void {
    const [, key, value = ''] = /^([^=]*?)\s*=\s*(.*)$/su.exec(line.text) ?? [];
    if (key === undefined || key.includes('#') || key.includes('/')) return this.#source(line, line.text, line.start);
    // A reason may go on in further lines.
    if (key !== 'source' && key !== 'reason' && this.#keys.has(key)) this.#fault(line, say('This annotation has "{0}" twice', key));
    this.#keys.set(key, line);
    switch (key) {
      case 'source':
        return this.#source(line, value, line.start + line.text.length - value.length);
      case 'type': {
        const type = typeOf(value);
        if (type) this.#type = type;
        else
          this.#fault(
            line,
            say('"{0}" is not a type of annotation. Write implementation, test, implication, exception, todo or spec', value),
          );
        return;
      }
      case 'level':
        if (LEVELS.has(value)) this.#level = value === 'AUTO' ? undefined : value;
        else this.#fault(line, say('"{0}" is not a level. Write AUTO, MUST, SHOULD or MAY', value));
        return;
      case 'reason':
        this.#reasons.push(value);
        return;
      case 'feature':
      case 'tracking-issue':
        this.#notes.push(value);
        return;
      case 'format':
        return;
      default:
        this.#fault(line, say('duvet does not know "{0}"', key));
    }
  }

  /** What belongs to annotations of another type makes it doubtful which one is meant; duvet takes none of them. */
  #checkKeys(): void {
    if (this.#isMalformed) return;
    for (const [key, line] of this.#keys) {
      const types = TYPES_OF_KEY[key];
      if (types && !types.includes(this.#type))
        this.#fault(line, say('"{0}" does not belong to an annotation of the type "{1}"', key, this.#type));
    }
  }

  #source(line: MarkedLine, text: string, start: number): void {
    const target = targetOf(text);
    if (this.#target) this.#fault(line, say('This annotation names a second specification'));
    else if (target) this.#target = { target, line, start, text };
    else this.#fault(line, say('"{0}" does not name a section. Write "#" and its name behind it', text));
  }

  #quote(): Quote {
    const { content } = this.#block;
    const [first] = content;
    const last = content.at(-1);
    const words = quotable(content.map(({ text }) => text).join(' '));
    const { lines } = this.#code;
    if (!first || !last) return { words, range: this.#targetRange(), lead: '' };
    return {
      words,
      range: lines.rangeOf(first.start, last.start + last.text.length),
      lead: this.#code.text.slice(lines.startOf(first.line), first.start),
    };
  }

  #targetRange(): Range {
    const { start = 0, text = '' } = this.#target ?? {};
    return this.#code.lines.rangeOf(start, start + text.length);
  }

  #refer(reference: Reference): void {
    const token = tokenAt(this.#code.tokens, this.#code.offsetOf(reference.range.start));
    const declaration = token && this.#code.declarations?.of(token);
    const note = this.#notes.join(', ');
    for (const kind of kindsOf(this.#type)) {
      this.#code.note(this.#code.offsetOf(reference.range.start), 'annotation', () => say('{0} {1}', this.#type, reference.id));
      const annotation: Annotation = { kind, source: 'keyword', reference, ...(declaration && { declaration }) };
      this.#facts.refer(kind === 'plans' ? { ...annotation, done: false, ...(note !== '' && { note }) } : annotation);
    }
  }

  #except(reference: Reference, first: MarkedLine): void {
    const reason = collapse(this.#reasons.join(' '));
    const start = first.start;
    const last = this.#block.content.at(-1) ?? first;
    if (reason === '') {
      const message = say('This exception has no reason, so it waives nothing. Write "{0} reason=…" above the quotation', this.#style.meta);
      this.#facts.problem({ code: 'invalid-waiver', range: reference.range, message });
      this.#code.note(start, 'problem', () => message);
      return;
    }
    this.#code.note(start, 'waiver', () => say('Waives a sentence of {0}', reference.id));
    this.#facts.waive({ reference, range: this.#code.lines.rangeOf(start, last.start + last.text.length), reason });
  }

  /** A requirement that the specification does not mark as one. */
  #define({ document = '', id, range }: Reference, quote: Quote): void {
    const file = this.#code.path.replace(/^.*\//u, '').replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
    const localId = `${id}.${file}-${range.start.line + 1}`;
    const text = collapse(this.#block.content.map((line) => line.text).join(' '));
    this.#code.note(this.#code.offsetOf(range.start), 'requirement', () => say('Defines {0}', localId));
    const one = criterion({
      localId: 'AC1',
      text,
      range: quote.range,
      nameRange: quote.range.start.line === quote.range.end.line ? quote.range : range,
      attributes: this.#level === undefined ? [] : [{ name: 'level', value: this.#level, range }],
    });
    this.#facts.define(
      requirement({
        localId,
        notation: DUVET,
        namespace: document,
        title: id,
        range: quote.range,
        nameRange: range,
        section: id,
        ...(this.#target && { quotedAs: this.#target.text.slice(0, this.#target.text.lastIndexOf('#')) }),
        criteria: [one],
      }),
    );
  }

  #fault({ start, text }: MarkedLine, message: Message): void {
    this.#isMalformed = true;
    this.#facts.problem({ code: 'malformed-annotation', range: this.#code.lines.rangeOf(start, start + text.length), message });
    this.#code.note(start, 'problem', () => message);
  }
}
