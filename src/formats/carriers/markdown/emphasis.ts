/** A run of `*`, `_` or `~~` that may begin or end emphasis. */
export interface Delimiter {
  readonly character: string;
  readonly length: number;
  /** Its number among the delimiters of the text. */
  readonly index: number;
  /** Up to two UTF-16 units on either side, for the flanking rules. */
  readonly before: string;
  readonly after: string;
  /** Characters that turned out to be plain text. */
  rest: number;
  readonly opens: EmphasisKind[];
  readonly closes: EmphasisKind[];
}

/** `**strong**`, `*emphasis*`, `~~struck~~`. */
export type EmphasisKind = 'strong' | 'emphasis' | 'struck';

const SPACE_OR_NOTHING = /^$|^\s/u;
const ENDS_IN_SPACE = /^$|\s$/u;
const STARTS_WITH_PUNCTUATION = /^[\p{P}\p{S}]/u;
const ENDS_IN_PUNCTUATION = /[\p{P}\p{S}]$/u;

/**
 * Pairs delimiters by the flanking rules of CommonMark (section 6.2) with one stack per character, so that the work is
 * linear; the "multiple of three" rule is left out, as it matters to no text that people write.
 */
export function pairEmphasis(delimiters: readonly Delimiter[]): void {
  const stacks = new Map<string, Delimiter[]>([
    ['*', []],
    ['_', []],
    ['~', []],
  ]);
  for (const delimiter of delimiters) {
    const { canOpen, canClose } = flanking(delimiter);
    const stack = stacks.get(delimiter.character) ?? [];
    if (canClose) close(delimiter, stack, stacks);
    if (canOpen && delimiter.rest > 0) stack.push(delimiter);
  }
}

function close(closer: Delimiter, stack: Delimiter[], stacks: ReadonlyMap<string, Delimiter[]>): void {
  for (let opener = stack.at(-1); opener !== undefined && closer.rest > 0; opener = stack.at(-1)) {
    const size = opener.rest >= 2 && closer.rest >= 2 ? 2 : 1;
    const starred = size === 2 ? 'strong' : 'emphasis';
    const kind = closer.character === '~' ? 'struck' : starred;
    opener.opens.push(kind);
    closer.closes.push(kind);
    opener.rest -= size;
    closer.rest -= size;
    for (const other of stacks.values()) {
      while ((other.at(-1)?.index ?? -1) > opener.index) other.pop();
    }
    if (opener.rest === 0) stack.pop();
  }
}

function flanking({ character, before, after }: Delimiter): { readonly canOpen: boolean; readonly canClose: boolean } {
  const spaceBefore = ENDS_IN_SPACE.test(before);
  const spaceAfter = SPACE_OR_NOTHING.test(after);
  const punctuationBefore = ENDS_IN_PUNCTUATION.test(before);
  const punctuationAfter = STARTS_WITH_PUNCTUATION.test(after);
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  if (character !== '_') return { canOpen: left, canClose: right };
  return { canOpen: left && (!right || punctuationBefore), canClose: right && (!left || punctuationAfter) };
}
