import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type MarkdownIt from 'markdown-it';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import type { FilePath } from '../../src/model/position.ts';

/** Milliseconds of processor time for the documents of a folder, the second time that each is done. */
export interface ReadingFigures {
  readonly extract: number;
  /** markdown-it as npm ships it, without the change that ReqTrace's own bundle makes to it. */
  readonly blockParse: number;
}

/** Reads documents with ReqTrace, and parses their blocks with markdown-it, in one process: `readingFigures(root, ['docs/plan.md'])`. */
export function readingFigures(root: string, files: readonly FilePath[]): ReadingFigures {
  // A bundle of this file must not hold the package, or it would be the changed one.
  const Markdown = createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt;
  const markdown = new Markdown('commonmark').enable('table');
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const texts = files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  const passes = Array.from({ length: 2 }, () => ({
    blockParse: processorTimeOf(() => {
      for (const [, text] of texts) markdown.block.parse(text, markdown, {}, []);
    }),
    extract: processorTimeOf(() => {
      for (const [file, text] of texts) extractor.extract(file, text, undefined, 'document');
    }),
  }));
  const [, second] = passes;
  return second ?? { extract: Number.NaN, blockParse: Number.NaN };
}

function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
