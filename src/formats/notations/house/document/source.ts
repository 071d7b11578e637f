import type { Explain } from '../../../../model/facts.ts';
import type { FilePath, Range } from '../../../../model/position.ts';
import type { FormatContext } from '../../../context.ts';
import { parseBlocks, type Block } from '../../../carriers/markdown/blocks.ts';
import { readFrontMatter, type FrontMatter } from '../../../carriers/markdown/frontMatter.ts';
import { readInline, type InlineText } from '../../../carriers/markdown/inline.ts';
import { rangeOfLines, splitLines, type SourceLine } from '../../../../text/lines.ts';
import { ignoredLines } from './ignoredLines.ts';
import { NearMisses } from './nearMisses.ts';
import { Notes } from './notes.ts';
import { vocabularyOf, type Vocabulary } from '../requirements/vocabulary.ts';

/** One Markdown file, parsed, with everything that its readers share. */
export class Source {
  readonly path: FilePath;
  readonly lines: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly context: FormatContext;
  readonly vocabulary: Vocabulary;
  readonly notes: Notes;
  readonly nearMisses: NearMisses;
  readonly #references: ReadonlySet<string>;
  readonly #ignored: ReadonlySet<number> | 'all';
  readonly #inlines = new Map<readonly SourceLine[], InlineText>();

  constructor(path: FilePath, text: string, context: FormatContext, explain: Explain | undefined) {
    this.path = path;
    this.context = context;
    this.lines = splitLines(text);
    this.frontMatter = readFrontMatter(this.lines);
    const { blocks, references } = parseBlocks(this.lines, this.frontMatter.lines);
    this.blocks = blocks;
    this.#references = references;
    this.vocabulary = vocabularyOf(context.configuration);
    this.notes = new Notes(explain);
    this.nearMisses = new NearMisses(this.notes);
    this.#ignored = text.includes('reqtrace-ignore') ? ignoredLines(blocks, this.lines) : new Set();
  }

  /** The text of a block without its markup; read once. */
  inline(source: readonly SourceLine[]): InlineText {
    const known = this.#inlines.get(source);
    if (known) return known;
    const inline = readInline(source, this.#references);
    this.#inlines.set(source, inline);
    return inline;
  }

  /** True where an ignore mark switches reading off. */
  ignores(line: number): boolean {
    return this.#ignored === 'all' || this.#ignored.has(line);
  }

  range(first: number, last: number, column = 0): Range {
    return rangeOfLines(this.lines, first, last, column);
  }
}
