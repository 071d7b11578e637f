import type { EvidenceFile } from '../../model/evidence.ts';
import type { Declaration } from '../../model/facts.ts';
import { instanceBases, lastWord, spokenName, templateOf, wordsOf } from './names/testWords.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Which tests of a project may belong to results that do not name a file, judged by names alone, so that few files have to be read. */
export class WantedTests {
  /** Last words of such results. */
  readonly #last = new Set<string>();
  /** Those of linked tests. */
  readonly #linked = new Set<string>();
  /** True where what is linked does not tell the last word: a group of tests, or a title that is filled in. */
  #isAny = false;
  /** A word of each linked test of such a name. */
  readonly #words = new Set<string>();

  constructor(files: readonly EvidenceFile[]) {
    for (const { results } of files)
      for (const { file, title } of results) {
        if (file !== undefined) continue;
        for (const name of [title, ...instanceBases(title)]) this.#last.add(lastWord(wordsOf(name)));
      }
    this.#last.delete('');
  }

  /** True if no linked test is of that kind. */
  get isEmpty(): boolean {
    return this.#words.size === 0;
  }

  /** Takes up what a link is on; true if other files may hold such tests now. */
  add(declaration: Declaration): boolean {
    const { name, kind, group = false } = declaration;
    if ((kind !== 'test' && kind !== 'function') || this.#last.size === 0 || !(group || this.#isOf(this.#last, name))) return false;
    const before = this.#linked.size;
    const isMore = !this.#isAny && (group || templateOf(name) !== undefined);
    if (isMore) this.#isAny = true;
    else this.#linked.add(lastWord(wordsOf(nameOf(name))));
    const [longest = ''] = (wordsOf(nameOf(name)).match(WORD) ?? []).sort((a, b) => b.length - a.length);
    const isNew = longest !== '' && !this.#words.has(longest);
    if (isNew) this.#words.add(longest);
    return isMore || isNew || this.#linked.size > before;
  }

  /** True for a test that such a result may be of. */
  isWanted(name: string): boolean {
    return this.#isOf(this.#isAny ? this.#last : this.#linked, name);
  }

  /** A title that is filled in may end in anything. */
  #isOf(last: ReadonlySet<string>, name: string): boolean {
    return templateOf(name) !== undefined || last.has(lastWord(wordsOf(spokenName({ name, kind: 'test' }))));
  }

  /** True if a text may hold such a test. */
  mayStandIn(text: string): boolean {
    for (const [word] of text.matchAll(WORD)) if (this.#words.has(word)) return true;
    return false;
  }
}

/** The longest part of a title that is not filled in. */
function nameOf(name: string): string {
  const template = templateOf(name);
  if (!template) return spokenName({ name, kind: 'test' });
  return template.parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
}
