import type { SourceLine } from '../../../text/lines.ts';
import type { Block } from './blocks.ts';

const MARK = /^\s*reqtrace-ignore-(file|start|end|next-line)(?![\w-])/;

/**
 * Lines that `<!-- reqtrace-ignore-next-line -->`, `-start`, `-end` and `-file` switch off; `all` for the whole file.
 * A mark in fenced code is an example of a mark, not one.
 */
export function ignoredLines(blocks: readonly Block[], lines: readonly string[]): ReadonlySet<number> | 'all' {
  const ignored = new Set<number>();
  let start: number | undefined;
  for (const { mark, line } of marks(blocks)) {
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
  if (start !== undefined) for (let at = start; at < lines.length; at++) ignored.add(at);
  return ignored;
}

/** The marks of a document, each with the line on which its comment ends. */
function* marks(blocks: readonly Block[]): Generator<{ readonly mark: string; readonly line: number }> {
  for (const source of sources(blocks)) {
    let comment: string | undefined;
    for (const { line, text } of source) {
      let at = 0;
      while (at <= text.length) {
        if (comment === undefined) {
          const open = text.indexOf('<!--', at);
          if (open < 0) break;
          comment = '';
          at = open + 4;
        }
        const close = text.indexOf('-->', at);
        comment += text.slice(at, close < 0 ? text.length : close);
        if (close < 0) break;
        const mark = MARK.exec(comment)?.[1];
        if (mark !== undefined) yield { mark, line };
        comment = undefined;
        at = close + 3;
      }
    }
  }
}

/** The texts of a document in which a comment can stand. */
function* sources(blocks: readonly Block[]): Generator<readonly SourceLine[]> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* sources(item.blocks);
    else if (block.type === 'quote') yield* sources(block.blocks);
    else if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'html') yield block.source;
  }
}
