import type { LineMap } from '../../../text/lineMap.ts';
import type { ShownPattern } from '../../../text/shownPattern.ts';
import { isInToken } from './bareText.ts';
import type { Token } from './scan.ts';

interface Section {
  readonly line: number;
  /** The greater the further inside; -1 for one that is in whatever is open. */
  readonly rank: number;
  readonly closes: boolean;
}

const RANKS = ['outer', 'middle', 'inner'] as const;

/** Sections of a text, by the keywords that begin them: of Gherkin, whatever the indentation, and suites of Boost.Test up to their end. */
export class Sections {
  readonly #found: readonly Section[];

  constructor(text: string, lines: LineMap, tokens: readonly Token[], { pattern }: ShownPattern) {
    this.#found = Array.from(text.matchAll(new RegExp(pattern.source, 'gmu')), ({ index, groups = {} }) => ({
      index,
      line: lines.lineAt(index),
      rank: RANKS.findIndex((rank) => groups[rank] !== undefined),
      closes: groups['close'] !== undefined,
    })).filter(({ index }) => !isInToken(tokens, index));
  }

  /** The line of the section around what begins on a line, and whether nothing else can be around it. */
  around(line: number): { readonly line: number; readonly sure: boolean } | undefined {
    const above = this.#found.filter((section) => section.line <= line);
    const own = above.at(-1)?.line === line ? above.pop() : undefined;
    const limit = own === undefined || own.rank < 0 ? Infinity : own.rank;
    let closed = 0;
    for (const section of above.reverse()) {
      if (section.closes) closed += 1;
      else if (closed > 0) closed -= 1;
      else if (section.rank < limit) return { line: section.line, sure: section.rank >= 0 };
    }
    return undefined;
  }
}
