/** Words after which a file is read whatever ids it holds. */
const KEYWORD = /@(?:implements|verifies|req|waives)\b/;
/** A criterion inside a name, `__ac2`, whose id may stand there in lower case. */
const NAMED_CRITERION = /__ac_?\d/i;
const NUMBER_BEHIND_HYPHEN = /-\d/g;
const NUMBER_BEHIND_UNDERSCORE = /_\d/g;

/** Longer prefixes, in characters, are no one's; a file that holds one is simply read. */
const LONGEST_PREFIX = 60;
/** With more different prefixes than that a file is simply read. */
const MOST_PREFIXES = 100;

/**
 * A quick look at code, without regard to comments and strings: may it say anything, and if so, about which ids?
 *
 * - `read`: there is a keyword (`@implements`), so it must be read in full;
 * - else the prefixes of everything in it that looks like an id, `['CVE', 'UTF']`: unless one of them is the prefix of a
 *   requirement, nothing that the full reader would find in it means anything. Empty where it would find nothing at all.
 *
 * Only what is written in ASCII is looked for, so bytes of UTF-8 read as Latin-1 do as well as the text itself.
 * That holds for the common grammar of ids only, not for the project's own patterns.
 */
export function candidates(text: string, role: 'code' | 'test'): 'read' | readonly string[] {
  if (KEYWORD.test(text) || (role === 'test' && NAMED_CRITERION.test(text))) return 'read';
  const prefixes = new Set<string>();
  if (!collect(text, NUMBER_BEHIND_HYPHEN, HYPHEN, prefixes)) return 'read';
  if (role === 'test' && !collect(text, NUMBER_BEHIND_UNDERSCORE, UNDERSCORE, prefixes)) return 'read';
  return [...prefixes].sort();
}

const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;

/** Adds the prefix before each number; false if there is one that is too long, or too many. */
function collect(text: string, number: RegExp, separator: number, prefixes: Set<string>): boolean {
  number.lastIndex = 0;
  while (number.test(text)) {
    const end = number.lastIndex - 2;
    let start = end;
    // Back over capitals, digits and separators, but not into a number that an id before this one ended with.
    while (start > 0 && end - start <= LONGEST_PREFIX && isPart(text, start - 1, separator)) start -= 1;
    if (end - start > LONGEST_PREFIX) return false;
    const prefix = prefixOf(text.slice(start, end), separator);
    if (prefix !== undefined) prefixes.add(prefix);
    if (prefixes.size > MOST_PREFIXES) return false;
  }
  return true;
}

function isPart(text: string, at: number, separator: number): boolean {
  const code = text.charCodeAt(at);
  return isCapital(code) || isDigit(code) || (code === separator && !isDigit(text.charCodeAt(at + 1)));
}

/** What of a run of capitals, digits and separators can be a prefix: `IP`, `AC-US1`; undefined for none, as of `80-81`. */
function prefixOf(run: string, separator: number): string | undefined {
  if (separator === HYPHEN) return isCapital(run.charCodeAt(0)) ? run : undefined;
  // In a name a prefix may follow other words: `1_IP` of `test_1_IP_2` is IP, and two underscores end a word.
  const words = run.slice(run.lastIndexOf('__') + 1).split('_');
  const first = words.findIndex((word) => isCapital(word.charCodeAt(0)));
  return first < 0 ? undefined : words.slice(first).join('-');
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
