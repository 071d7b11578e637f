import MarkdownIt from 'markdown-it';
import type { Env, Token } from 'markdown-it';
import type { SourceLine } from '../../../text/lines.ts';

/** The lines of a block, first to last, both included, without trailing blank ones. */
interface Extent {
  readonly first: number;
  readonly last: number;
}

/** `# Title`, or a title that is underlined. */
export interface HeadingBlock extends Extent {
  readonly type: 'heading';
  readonly level: number;
  readonly source: readonly SourceLine[];
}

/** Lines of prose. */
export interface ParagraphBlock extends Extent {
  readonly type: 'paragraph';
  readonly source: readonly SourceLine[];
}

/** One item of a list, with everything that is indented below it. */
export interface ListItem extends Extent {
  /** Column of its bullet or numeral. */
  readonly column: number;
  /** The number as written, in an ordered list. */
  readonly numeral?: number;
  readonly blocks: readonly Block[];
}

/** A list of bullets or numbers; tasks are bullets whose text begins with a checkbox. */
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

/** One line of a table. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly SourceLine[];
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
export interface HtmlBlock extends Extent {
  readonly type: 'html';
  readonly source: readonly SourceLine[];
}

/** `---` between paragraphs. */
export interface RuleBlock extends Extent {
  readonly type: 'rule';
}

/** A block of a Markdown document with its place; prose still has its inline markup. */
export type Block = HeadingBlock | ParagraphBlock | ListBlock | QuoteBlock | TableBlock | CodeBlock | HtmlBlock | RuleBlock;

/** The block structure of a document. */
export interface Blocks {
  readonly blocks: readonly Block[];
  /** Normalised labels of `[label]: target` definitions. */
  readonly references: ReadonlySet<string>;
}

/** Far more than `TOO_DEEP` lets through, since markdown-it drops the whole rest of a document at this depth. */
const MAX_NESTING = 1000;
/** A line in more than a hundred lists or quotations, or indented as far, is nobody's writing. */
const TOO_DEEP = /^(?:(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}|[ \t]{300})/;

const markdown = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
markdown.core.ruler.enableOnly(['normalize', 'block']);

/** The form in which labels of link definitions are compared, as CommonMark says: case and white space do not count. */
export function normalLabel(label: string): string {
  return markdown.utils.normalizeReference(label);
}

/** Character references decoded and escapes removed: `&amp;` is `&`. */
export function unescapeText(text: string): string {
  return markdown.utils.unescapeAll(text);
}

/**
 * Parses CommonMark with GFM tables into blocks with line numbers. Lines nested deeper than 100 are left out, so
 * that hostile input can neither exhaust the stack nor hide the rest of the document.
 *
 * @param skip number of lines at the top that are no Markdown (front matter).
 */
export function parseBlocks(lines: readonly string[], skip: number): Blocks {
  const text = Array.from(lines, (line, index) => (index < skip || TOO_DEEP.test(line) ? '' : line)).join('\n');
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  return { blocks: new TreeBuilder(lines, tokens).build(), references: new Set(Object.keys(env.references ?? {})) };
}

/** Turns the flat tokens into a tree; recursion is as deep as the nesting, which markdown-it bounds. */
class TreeBuilder {
  readonly #lines: readonly string[];
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(lines: readonly string[], tokens: readonly Token[]) {
    this.#lines = lines;
    this.#tokens = tokens;
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
        return { type: 'heading', level: Number(token.tag.slice(1)), source: this.#heading(extent), ...extent };
      case 'paragraph_open':
        return { type: 'paragraph', source: this.#leaf(), ...extent };
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
        return { type: 'html', source: this.#wholeLines(extent), ...extent };
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

  /** The inline token between an open and its close token, as source lines. */
  #leaf(): SourceLine[] {
    const inline = this.#tokens[this.#next];
    this.#next += 2;
    if (inline?.type !== 'inline') return [];
    const first = inline.map?.[0] ?? 0;
    return inline.content.split('\n').map((text, index) => this.#place(first + index, text.trim()));
  }

  /** A block's text ends where its line ends, whatever quote marks and indents stand before it. */
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
      items.push({ column: Math.max(0, column), ...numeral, blocks: this.build(), ...extent });
    }
    this.#next++;
    return items;
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
    const cells: SourceLine[] = [];
    let from = 0;
    for (let token = this.#peek(); token !== undefined && token.type !== 'tr_close'; token = this.#peek()) {
      this.#next++;
      if (token.type !== 'inline') continue;
      // A pipe of the text is written with a backslash, which is an escape in any text.
      const text = [token.content, token.content.replaceAll('|', '\\|')].find((each) => raw.includes(each, from)) ?? token.content;
      const column = raw.indexOf(text, from);
      if (column >= 0) from = column + text.length;
      cells.push({ line, column: column < 0 ? from : column, text });
    }
    this.#next++;
    return { line, cells };
  }
}
