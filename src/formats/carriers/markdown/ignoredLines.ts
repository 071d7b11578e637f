import type { IgnoreMark } from '../../../model/readingLimit.ts';
import { rangeAt } from '../../../model/position.ts';
import type { SourceLine } from '../../../text/lines.ts';
import type { Block } from './blocks.ts';

const MARK = /^\s*(reqtrace-ignore-(file|start|end|next-line))(?![\w-])/;

/** Lines of a document that are switched off, `all` for the whole file, and the marks that do it. */
export interface IgnoredLines {
  readonly lines: ReadonlySet<number> | 'all';
  readonly marks: readonly IgnoreMark[];
}

/** What a document has in which no mark stands. */
export const NOTHING_IGNORED: IgnoredLines = { lines: new Set(), marks: [] };

/**
 * Lines that `<!-- reqtrace-ignore-next-line -->`, `-start`, `-end` and `-file` switch off.
 * A mark in fenced code is an example of a mark, not one.
 */
export function ignoredLines(blocks: readonly Block[], lines: readonly string[]): IgnoredLines {
  const ignored = new Set<number>();
  const marks: IgnoreMark[] = [];
  let start: number | undefined;
  let all = false;
  for (const { word, mark, first, last } of written(blocks)) {
    if (mark === 'end') {
      if (start === undefined) continue;
      for (let at = start; at <= last; at++) ignored.add(at);
      start = undefined;
      continue;
    }
    if (mark === 'start' && start !== undefined) continue;
    marks.push({ kind: mark, range: rangeOf(word, first, last, lines) });
    if (mark === 'file') all = true;
    else if (mark === 'start') start = last;
    else {
      let next = last + 1;
      while (next < lines.length && (lines[next] ?? '').trim() === '') next++;
      ignored.add(next);
    }
  }
  if (start !== undefined) for (let at = start; at < lines.length; at++) ignored.add(at);
  return { lines: all ? 'all' : ignored, marks };
}

function rangeOf(word: string, first: number, last: number, lines: readonly string[]): IgnoreMark['range'] {
  for (let line = first; line <= last; line++) {
    const at = (lines[line] ?? '').indexOf(word);
    if (at >= 0) return rangeAt(line, at, at + word.length);
  }
  return rangeAt(first, 0, 0);
}

interface Written {
  readonly word: string;
  readonly mark: IgnoreMark['kind'] | 'end';
  /** The lines on which its comment begins and ends. */
  readonly first: number;
  readonly last: number;
}

/** The marks of a document. */
function* written(blocks: readonly Block[]): Generator<Written> {
  for (const source of sources(blocks)) {
    let comment: string | undefined;
    let first = 0;
    for (const { line, text } of source) {
      let at = 0;
      while (at <= text.length) {
        if (comment === undefined) {
          const open = text.indexOf('<!--', at);
          if (open < 0) break;
          comment = '';
          first = line;
          at = open + 4;
        }
        const close = text.indexOf('-->', at);
        comment += text.slice(at, close < 0 ? text.length : close);
        if (close < 0) break;
        const [, word, mark] = MARK.exec(comment) ?? [];
        if (word !== undefined) yield { word, mark: mark as Written['mark'], first, last: line };
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
