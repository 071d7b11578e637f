import type { Block } from '../markdown/blocks.ts';
import type { SourceLine } from '../markdown/lines.ts';

const COMMENT = /<!--([\s\S]*?)-->/g;
const MARK = /^\s*reqtrace-ignore-(file|start|end|next-line)\b/;

/**
 * Lines that `<!-- reqtrace-ignore-next-line -->`, `-start`, `-end` and `-file` switch off; `all` for the whole file.
 * A mark in fenced code is an example of a mark, not one.
 */
export function ignoredLines(blocks: readonly Block[], lines: readonly string[]): ReadonlySet<number> | 'all' {
  const ignored = new Set<number>();
  let start: number | undefined;
  for (const source of sources(blocks)) {
    const text = source.map((line) => line.text).join('\n');
    for (const comment of text.matchAll(COMMENT)) {
      const mark = MARK.exec(comment[1] ?? '')?.[1];
      const before = text.slice(0, comment.index + comment[0].length).split('\n').length - 1;
      const line = source[before]?.line ?? 0;
      if (mark === 'file') return 'all';
      if (mark === 'start') start ??= line;
      if (mark === 'end' && start !== undefined) {
        for (let at = start; at <= line; at++) ignored.add(at);
        start = undefined;
      }
      if (mark === 'next-line') {
        let next = line + 1;
        while (next < lines.length && (lines[next] ?? '').trim() === '') next++;
        ignored.add(next);
      }
    }
  }
  if (start !== undefined) for (let at = start; at < lines.length; at++) ignored.add(at);
  return ignored;
}

/** The texts of a document in which a comment can stand. */
function* sources(blocks: readonly Block[]): Generator<readonly SourceLine[]> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* sources(item.blocks);
    else if (block.type === 'quote') yield* sources(block.blocks);
    else if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'html') yield block.source;
  }
}
