import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

/** The steps to a value in JSON: `['hooks', 'Stop', 0]`. */
export type JsonPath = readonly (string | number)[];

/*
 * The package has `modify` too, but that formats what is next to an edit, and what it leaves of a list on one line is not JSON.
 */

/** Puts a value where none is, and whatever is missing on the way to it: `inserted('{}', ['a', 'b'], 1)`. All else stays, to the byte. */
export function inserted(text: string, at: JsonPath, value: unknown): string {
  const root = parseTree(text);
  if (!root) return text;
  const missing = at.findIndex((_, no) => no > 0 && !findNodeAtLocation(root, at.slice(0, no)));
  const depth = (missing < 0 ? at.length : missing) - 1;
  const given = at.slice(depth + 1).reduceRight<unknown>((inner, step) => ({ [String(step)]: inner }), value);
  const parent = findNodeAtLocation(root, at.slice(0, depth));
  if (!parent) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /^(?<blank>[ \t]+)\S/mu.exec(text)?.groups?.['blank'] ?? '  ';
  const name = parent.type === 'array' ? '' : `${JSON.stringify(at[depth])}: `;
  const body = (indent: string): string => name + JSON.stringify(given, null, unit).replaceAll('\n', eol + indent);
  const last = parent.children?.at(-1);
  const [start, end] = [parent.offset, endOf(parent)];
  if (!last) {
    const indent = indentAt(text, start);
    const [open, close] = parent.type === 'array' ? '[]' : '{}';
    return `${text.slice(0, start)}${open}${eol}${indent}${unit}${body(indent + unit)}${eol}${indent}${close}${text.slice(end)}`;
  }
  const isOnLines = text.slice(start, end).includes('\n');
  const indent = indentAt(text, last.offset);
  const added = isOnLines ? `,${eol}${indent}${body(indent)}` : `, ${name}${JSON.stringify(given)}`;
  return text.slice(0, endOf(last)) + added + text.slice(endOf(last));
}

/** Takes a value out: `removed('{"a":1,"b":2}', ['a'])`. */
export function removed(text: string, at: JsonPath): string {
  const root = parseTree(text);
  const value = root && findNodeAtLocation(root, [...at]);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  const siblings = node?.parent?.children;
  if (!node?.parent || !siblings) return text;
  const no = siblings.indexOf(node);
  const [before, after] = [siblings[no - 1], siblings[no + 1]];
  if (before) return text.slice(0, endOf(before)) + text.slice(endOf(node));
  if (after) return text.slice(0, node.offset) + text.slice(after.offset);
  return text.slice(0, node.parent.offset + 1) + text.slice(endOf(node.parent) - 1);
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** The blanks before the line that a place is in. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
}
