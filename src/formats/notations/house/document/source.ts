import type { FilePath, Range } from '../../../../model/position.ts';
import { rangeOfLines, splitLines } from '../../../../text/lines.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import { ignoredLines, NOTHING_IGNORED } from '../../../carriers/markdown/ignoredLines.ts';
import type { FrontMatter } from '../../../carriers/markdown/frontMatter.ts';
import { parseMarkdown } from '../../../carriers/markdown/parseMarkdown.ts';
import type { ParsedMarkdown } from '../../../carriers/markdown/parseMarkdown.ts';
import type { FormatContext } from '../../../notation/context.ts';
import { termsOf, type Terms } from '../requirements/terms.ts';

/** One Markdown file, parsed, with what it is read by. Nothing in it changes. */
export class Source {
  readonly path: FilePath;
  readonly lines: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly context: FormatContext;
  readonly terms: Terms;
  readonly #ignored: ReadonlySet<number> | 'all';

  /** @param markdown the text parsed, where somebody else needs it as well. */
  constructor(path: FilePath, text: string, context: FormatContext, markdown: ParsedMarkdown = parseMarkdown(splitLines(text))) {
    this.path = path;
    this.context = context;
    this.lines = markdown.lines;
    this.frontMatter = markdown.frontMatter;
    this.blocks = markdown.blocks;
    this.terms = termsOf(context);
    this.#ignored = (text.includes('reqtrace-ignore') ? ignoredLines(this.blocks, this.lines) : NOTHING_IGNORED).lines;
  }

  /** True where an ignore mark switches reading off. */
  ignores(line: number): boolean {
    return this.#ignored === 'all' || this.#ignored.has(line);
  }

  /** From the column of one line to the end of another, both included. */
  range(first: number, last: number, column = 0): Range {
    return rangeOfLines(this.lines, first, last, column);
  }

  /** The last line up to this one that is not blank. */
  lastNonBlank(line: number): number {
    let last = line;
    while (last > 0 && (this.lines[last] ?? '').trim() === '') last--;
    return last;
  }
}
