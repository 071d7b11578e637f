import { rangeAt } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { SdocField, SdocNode, SdocRelation } from '../../carriers/sdoc/sdoc.ts';

const HEADING = /^(?<marks>#+)(?:[ \t]+(?<title>.*?))?[ \t]*#*$/u;
/** `**UID**: REQ-1 \`, in a node or in an entry of its relations. */
const KEY = /^(?<lead>[ \t]*(?:[-*+][ \t]+)?)\*\*(?<key>[A-Za-z0-9][A-Za-z0-9 _-]{0,80})\*\*:(?:[ \t]+(?<value>.*?))?[ \t]*\\?[ \t]*$/u;
const LINK_KEYS: Readonly<Record<string, string>> = { ID: 'VALUE' };
/** A heading with that type groups what is below it. */
const SECTION = 'SECTION';

/**
 * The nodes of a document in StrictDoc's form of Markdown, as its specification has it: a heading below which `**UID**: REQ-1` and its like stand, up to an empty line,
 * and then a statement. Within a section `**Type**: REQUIREMENT` begins a node without a heading.
 */
export function markdownNodes({ lines, markdown }: Pick<CarriedDocument, 'lines' | 'markdown'>): readonly SdocNode[] {
  const code = new Set<number>();
  noteCode(markdown.blocks, code);
  const heads = lines.flatMap((line, at) => (!code.has(at) && /^#+(?:[ \t]|$)/u.test(line) ? [at] : []));
  return heads.flatMap((first, index) => {
    const { marks = '', title } = HEADING.exec(lines[first] ?? '')?.groups ?? {};
    if (marks.length < 2) return [];
    const last = (heads[index + 1] ?? lines.length) - 1;
    return new Body(lines, code, last).nodes(first, title === undefined || title === '' ? undefined : title);
  });
}

/** Lines of code and of HTML, comments included, in which nothing is a node. */
function noteCode(blocks: readonly Block[], code: Set<number>): void {
  for (const block of blocks)
    if (block.type === 'code' || block.type === 'html') for (let line = block.first; line <= block.last; line += 1) code.add(line);
    else if (block.type === 'quote') noteCode(block.blocks, code);
    else if (block.type === 'list') for (const item of block.items) noteCode(item.blocks, code);
}

/** What stands in the lines of one node before its content. */
interface Meta {
  readonly fields: readonly SdocField[];
  readonly relations: readonly SdocRelation[];
  /** The line below. */
  readonly end: number;
}

/** What is below one heading. */
class Body {
  readonly #lines: readonly string[];
  readonly #code: ReadonlySet<number>;
  readonly #last: number;

  constructor(lines: readonly string[], code: ReadonlySet<number>, last: number) {
    this.#lines = lines;
    this.#code = code;
    this.#last = last;
  }

  nodes(first: number, title: string | undefined): readonly SdocNode[] {
    const start = this.#firstText(first + 1);
    const meta = this.#meta(start, this.#last);
    const type = valueOf(meta, 'TYPE');
    if (type !== SECTION) {
      const from = Math.max(0, (this.#lines[first] ?? '').indexOf(title ?? ''));
      const named = title === undefined ? [] : [field('TITLE', title, rangeAt(first, from, from + title.length))];
      return this.#node(first, this.#last, { ...meta, fields: [...named, ...meta.fields] });
    }
    const starts = Array.from({ length: Math.max(0, this.#last + 1 - meta.end) }, (_, index) => meta.end + index).filter(
      (at) => this.#keyOf(at)?.key === 'TYPE' && (this.#lines[at - 1] ?? '').trim() === '' && (this.#lines[at] ?? '').startsWith('**'),
    );
    return starts.flatMap((at, index) => {
      const last = (starts[index + 1] ?? this.#last + 1) - 1;
      return this.#node(at, last, this.#meta(at, last));
    });
  }

  /** A node is what says its type, or what has an ID and a statement; anything else is a section. */
  #node(first: number, last: number, meta: Meta): readonly SdocNode[] {
    const type = valueOf(meta, 'TYPE');
    const content = this.#content(meta.end, last);
    const isNamed = valueOf(meta, 'UID') !== undefined || valueOf(meta, 'MID') !== undefined;
    if (type === undefined && !(isNamed && content.some(({ name, value }) => name === 'STATEMENT' && value.trim() !== ''))) return [];
    const fields = [...meta.fields.filter(({ name }) => name !== 'TYPE'), ...content];
    let end = last;
    while (end > first && (this.#lines[end] ?? '').trim() === '') end -= 1;
    return [{ type: type ?? 'REQUIREMENT', first, last: end, fields, relations: meta.relations }];
  }

  #firstText(from: number): number {
    let at = from;
    while (at <= this.#last && (this.#lines[at] ?? '').trim() === '') at += 1;
    return at;
  }

  #keyOf(at: number): { readonly key: string; readonly lead: string; readonly field: SdocField } | undefined {
    const text = this.#lines[at] ?? '';
    const { lead = '', key, value = '' } = KEY.exec(text)?.groups ?? {};
    if (key === undefined || this.#code.has(at)) return undefined;
    const bare = value.replace(/^`(?<inside>[^`]*)`$/u, '$<inside>');
    const start = text.indexOf(bare, lead.length + key.length + 5);
    const name = key.toUpperCase().replaceAll(' ', '_');
    return { key: name, lead, field: field(name, bare, rangeAt(at, Math.max(0, start), Math.max(0, start) + bare.length)) };
  }

  /** Up to an empty line. */
  #meta(start: number, last: number): Meta {
    const fields: SdocField[] = [];
    const relations: { keys: Map<string, SdocField> }[] = [];
    let inRelations = false;
    let at = start;
    for (; at <= last; at += 1) {
      const found = this.#keyOf(at);
      if (!found) break;
      const { key, lead, field: said } = found;
      if (lead === '' && key === 'RELATIONS') inRelations = true;
      else if (inRelations && lead !== '') {
        if (/[-*+]/u.test(lead)) relations.push({ keys: new Map() });
        relations.at(-1)?.keys.set(LINK_KEYS[key] ?? key, said);
      } else if (lead === '') fields.push(said);
      else break;
    }
    return { fields, relations, end: at };
  }

  /** Named fields, and what is before the first of them, which is the statement. */
  #content(start: number, last: number): readonly SdocField[] {
    const found: { name: string; line: number; text: string[] }[] = [];
    for (let at = start; at <= last; at += 1) {
      if (this.#code.has(at)) continue;
      const text = this.#lines[at] ?? '';
      const named = (this.#lines[at - 1] ?? '').trim() === '' || at === start ? this.#keyOf(at) : undefined;
      if (named && named.lead === '') found.push({ name: named.key, line: at, text: [named.field.value] });
      else if (found.length > 0) found.at(-1)?.text.push(text);
      else if (text.trim() !== '') found.push({ name: 'STATEMENT', line: at, text: [text] });
    }
    return found.map(({ name, line, text }) => ({
      name,
      value: text.join('\n').trim(),
      range: rangeAt(line, 0, (this.#lines[line] ?? '').trimEnd().length),
      multiline: true,
      closed: true,
    }));
  }
}

function field(name: string, value: string, range: SdocField['range']): SdocField {
  return { name, value, range, multiline: false, closed: true };
}

function valueOf({ fields }: Meta, wanted: string): string | undefined {
  const value = fields.find(({ name }) => name === wanted)?.value;
  return value === '' ? undefined : value;
}
