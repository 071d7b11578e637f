const MAX_LENGTH = 300;

/**
 * What is wrong with a regular expression of the configuration, as the end of a sentence; undefined if nothing is.
 * `patternFault('(a+)+')` is `must not repeat a group that repeats without limit inside, …`.
 *
 * A pattern runs over every line of every file, and a repository can bring its own, so the shapes that are known
 * to take exponential time (see the OWASP page on ReDoS) are refused: a repeated group that holds another
 * unlimited repetition or alternatives, and back references.
 */
export function patternFault(pattern: string): string | undefined {
  if (pattern === '') return 'must not be empty';
  if (pattern.length > MAX_LENGTH) return `must not be longer than ${MAX_LENGTH} characters`;
  try {
    if (new RegExp(`^(?:${pattern})$`, 'u').test('')) return 'must not match the empty text';
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*\/u?: /su, '') : String(error);
    return `is no regular expression: ${reason}`;
  }
  return slowShape(pattern);
}

interface Group {
  repeats: boolean;
  alternatives: boolean;
}

const TOKEN = /\\(?:k<[^>]*>|[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;

function slowShape(pattern: string): string | undefined {
  const tokens = pattern.match(TOKEN) ?? [];
  const open: Group[] = [{ repeats: false, alternatives: false }];
  const rivals = new Rivals();
  const optional = optionalTokens(tokens);
  for (const [at, token] of tokens.entries()) {
    if (/^\\(?:[1-9]|k)/u.test(token)) return 'must not refer back to a group, which can take very long';
    if (isQuantifier(token)) continue;
    const quantifier = tokens[at + 1] ?? '';
    const unlimited = isUnlimited(quantifier);
    const group = open.at(-1);
    if (token.startsWith('(')) open.push({ repeats: false, alternatives: false });
    else if (token === ')') {
      const closed = open.pop();
      const outer = open.at(-1);
      if (unlimited && closed?.repeats) return 'must not repeat a group that repeats without limit inside, which can take very long';
      if (unlimited && closed?.alternatives) return 'must not repeat a group of alternatives without limit, which can take very long; use a character class';
      if (outer) {
        outer.repeats ||= unlimited || closed?.repeats === true;
        outer.alternatives ||= closed?.alternatives === true;
      }
      if (unlimited) rivals.repeat(SAMPLE);
    } else if (token === '|') {
      if (group) group.alternatives = true;
    } else {
      if (unlimited && group) group.repeats = true;
      const characters = charactersOf(token);
      if (unlimited) rivals.repeat(characters);
      if (!optional.has(at) && !isOptional(quantifier)) rivals.require(characters);
    }
  }
  return rivals.count > 1 ? 'must not repeat the same characters without limit three times in a row, which can take very long' : undefined;
}

/** Places of tokens that a match may do without, since they lie in an optional group, a look around or one of several alternatives. */
function optionalTokens(tokens: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  const starts: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.startsWith('(')) starts.push(at);
    if (token !== ')') continue;
    const start = starts.pop() ?? 0;
    const optional = isOptional(tokens[at + 1] ?? '') || /[=!]$/u.test(tokens[start] ?? '') || tokens.slice(start, at).includes('|');
    if (optional) for (let place = start; place < at; place += 1) places.add(place);
  }
  return places;
}

/** Letters, digits, signs and white space, and a few characters from elsewhere: enough to see whether two classes overlap. */
const SAMPLE = `\t${Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('')}éßЖ中`;

/** What an atom matches of the sample; nothing for `^` and `\b`. */
function charactersOf(atom: string): string {
  const expression = new RegExp(`^(?:${atom})$`, 'u');
  return [...SAMPLE].filter((character) => expression.test(character)).join('');
}

/**
 * Counts repetitions that can take each other's characters, as in `.*a.*`: each one multiplies the time by the length of
 * the text. A required character that the earlier one cannot take parts the two: `[A-Z]+-[A-Z]+`.
 */
class Rivals {
  #live: string[] = [];
  count = 0;

  repeat(characters: string): void {
    this.count += this.#live.filter((other) => overlap(other, characters)).length;
    this.#live.push(characters);
  }

  require(characters: string): void {
    if (characters !== '') this.#live = this.#live.filter((other) => overlap(other, characters));
  }
}

function overlap(one: string, other: string): boolean {
  return [...one].some((character) => other.includes(character));
}

function isQuantifier(token: string): boolean {
  return /^(?:[*+?]|\{\d)/u.test(token);
}

function isOptional(quantifier: string): boolean {
  return /^(?:[*?]|\{0)/u.test(quantifier);
}

/** `*`, `+`, `{2,}`, and limits so high that they are none. */
function isUnlimited(quantifier: string): boolean {
  if (/^[*+]/u.test(quantifier)) return true;
  const limits = /^\{(\d+)(,)?(\d*)\}/u.exec(quantifier);
  return limits !== null && ((limits[2] !== undefined && limits[3] === '') || Number(limits[3] || limits[1]) > 100);
}
