import type { Annotation } from '../../../model/facts.ts';
import type { Link } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import type { CodeWord } from './codeText.ts';
import { codeOf, wordsOfCode } from './codeText.ts';
import type { Comparison } from '../comparison.ts';
import type { Lines } from './extent.ts';
import { linesOf } from '../../../text/lines.ts';
import { extentOf } from './extent.ts';
import { focusedLines, isLeftOut } from './focusedTests.ts';
import type { WordCounts } from '../texts/similarity.ts';
import { similarity, wordCounts } from '../texts/similarity.ts';

/** Tells whether the code that a link is on is the same on both sides. */
export class Bodies {
  readonly #comparison: Comparison;
  readonly #changed: ReadonlySet<FilePath>;
  readonly #lines = new Map<string, readonly string[] | undefined>();
  readonly #code = new Map<string, readonly string[]>();
  /** Lines of tests that leave out the others. */
  readonly #focused = new Map<string, readonly number[]>();
  readonly #aside = new Map<string, ReadonlySet<number>>();
  /** By annotation of the base, then of the head: a link that a requirement passes on is asked for with each of its criteria. */
  readonly #known = new Map<Annotation, Map<Annotation, number | undefined>>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.#changed = new Set(comparison.files.flatMap(({ head }) => head ?? []));
  }

  /**
   * The first line, counted from 0, of the link's declaration on the head's side that is not as it was; undefined if all are.
   * Only code counts: comments, white space, the kind of quotation marks and the annotations above the head do not.
   */
  firstChange(base: Link, head: Link): number | undefined {
    // What was moved to another file that did not change otherwise is in a new file, which is a changed one.
    if (!this.#changed.has(head.path)) return undefined;
    const known = this.#known.get(base.annotation) ?? new Map<Annotation, number | undefined>();
    this.#known.set(base.annotation, known);
    if (!known.has(head.annotation)) known.set(head.annotation, this.#compare(base, head));
    return known.get(head.annotation);
  }

  #compare(base: Link, head: Link): number | undefined {
    const from = this.#wordsOf('base', base);
    const to = this.#wordsOf('head', head);
    if (!from || !to) return undefined;
    let at = 0;
    while (at < from.length && at < to.length && from[at]?.text === to[at]?.text) at += 1;
    if (at === from.length && at === to.length) return undefined;
    return (to[at] ?? to.at(-1))?.line ?? head.annotation.reference.range.start.line;
  }

  /** True for a link on the head's side with no code behind its annotation. */
  isEmpty(head: Link): boolean {
    return this.#wordsOf('head', head)?.length === 0;
  }

  /** How much of the code that two links are on is the same words, from 0 to 1; 1 where it is not known to have changed. */
  likeness(base: Link, head: Link): number {
    const from = this.#wordsOf('base', base);
    const to = this.#wordsOf('head', head);
    if (!from || !to) return 1;
    return similarity(countsOf(from), countsOf(to));
  }

  /** True for a test that ran before and does not now, since its file has the runner run others only. */
  isLeftOutNow(base: Link, head: Link): boolean {
    return this.#changed.has(head.path) && this.#isLeftOut('head', head) && !this.#isLeftOut('base', base);
  }

  #isLeftOut(side: 'base' | 'head', { path, annotation }: Link): boolean {
    const lines = this.#linesOf(side, path);
    if (!lines) return false;
    const key = `${side}\0${path}`;
    const focused = this.#focused.get(key) ?? focusedLines(this.#codeOf(side, path));
    this.#focused.set(key, focused);
    return isLeftOut(lines, focused, annotation);
  }

  /** Lines of a file's annotated declarations on the head's side, the annotations included. */
  extents(path: FilePath): Lines[] {
    const lines = this.#linesOf('head', path);
    if (!lines) return [];
    return (this.#comparison.head.facts(path)?.annotations ?? []).map((annotation) => {
      const { start, end } = extentOf(lines, annotation);
      return { start: Math.min(start, annotation.reference.range.start.line), end };
    });
  }

  #annotationLines(side: 'base' | 'head', path: FilePath): ReadonlySet<number> {
    const key = `${side}\0${path}`;
    let lines = this.#aside.get(key);
    if (!lines) {
      const annotations = this.#comparison[side].facts(path)?.annotations ?? [];
      lines = new Set(
        annotations.filter(({ source }) => source === 'keyword' || source === 'pattern').map(({ reference }) => reference.range.start.line),
      );
      this.#aside.set(key, lines);
    }
    return lines;
  }

  #linesOf(side: 'base' | 'head', path: FilePath): readonly string[] | undefined {
    const key = `${side}\0${path}`;
    if (!this.#lines.has(key)) {
      const text = this.#textOf(side, path);
      this.#lines.set(key, text === undefined ? undefined : linesOf(text));
    }
    return this.#lines.get(key);
  }

  #codeOf(side: 'base' | 'head', path: FilePath): readonly string[] {
    const key = `${side}\0${path}`;
    const known = this.#code.get(key);
    if (known) return known;
    const lines = linesOf(codeOf(path, this.#textOf(side, path) ?? ''));
    this.#code.set(key, lines);
    return lines;
  }

  #textOf(side: 'base' | 'head', path: FilePath): string | undefined {
    return side === 'base' ? this.#comparison.baseText(path) : this.#comparison.headText(path);
  }

  /** The code of a link's declaration, comments left out; undefined where its text is not there. */
  #wordsOf(side: 'base' | 'head', link: Link): CodeWord[] | undefined {
    const lines = this.#linesOf(side, link.path);
    return lines && wordsOfCode(body(lines, this.#codeOf(side, link.path), link, this.#annotationLines(side, link.path)));
  }
}

/**
 * @param lines as they are, which tell how far it goes.
 * @param code the same lines as `codeOf` has them.
 * @param aside lines that hold a written annotation: another one that is added above the head is not a change of the code.
 */
function body(lines: readonly string[], code: readonly string[], { annotation }: Link, aside: ReadonlySet<number>): CodeWord[] {
  const { start, end } = extentOf(lines, annotation);
  const head = annotation.declaration?.range.start.line ?? end;
  const { range } = annotation.reference;
  const texts = code.slice(start, end).map((text, at) => {
    const line = start + at;
    // The id in a test's title follows its criterion when that is renumbered; the test is the same.
    const rest =
      line === range.start.line && line === range.end.line ? text.slice(0, range.start.character) + text.slice(range.end.character) : text;
    return { text: rest, line };
  });
  return texts.filter(({ line }) => line >= head || !aside.has(line));
}

function countsOf(words: readonly CodeWord[]): WordCounts {
  return wordCounts(words.map(({ text }) => text).join(' '));
}
