import type { Token } from 'markdown-it';
import type { Range } from '../../../model/position.ts';
import type { SourceLine } from '../../../text/lines.ts';
import { blockTokens } from './commonMark.ts';
import { readInline, type InlineText } from './inline.ts';

/** The lines of a block, first to last, both included, without trailing blank ones. */
interface Extent {
  readonly first: number;
  readonly last: number;
}

/** A block of text, as it is written and as it is read. */
interface TextBlock extends Extent {
  readonly source: readonly SourceLine[];
  readonly inline: InlineText;
}

/** `# Title`, or a title that is underlined. */
export interface HeadingBlock extends TextBlock {
  readonly type: 'heading';
  readonly level: number;
}

/** Lines of prose; the first paragraph of a task is without its checkbox. */
export interface ParagraphBlock extends TextBlock {
  readonly type: 'paragraph';
}

/** The `[x]` or `[ ]` of a task. */
export interface Checkbox {
  readonly checked: boolean;
  /** The three characters `[x]`. */
  readonly range: Range;
}

/** One item of a list, with everything that is indented below it. */
export interface ListItem extends Extent {
  /** Column of its bullet or numeral. */
  readonly column: number;
  /** The number as written, in an ordered list. */
  readonly numeral?: number;
  readonly checkbox?: Checkbox;
  /** Text of its first paragraph; empty, behind its marker, where it begins with something else. */
  readonly inline: InlineText;
  readonly blocks: readonly Block[];
  /** Its blocks without the first paragraph. */
  readonly below: readonly Block[];
}

/** A list of bullets or numbers. */
export interface ListBlock extends Extent {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

/** Lines behind `>`. */
export interface QuoteBlock extends Extent {
  readonly type: 'quote';
  readonly blocks: readonly Block[];
}

/** One cell of a table. */
export interface TableCell extends SourceLine {
  readonly inline: InlineText;
}

/** One line of a table. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly TableCell[];
}

/** A table as GitHub writes them. */
export interface TableBlock extends Extent {
  readonly type: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Fenced or indented code. */
export interface CodeBlock extends Extent {
  readonly type: 'code';
  readonly content: string;
}

/** HTML on lines of its own, comments included. */
export interface HtmlBlock extends TextBlock {
  readonly type: 'html';
}

/** `---` between paragraphs. */
export interface RuleBlock extends Extent {
  readonly type: 'rule';
}

/** A block of a Markdown document with its place. */
export type Block = HeadingBlock | ParagraphBlock | ListBlock | QuoteBlock | TableBlock | CodeBlock | HtmlBlock | RuleBlock;

const CHECKBOX = /^\[([ xX])\](?:\s+|$)/;

/**
 * Parses CommonMark with GFM tables and tasks into blocks with line numbers, each text without its markup. See `blockTokens`
 * for what is left out.
 *
 * @param skip number of lines at the top that are not Markdown (front matter).
 */
export function parseBlocks(lines: readonly string[], skip: number): readonly Block[] {
  const { tokens, references } = blockTokens(lines, skip);
  return new TreeBuilder(lines, tokens, references).build();
}

/** Turns the flat tokens into a tree; recursion is as deep as the nesting, which markdown-it bounds. */
class TreeBuilder {
  readonly #lines: readonly string[];
  readonly #tokens: readonly Token[];
  readonly #references: ReadonlySet<string>;
  #next = 0;

  constructor(lines: readonly string[], tokens: readonly Token[], references: ReadonlySet<string>) {
    this.#lines = lines;
    this.#tokens = tokens;
    this.#references = references;
  }

  build(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#peek(); token !== undefined && token.nesting >= 0; token = this.#peek()) {
      this.#next++;
      const block = this.#block(token);
      if (block) blocks.push(block);
    }
    this.#next++;
    return blocks;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #block(token: Token): Block | undefined {
    const extent = this.#extent(token);
    switch (token.type) {
      case 'heading_open':
        return { type: 'heading', level: Number(token.tag.slice(1)), ...this.#text(this.#heading(extent)), ...extent };
      case 'paragraph_open':
        return { type: 'paragraph', ...this.#text(this.#leaf()), ...extent };
      case 'blockquote_open':
        return { type: 'quote', blocks: this.build(), ...extent };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return { type: 'list', ordered: token.type === 'ordered_list_open', items: this.#items(), ...extent };
      case 'table_open':
        return this.#table(extent);
      case 'fence':
      case 'code_block':
        return { type: 'code', content: token.content, ...extent };
      case 'html_block':
        return { type: 'html', ...this.#text(this.#wholeLines(extent)), ...extent };
      case 'hr':
        return { type: 'rule', ...extent };
      default:
        return undefined;
    }
  }

  #extent(token: Token): Extent {
    const [first, end] = token.map ?? [0, 1];
    let last = Math.max(first, end - 1);
    while (last > first && (this.#lines[last] ?? '').trim() === '') last--;
    return { first, last };
  }

  #text(source: readonly SourceLine[]): Pick<TextBlock, 'source' | 'inline'> {
    return { source, inline: readInline(source, this.#references) };
  }

  /** The inline token between an open and its close token, as source lines. */
  #leaf(): SourceLine[] {
    const inline = this.#tokens[this.#next];
    this.#next += 2;
    if (inline?.type !== 'inline') return [];
    const first = inline.map?.[0] ?? 0;
    return inline.content.split('\n').map((text, index) => this.#place(first + index, text.trim()));
  }

  /** A block's text ends where its line ends, whatever quote marks and indents are before it. */
  #place(line: number, text: string): SourceLine {
    const raw = (this.#lines[line] ?? '').trimEnd();
    return { line, column: Math.max(0, raw.length - text.length), text };
  }

  #heading(extent: Extent): SourceLine[] {
    const source = this.#leaf();
    const raw = this.#lines[extent.first] ?? '';
    const marker = /#{1,6}(?=[ \t])/.exec(raw);
    if (source.length !== 1 || !marker || extent.last !== extent.first) return source;
    const text = source[0]?.text ?? '';
    // Closing #s may follow the text, so it is looked for behind the opening ones.
    const column = raw.indexOf(text, marker.index + marker[0].length);
    return [{ line: extent.first, column: Math.max(0, column), text }];
  }

  #wholeLines({ first, last }: Extent): SourceLine[] {
    return this.#lines.slice(first, last + 1).map((text, index) => ({ line: first + index, column: 0, text }));
  }

  #items(): ListItem[] {
    const items: ListItem[] = [];
    for (let token = this.#peek(); token?.type === 'list_item_open'; token = this.#peek()) {
      this.#next++;
      const extent = this.#extent(token);
      const column = (this.#lines[extent.first] ?? '').search(/\S/);
      const numeral = token.info === '' ? {} : { numeral: Number(token.info) };
      items.push({ column: Math.max(0, column), ...numeral, ...this.#contents(extent.first), ...extent });
    }
    this.#next++;
    return items;
  }

  /** What an item holds; its checkbox is taken off before markup is, since it looks like a link. */
  #contents(line: number): Pick<ListItem, 'checkbox' | 'inline' | 'blocks' | 'below'> {
    const open = this.#peek();
    if (open?.type !== 'paragraph_open') {
      const below = this.build();
      const column = (this.#lines[line] ?? '').trimEnd().length;
      return { inline: readInline([{ line, column, text: '' }], this.#references), blocks: below, below };
    }
    this.#next++;
    const { checkbox, source } = withoutCheckbox(this.#leaf());
    const first: ParagraphBlock = { type: 'paragraph', ...this.#text(source), ...this.#extent(open) };
    const below = this.build();
    return { ...(checkbox && { checkbox }), inline: first.inline, blocks: [first, ...below], below };
  }

  #table(extent: Extent): TableBlock {
    const rows: TableRow[] = [];
    for (let token = this.#peek(); token !== undefined && token.type !== 'table_close'; token = this.#peek()) {
      this.#next++;
      if (token.type === 'tr_open') rows.push(this.#row(token));
    }
    this.#next++;
    const [header = { line: extent.first, cells: [] }, ...body] = rows;
    return { type: 'table', header, rows: body, ...extent };
  }

  #row(open: Token): TableRow {
    const line = open.map?.[0] ?? 0;
    const raw = this.#lines[line] ?? '';
    const cells: TableCell[] = [];
    let from = 0;
    for (let token = this.#peek(); token !== undefined && token.type !== 'tr_close'; token = this.#peek()) {
      this.#next++;
      if (token.type !== 'inline') continue;
      // A pipe of the text is written with a backslash, which is an escape in any text.
      const { content } = token;
      const isEscaped = content.includes('|') && !raw.includes(content, from);
      const text = isEscaped && raw.includes(escapedPipes(content), from) ? escapedPipes(content) : content;
      const column = raw.indexOf(text, from);
      if (column >= 0) from = column + text.length;
      const place = { line, column: column < 0 ? from : column, text };
      cells.push({ line, column: place.column, text, inline: readInline([place], this.#references) });
    }
    this.#next++;
    return { line, cells };
  }
}

function escapedPipes(text: string): string {
  return text.replaceAll('|', '\\|');
}

function withoutCheckbox(source: readonly SourceLine[]): { readonly checkbox?: Checkbox; readonly source: readonly SourceLine[] } {
  const [first, ...others] = source;
  const box = first?.text.startsWith('[') ? CHECKBOX.exec(first.text) : null;
  if (!first || !box) return { source };
  const { line, column, text } = first;
  const range = { start: { line, character: column }, end: { line, character: column + 3 } };
  const length = box[0].length;
  return { checkbox: { checked: box[1] !== ' ', range }, source: [{ line, column: column + length, text: text.slice(length) }, ...others] };
}
