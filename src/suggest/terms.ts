import { stemmer } from 'stemmer';

/** Words that are in any sentence, and in code of any language: they tell no file from another. */
const COMMON = new Set(
  `a about after all also an and any are as at be been before being but by can could did do does done each else for from had has have he her his how i if
  in into is it its may me might must my no nor not of on one only or other our shall she should so some such than that the their them then there these
  they this those through to too under until up upon us use used uses using very via was we were what when where which while who whose will with within
  without would you your abstract async await bool boolean break byte case catch char class const continue def default defined delete del double elif
  end endif enum except export extends false final finally float fn func function get getter goto implements implicit import include instanceof int
  integer interface internal lambda let long module mut namespace new nil none null number object operator optional out override package param pass
  private protected pub public raise ref register require return self set setter short signed sizeof static std str string struct super switch
  synchronized template this throw throws todo trait true try type typedef typeof undefined union unsigned val var virtual void volatile yield`.split(
    /\s+/u,
  ),
);

const SHORTEST = 2;
/** Longest run of letters that can be a name; what is longer is data. */
const LONGEST = 60;
/** The words of a name: `parse`, `HTTP`, `Request`. */
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lu}+/gu;
/** The same for names of plain letters, which most are, in a fraction of the time. */
const PLAIN = /^[A-Za-z_]*$/u;
const PLAIN_PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]+/gu;
/** Writing without spaces between words, of which two characters at a time stand for a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const STEMS = new Map<string, string>();
/** What is remembered at most, so that a server that has seen many projects does not grow. */
const MOST_REMEMBERED = 200_000;

/**
 * The terms of a name: its words without their endings, and the whole of it where it has several.
 * `splitName('parseHTTPRequests')` is `['pars', 'http', 'request', 'parsehttprequest']`.
 */
export function splitName(name: string): readonly string[] {
  const isPlain = PLAIN.test(name);
  if (!isPlain && UNSPACED.test(name)) return pairsOf(name);
  const words = name.match(isPlain ? PLAIN_PARTS : PARTS) ?? [];
  const parts = words.map((word) => word.toLowerCase()).filter((word) => word.length >= SHORTEST && !COMMON.has(word));
  const terms = parts.map(stem);
  if (words.length > 1) terms.push(stem(words.join('').toLowerCase()));
  return terms;
}

function pairsOf(name: string): readonly string[] {
  const characters = [...name];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function stem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const made = stemmer(word);
  if (STEMS.size >= MOST_REMEMBERED) STEMS.clear();
  STEMS.set(word, made);
  return made;
}

/** The names of a part of a text by their places: `eachName('order.reserve()', 0, 15, found)` calls `found(0, 5)` and `found(6, 13)`. */
export function eachName(text: string, start: number, end: number, found: (from: number, to: number) => void): void {
  let from = -1;
  for (let at = start; at <= end; at++) {
    if (at < end && isLetter(text.charCodeAt(at))) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (at - from >= SHORTEST && at - from <= LONGEST) found(from, at);
      from = -1;
    }
  }
}

/** Letters, the underscore and whatever is beyond ASCII and no punctuation of common scripts. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (code >= 0xaa &&
      code !== 0xab &&
      code !== 0xbb &&
      code !== 0xd7 &&
      !(code >= 0x2000 && code <= 0x206f) &&
      !(code >= 0x3000 && code <= 0x3004))
  );
}

/** The words of a sentence by their terms, each as it is first written there: `{ reserv: 'reserved' }`. */
export function wordsByTerm(text: string): ReadonlyMap<string, string> {
  const names = new Set<string>();
  eachName(text, 0, text.length, (from, to) => names.add(text.slice(from, to)));
  const words = new Map<string, string>();
  for (const name of names) {
    const terms = splitName(name);
    const written = name.match(PLAIN.test(name) ? PLAIN_PARTS : PARTS) ?? [];
    const parts = written.filter((word) => word.length >= SHORTEST && !COMMON.has(word.toLowerCase()));
    for (const [index, term] of terms.entries()) if (!words.has(term)) words.set(term, parts[index]?.toLowerCase() ?? name);
  }
  return words;
}
