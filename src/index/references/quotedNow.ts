import type { Quote } from '../../model/quotation.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { lastWhere } from '../../text/search.ts';
import { compareText } from '../order.ts';
import type { FoundPassage } from './quotes.ts';

/** Where a text that a reference quotes stands now. */
export type QuotedNow =
  /** In another section, word for word. */
  | { readonly kind: 'moved'; readonly section: string; readonly path: FilePath; readonly range: Range }
  /** It reads otherwise. */
  | { readonly kind: 'changed'; readonly section: string; readonly text: string; readonly path: FilePath; readonly range: Range };

/** Two texts are one that changed where at least so much of their words is the same. */
const ALIKE = 0.6;

/**
 * Finds a quotation that is not in its section word for word: in another section of the document, or, changed, in this or in another one.
 *
 * @param passages sections of the document.
 */
export function quotedNow(quote: Quote, section: string, passages: readonly FoundPassage[]): QuotedNow | undefined {
  const sorted = passages.toSorted((a, b) => compareText(a.path, b.path) || a.range.start.line - b.range.start.line);
  const moved = sorted.find(({ words }) => words.includes(quote.words));
  if (moved) return { kind: 'moved', section: moved.section, ...placeAt(moved, moved.words.indexOf(quote.words)) };
  const own = sorted.filter((passage) => passage.section === section);
  const [best] = [own, sorted].flatMap((some) => mostAlike(quote.words, some) ?? []);
  return best && { kind: 'changed', section: best.passage.section, text: spaced(best.text), ...placeAt(best.passage, best.from) };
}

function placeAt({ path, starts, range }: FoundPassage, offset: number): { readonly path: FilePath; readonly range: Range } {
  const at = lastWhere(starts.length / 2, (index) => (starts[2 * index + 1] ?? 0) <= offset);
  const line = at < 0 ? range.start.line : (starts[2 * at] ?? range.start.line);
  return { path, range: rangeAt(line, 0, 0) };
}

interface Candidate {
  readonly passage: FoundPassage;
  readonly from: number;
  readonly text: string;
  readonly score: number;
}

/** The sentences, as many as are quoted, that have most words in common with the quotation. */
function mostAlike(quote: string, passages: readonly FoundPassage[]): Candidate | undefined {
  const wanted = countsOf(quote);
  const length = sentencesOf(quote).length;
  let best: Candidate | undefined;
  for (const passage of passages) {
    const sentences = sentencesOf(passage.words);
    for (let at = 0; at < sentences.length; at += 1) {
      const some = sentences.slice(at, at + length);
      const text = some.map((one) => one.text).join('');
      const score = likeness(wanted, countsOf(text));
      if (score >= ALIKE && score > (best?.score ?? 0)) best = { passage, from: some[0]?.from ?? 0, text, score };
    }
  }
  return best;
}

function sentencesOf(words: string): readonly { readonly from: number; readonly text: string }[] {
  return Array.from(words.matchAll(/[^.]+(?:\.(?![A-Z"'([*])[^.]*)*\.?/gu), ({ index, 0: text }) => ({ from: index, text }));
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** From 0 to 1: how many of the words of two texts are the same. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : (2 * common) / all;
}

/** A text in the form in which quotations are compared as people would write it; where spaces are makes no difference to a quotation. */
function spaced(words: string): string {
  return words
    .replaceAll(/(?<=[,;)\]])(?=[\p{L}\p{N}(])/gu, ' ')
    .replaceAll(/(?<=[.:])(?=[A-Z"(])/gu, ' ')
    .replaceAll(/(?<=[\p{L}\p{N}])(?=[([])/gu, ' ')
    .trim();
}
