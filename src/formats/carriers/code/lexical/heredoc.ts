import type { Rule, Scan } from '../scan.ts';

/** Heredocs without an end after which a file's `<<` are taken for shifts. */
const MOST_FAILURES = 32;

/**
 * `<<EOF`, `<<-'EOF'`, `<<~SQL`: the lines up to the one that holds the word alone.
 *
 * @param open what begins it, with the groups `word`, and `dash` where the end may be indented.
 */
export function heredoc(open: RegExp): Rule {
  const sticky = new RegExp(open.source, 'y');
  return {
    first: '<',
    match(scan, at) {
      sticky.lastIndex = at;
      const groups = sticky.exec(scan.text)?.groups;
      const word = groups?.['word'];
      if (word === undefined || scan.failures > MOST_FAILURES) return undefined;
      const bodyStart = scan.lineEnd(at);
      const end = endOf(scan, bodyStart, word, groups?.['dash'] !== undefined);
      if (end === undefined) {
        scan.failures++;
        return undefined;
      }
      return scan.string(at, end, bodyStart, end - word.length);
    },
  };
}

function endOf(scan: Scan, from: number, word: string, indented: boolean): number | undefined {
  for (let at = scan.text.indexOf(word, from); at >= 0; at = scan.text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    const alone = indented ? scan.startsLine(at) : /[\n\r]/u.test(scan.text[at - 1] ?? '');
    if (alone && !/[\p{L}\p{N}_]/u.test(scan.text[end] ?? '')) return end;
  }
  return undefined;
}
