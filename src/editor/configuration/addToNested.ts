import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import { rangeAt } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import { addToList, setKey } from './addToList.ts';

/**
 * Adds an entry to a list in a mapping of reqtrace.yaml: `addToNested(text, 'criteria', 'moreLabels', '"Done When"')`. What is not there yet is made. Undefined
 * where it is written in a way of its own.
 *
 * @param entry as YAML writes it, on one line.
 */
export function addToNested(text: string, key: string, list: string, entry: string): TextEdit | undefined {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const at = lines.findIndex((line) => new RegExp(`^${key}\\s*:`, 'u').test(line));
  if (at < 0) return setKey(text, key, `${key}:${end}  ${list}:${end}    - ${entry}${end}`);
  const head = lines[at] ?? '';
  const value = /^[^:]*:\s*(?<value>[^#]*?)\s*(?:#.*)?$/u.exec(head)?.groups?.['value'];
  if (value?.startsWith('{')) return inBraces(at, head, list, entry);
  if (value === 'null' || value === '~') return edit(at, 0, head.length, `${key}:${end}  ${list}:${end}    - ${entry}`);
  if (value !== '') return undefined;
  return inBlock(lines, at, list, entry, end);
}

/** `criteria: { labels: [Done] }` */
function inBraces(at: number, head: string, list: string, entry: string): TextEdit | undefined {
  const open = head.indexOf('{') + 1;
  const listed = new RegExp(String.raw`[{,]\s*${list}\s*:\s*\[(?<items>(?:[^\]#"']|"[^"]*"|'[^']*')*)\]`, 'u').exec(head);
  if (listed) {
    const items = listed.groups?.['items'] ?? '';
    const place = listed.index + listed[0].length - 1 - (items.length - items.trimEnd().length);
    return edit(at, place, place, items.trim() === '' ? entry : `, ${entry}`);
  }
  if (new RegExp(String.raw`[{,]\s*${list}\s*:`, 'u').test(head)) return undefined;
  const isEmpty = /^\s*\}/u.test(head.slice(open));
  return edit(at, open, open, ` ${list}: [${entry}]${isEmpty ? '' : ','}`);
}

/** The mapping below its key, each key of it on a line of its own; their list is one of the top of a text that is moved to the left. */
function inBlock(lines: readonly string[], at: number, list: string, entry: string, end: string): TextEdit | undefined {
  let last = at;
  let indent: string | undefined;
  for (let line = at + 1; line < lines.length && /^(?:\s|#|$)/u.test(lines[line] ?? ''); line += 1) {
    const own = /^(?<indent>\s+)[^\s#]/u.exec(lines[line] ?? '')?.groups?.['indent'];
    if (own === undefined) continue;
    indent ??= own;
    last = line;
  }
  if (indent === undefined) return edit(at, lines[at]?.length ?? 0, lines[at]?.length ?? 0, `${end}  ${list}:${end}    - ${entry}`);
  const inner = lines.slice(at + 1, last + 1).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  const isListed = inner.some((line) => new RegExp(`^${list}\\s*:`, 'u').test(line));
  if (!isListed) {
    const { length } = lines[last] ?? '';
    return edit(last, length, length, `${end}${indent}${list}:${end}${indent}  - ${entry}`);
  }
  const found = addToList(inner.join(end), list, entry);
  if (!found) return undefined;
  const { line, character } = found.range.start;
  const from = character + (/\S/u.test(inner[line] ?? '') ? indent.length : 0);
  return edit(line + at + 1, from, from + found.range.end.character - character, found.newText.replaceAll(end, `${end}${indent}`));
}

function edit(line: number, from: number, to: number, newText: string): TextEdit {
  return { path: CONFIGURATION_FILE, range: rangeAt(line, from, to), newText };
}
