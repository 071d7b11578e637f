import type { EvidenceFile } from '../../model/evidence.ts';
import type { Declaration } from '../../model/facts.ts';
import { instanceBases, lastWord, spokenName, templateOf, wordsOf } from './testWords.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Which tests of a project results that name no file may be of, told from names alone, so that few files have to be read. */
export class WantedTests {
  /** Last words of such results. */
  readonly #last = new Set<string>();
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

  /** Takes up what a link stands on; true if other files may hold such tests now. */
  add(declaration: Declaration): boolean {
    const isTest = declaration.kind === 'test' || declaration.kind === 'function';
    if (!isTest || this.#last.size === 0 || !(declaration.group || this.isWanted(declaration.name))) return false;
    const [longest = ''] = (wordsOf(nameOf(declaration.name)).match(WORD) ?? []).sort((a, b) => b.length - a.length);
    if (longest === '' || this.#words.has(longest)) return false;
    this.#words.add(longest);
    return true;
  }

  /** True for a test that such a result may be of. */
  isWanted(name: string): boolean {
    return templateOf(name) !== undefined || this.#last.has(lastWord(wordsOf(nameOf(name))));
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
