import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import { rangeAt } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';

/**
 * Adds an entry to a list of reqtrace.yaml, as its last: `addToList('version: 1\n', 'exclude', '"docs/old/**"')`. Where the key is not set, it is set above
 * the comment that explains it, `# exclude: …`, or at the end. Undefined where the list is written in a way of its own.
 *
 * @param entry as YAML writes it, on one line.
 */
export function addToList(text: string, key: string, entry: string): TextEdit | undefined {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const at = lines.findIndex((line) => new RegExp(`^${key}\\s*:`, 'u').test(line));
  if (at < 0) return setKey(text, key, `${key}:${end}  - ${entry}${end}`);
  const head = lines[at] ?? '';
  const value = head
    .slice(head.indexOf(':') + 1)
    .replace(/(?:^|\s)#.*$/u, '')
    .trim();
  const inBrackets = /^(?<open>\w+\s*:\s*\[)(?<items>(?:[^\]#"']|"[^"]*"|'[^']*')*)\]/u.exec(head)?.groups;
  if (inBrackets) {
    const { open = '', items = '' } = inBrackets;
    const place = open.length + items.trimEnd().length;
    return edit(at, place, place, items.trim() === '' ? entry : `, ${entry}`);
  }
  if (value === 'null' || value === '~') return edit(at, 0, head.length, `${key}:${end}  - ${entry}`);
  if (value !== '') return undefined;
  let last = at;
  for (let line = at + 1; line < lines.length && /^(?:\s|-|#|$)/u.test(lines[line] ?? ''); line += 1) {
    if (/^\s*-/u.test(lines[line] ?? '')) last = line;
  }
  const indent = last === at ? '  ' : (/^\s*/u.exec(lines[last] ?? '')?.[0] ?? '  ');
  const { length } = lines[last] ?? '';
  return edit(last, length, length, `${end}${indent}- ${entry}`);
}

/** Writes a key that is not set: above the comment that explains it, else at the end. */
export function setKey(text: string, key: string, block: string): TextEdit {
  const lines = linesOf(text);
  const explained = lines.findIndex((line) => line.startsWith(`# ${key}:`));
  if (explained >= 0) return edit(explained, 0, 0, block);
  const last = lines.length - 1;
  const open = lines[last] ?? '';
  return edit(last, open.length, open.length, `${open === '' ? '' : lineEndOf(text)}${block}`);
}

function edit(line: number, from: number, to: number, newText: string): TextEdit {
  return { path: CONFIGURATION_FILE, range: rangeAt(line, from, to), newText };
}
