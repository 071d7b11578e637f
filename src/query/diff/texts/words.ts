import { changesBetween } from './sequences.ts';

/** A stretch of a text that was reworded. */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  /** The blank before it belongs to it, so that `same` and `added` put together are the new text. */
  readonly text: string;
}

/** Longer texts, in UTF-16 code units, are not compared word by word. */
const LONGEST = 20_000;

/** A word or a mark of punctuation, with the blank before it. */
const WORD = / ?(?:[\p{L}\p{M}\p{N}_'’]+|[^\s\p{L}\p{M}\p{N}_'’])/gu;

/**
 * What changed between two texts, word by word: `within a minute` to `within an hour` is the same `within`, the removed
 * ` a minute` and the added ` an hour`. Only the size of white space may differ between the parts and the texts.
 */
export function wordDiff(base: string, head: string): WordPart[] {
  if (base.length > LONGEST || head.length > LONGEST)
    return [
      { kind: 'removed', text: base },
      { kind: 'added', text: head },
    ];
  const before = wordsOf(base);
  const after = wordsOf(head);
  const parts: WordPart[] = [];
  const add = (kind: WordPart['kind'], words: readonly string[]): void => {
    if (words.length) parts.push({ kind, text: words.join('') });
  };
  let at = 0;
  for (const { baseStart, baseEnd, headStart, headEnd } of changesBetween(before.map(bare), after.map(bare))) {
    add('same', after.slice(at, headStart));
    add('removed', before.slice(baseStart, baseEnd));
    add('added', after.slice(headStart, headEnd));
    at = headEnd;
  }
  add('same', after.slice(at));
  return parts;
}

function wordsOf(text: string): string[] {
  return text.replace(/\s+/gu, ' ').trim().match(WORD) ?? [];
}

/** The blank before a word is none of its letters. */
function bare(word: string): string {
  return word.trimStart();
}
