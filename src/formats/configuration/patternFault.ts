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

function slowShape(pattern: string): string | undefined {
  const open: Group[] = [{ repeats: false, alternatives: false }];
  let closed: Group | undefined;
  let unlimited = 0;
  for (const [token] of pattern.matchAll(/\\(?:k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu)) {
    if (/^\\(?:[1-9]|k)/u.test(token)) return 'must not refer back to a group, which can take very long';
    const group = open.at(-1);
    if (token.startsWith('(')) open.push({ repeats: false, alternatives: false });
    else if (token === ')') {
      closed = open.length > 1 ? open.pop() : undefined;
      const outer = open.at(-1);
      if (outer && closed) {
        outer.repeats ||= closed.repeats;
        outer.alternatives ||= closed.alternatives;
      }
      continue;
    } else if (token === '|' && group) group.alternatives = true;
    else if (isUnlimited(token) && group) {
      unlimited += 1;
      if (closed?.repeats) return 'must not repeat a group that repeats without limit inside, which can take very long';
      if (closed?.alternatives) return 'must not repeat a group of alternatives without limit, which can take very long; use a character class';
      group.repeats = true;
    }
    closed = undefined;
  }
  return unlimited > MAX_UNLIMITED ? `must not repeat without limit more than ${MAX_UNLIMITED} times, which can take very long` : undefined;
}

/** Each one may multiply the time by the length of a line. */
const MAX_UNLIMITED = 6;

/** `*`, `+`, `{2,}`, and limits so high that they are none. */
function isUnlimited(token: string): boolean {
  if (/^[*+]/u.test(token)) return true;
  const limits = /^\{(\d+)(,)?(\d*)\}/u.exec(token);
  return limits !== null && (limits[2] !== undefined && limits[3] === '' ? true : Number(limits[3] || limits[1]) > 100);
}
