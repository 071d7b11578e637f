import { ANY_KEYWORD } from '../../../notation/commonWords.ts';

/** Words after which a file is read whatever ids it holds. */
const KEYWORD = new RegExp(`${ANY_KEYWORD}\\b`, 'y');
/** A criterion inside a name, `__ac2`, whose id may be there in lower case. */
const NAMED_CRITERION = /__ac_?\d/i;

/** Longer prefixes, in characters, are nobody's; a file that holds one is simply read. */
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
 * That holds for the common grammar of ids only: ids of the project's own patterns are looked for apart, but where a name is the only
 * place of one, `test_HLR_1`.
 *
 * @param mayBeOwn true for a prefix of which the project's own patterns may make an id of theirs.
 */
export function candidates(text: string, role: 'code' | 'test', mayBeOwn?: (prefix: string) => boolean): 'read' | readonly string[] {
  if (holdsKeyword(text) || (role === 'test' && NAMED_CRITERION.test(text))) return 'read';
  const prefixes = new Set<string>();
  if (!collect(text, '-', prefixes)) return 'read';
  if (role === 'test') {
    const named = new Set<string>();
    if (!collect(text, '_', named)) return 'read';
    for (const prefix of named) {
      if (mayBeOwn?.(prefix)) return 'read';
      prefixes.add(prefix);
    }
  }
  return prefixes.size > MOST_PREFIXES ? 'read' : [...prefixes].sort();
}

/** True if the text holds `@implements` or one of the other keywords. */
export function holdsKeyword(text: string): boolean {
  // Looking for one character is several times as quick as any regular expression, and this is done with every byte of a tree.
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    KEYWORD.lastIndex = at;
    if (KEYWORD.test(text)) return true;
  }
  return false;
}

/** Adds the prefix before each number; false if there is one that is too long, or too many. */
function collect(text: string, separator: '-' | '_', prefixes: Set<string>): boolean {
  const code = separator.charCodeAt(0);
  for (let end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, end + 1)) {
    if (!isDigit(text.charCodeAt(end + 1))) continue;
    let start = end;
    // Back over capitals, digits and separators, but not into a number that an id before this one ended with.
    while (start > 0 && end - start <= LONGEST_PREFIX && isPart(text, start - 1, code)) start -= 1;
    if (end - start > LONGEST_PREFIX) return false;
    const prefix = start === end ? undefined : prefixOf(text.slice(start, end), separator);
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
function prefixOf(run: string, separator: '-' | '_'): string | undefined {
  if (separator === '-') {
    // The reader takes hyphens at the beginning of a comment for decoration.
    const prefix = run.replace(/^-+/u, '');
    return isCapital(prefix.charCodeAt(0)) ? prefix : undefined;
  }
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
