import type { LineMap } from '../../../text/lineMap.ts';
import { lastWhere } from '../../../text/search.ts';
import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';
import { isInToken } from './bareText.ts';
import type { Token } from './scan.ts';

interface Section {
  readonly line: number;
  /** The greater the further inside; -1 for one that is in whatever is open. */
  readonly rank: number;
  readonly closes: boolean;
}

const RANKS = ['outer', 'middle', 'inner'] as const;

/** By each rank, the innermost open section that is further outside than that; at the end, the innermost of all. */
type Open = readonly (Section | undefined)[];

const NONE: Open = [...RANKS, 'any'].map(() => undefined);

/** Sections of a text, by the keywords that begin them: of Gherkin, whatever the indentation, and suites of Boost.Test up to their end. */
export class Sections {
  readonly #found: readonly Section[];
  /** What is open behind each. */
  readonly #open: readonly Open[];

  constructor(text: string, lines: LineMap, tokens: readonly Token[], { pattern }: ShownPattern) {
    this.#found = Array.from(text.matchAll(new RegExp(pattern.source, 'gmu')), ({ index, groups = {} }) => ({
      index,
      line: lines.lineAt(index),
      rank: RANKS.findIndex((rank) => groups[rank] !== undefined),
      closes: groups['close'] !== undefined,
    })).filter(({ index }) => !isInToken(tokens, index));
    const open: Open[] = [];
    this.#open = this.#found.map((section) => {
      if (section.closes) open.pop();
      else open.push((open.at(-1) ?? NONE).map((outer, limit) => (section.rank < limit ? section : outer)));
      return open.at(-1) ?? NONE;
    });
  }

  /** The line of the section around what begins on a line, and whether nothing else can be around it. */
  around(line: number): { readonly line: number; readonly sure: boolean } | undefined {
    const last = lastWhere(this.#found.length, (at) => (this.#found[at]?.line ?? 0) <= line);
    const own = this.#found[last]?.line === line ? this.#found[last] : undefined;
    const open = this.#open[own ? last - 1 : last] ?? NONE;
    const section = open[own === undefined || own.rank < 0 ? RANKS.length : own.rank];
    return section && { line: section.line, sure: section.rank >= 0 };
  }
}
