import type { Explain } from '../../../../model/facts.ts';
import type { FilePath, Range } from '../../../../model/position.ts';
import type { FormatContext } from '../../../context.ts';
import { parseBlocks, type Block } from '../../../carriers/markdown/blocks.ts';
import { readFrontMatter, type FrontMatter } from '../../../carriers/markdown/frontMatter.ts';
import { rangeOfLines, splitLines } from '../../../../text/lines.ts';
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
  readonly #ignored: ReadonlySet<number> | 'all';

  constructor(path: FilePath, text: string, context: FormatContext, explain: Explain | undefined) {
    this.path = path;
    this.context = context;
    this.lines = splitLines(text);
    this.frontMatter = readFrontMatter(this.lines);
    this.blocks = parseBlocks(this.lines, this.frontMatter.lines);
    this.vocabulary = vocabularyOf(context.configuration);
    this.notes = new Notes(explain);
    this.nearMisses = new NearMisses(this.notes);
    this.#ignored = text.includes('reqtrace-ignore') ? ignoredLines(this.blocks, this.lines) : new Set();
  }

  /** True where an ignore mark switches reading off. */
  ignores(line: number): boolean {
    return this.#ignored === 'all' || this.#ignored.has(line);
  }

  range(first: number, last: number, column = 0): Range {
    return rangeOfLines(this.lines, first, last, column);
  }
}
