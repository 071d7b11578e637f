import type { Declaration } from '../../../../model/facts.ts';
import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import { isJoined } from '../../../carried/testName.ts';
import type { Token } from '../../../carriers/code/scan.ts';

/** A stretch of a title; `cut` sides touch a substitution or a concatenation, so an id there may be half of one. */
export interface TitlePart {
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Title, tag or name of a test, or of a group of tests. */
export interface Title {
  readonly source: 'test-title' | 'test-name';
  readonly parts: readonly TitlePart[];
  /** The group it is in. */
  readonly parent?: Title;
  readonly declaration?: Declaration;
}

/** The title of the class or function around a line. */
export type Outer = (line: number) => Title | undefined;

/** Classes in classes. */
const DEEPEST = 8;

/** Titles of what is around a line, by the lines that they are on: of `class REQ_1Test`, of a class below `@DisplayName("REQ-1")`. */
export function outerOf(
  byLine: ReadonlyMap<number, Title>,
  declarations: Pick<DeclarationFinder, 'around'>,
  line: number,
): Title | undefined {
  if (byLine.size === 0) return undefined;
  let at = line;
  for (let levels = 0; levels < DEEPEST; levels++) {
    const above = declarations.around(at)?.range.start.line;
    if (above === undefined || above >= at) return undefined;
    const title = byLine.get(above);
    if (title) return title;
    at = above;
  }
  return undefined;
}

/** A title with more pieces than this is data. */
const MOST_PIECES = 100;

/** The title that begins with the string at `index`; where substitutions cut it, its pieces. */
export function partsFrom(text: string, tokens: readonly Token[], index: number): TitlePart[] {
  const first = tokens[index];
  if (!first) return [];
  if (first.piece === undefined) {
    return [{ start: first.innerStart, end: first.innerEnd, cutBefore: false, cutAfter: isJoined(text, first.end) }];
  }
  const parts: TitlePart[] = [];
  let depth = 0;
  for (let at = index; at < Math.min(tokens.length, index + MOST_PIECES); at++) {
    const token = tokens[at];
    if (token?.piece === undefined) continue;
    if (token.piece === 'head') depth++;
    if (depth === 1)
      parts.push({ start: token.innerStart, end: token.innerEnd, cutBefore: token.piece !== 'head', cutAfter: token.piece !== 'tail' });
    if (token.piece === 'tail' && --depth === 0) break;
  }
  return parts;
}
