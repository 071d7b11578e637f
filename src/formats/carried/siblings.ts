/** What stands for data in titles, in any language. */
const PLACE = /\$\{[^}]*\}|#\{[^}]*\}|%[a-z#%$]|[$#][\p{L}_][\p{L}\p{N}_.]*|<[^<>]+>/giu;
/** As many others as may be told of one test; more are data. */
const MOST = 100;

/**
 * Titles of the tests of a file, looked through for those whose results could be taken for results of another: `a-b` beside `a+b`, which have the same words, `never works`
 * beside `works`, `adds nothing` beside `adds %s`.
 */
export class Siblings {
  readonly #titles: readonly Words[];
  readonly #byLast = new Map<string, Words[]>();

  constructor(titles: Iterable<string>) {
    this.#titles = [...new Set(titles)].filter((title) => title !== '').map((title) => ({ title, words: wordsIn(title) }));
    for (const each of this.#titles) {
      const last = each.words.at(-1) ?? '';
      const known = this.#byLast.get(last);
      if (known) known.push(each);
      else this.#byLast.set(last, [each]);
    }
  }

  /** Other titles that end in the words of this one, or fill its places; some that do not, too. */
  of(title: string): readonly string[] {
    const pieces = title.split(PLACE).map(wordsIn);
    const others =
      pieces.length > 1
        ? this.#titles.filter(({ words }) => holds(words, pieces.flat()))
        : (this.#byLast.get(pieces[0]?.at(-1) ?? '') ?? []).filter(({ words }) => endsIn(words, pieces[0] ?? []));
    return others
      .map((other) => other.title)
      .filter((other) => other !== title)
      .slice(0, MOST);
  }
}

interface Words {
  readonly title: string;
  readonly words: readonly string[];
}

function wordsIn(title: string): readonly string[] {
  return title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** True if the words come in the others, in their order; a place may be joined to one of them, `size${n}`. */
function holds(words: readonly string[], parts: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = words.findIndex((word, index) => index >= from && word.includes(part));
    from = at + 1;
    return at >= 0;
  });
}

function endsIn(words: readonly string[], end: readonly string[]): boolean {
  return end.every((word, at) => words[words.length - end.length + at] === word);
}
