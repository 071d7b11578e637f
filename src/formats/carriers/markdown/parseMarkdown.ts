import { parseBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import { readFrontMatter } from './frontMatter.ts';
import type { FrontMatter } from './frontMatter.ts';

/** A Markdown text as its blocks, without a meaning. */
export interface ParsedMarkdown {
  readonly lines: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
}

/** Parses the lines of a text: `parseMarkdown(['# Title']).blocks` has one heading. */
export function parseMarkdown(lines: readonly string[]): ParsedMarkdown {
  const frontMatter = readFrontMatter(lines);
  return { lines, frontMatter, blocks: parseBlocks(lines, frontMatter.lines) };
}
