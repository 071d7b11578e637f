import type { Range } from '../../../model/position.ts';
import { rangeAt } from '../../../model/position.ts';

/** A field of a node, `UID: REQ-1`. */
export interface SdocField {
  readonly name: string;
  readonly value: string;
  /** Of a value on the field's own line, that value; of several lines, the line on which the field begins. */
  readonly range: Range;
  /** True for a value between `>>>` and `<<<`. */
  readonly multiline: boolean;
  /** False where `<<<` is missing, so that all the rest of the file belongs to it. */
  readonly closed: boolean;
}

/** An entry below `RELATIONS:`, `- TYPE: Parent` with `VALUE: REQ-1`. */
export interface SdocRelation {
  readonly keys: ReadonlyMap<string, { readonly value: string; readonly range: Range }>;
}

/** A node, `[REQUIREMENT]` with its fields. */
export interface SdocNode {
  /** `REQUIREMENT`, `TEXT`, `SECTION`. */
  readonly type: string;
  readonly first: number;
  readonly last: number;
  readonly fields: readonly SdocField[];
  readonly relations: readonly SdocRelation[];
}

const NODE = /^\[{1,2}(?<close>\/)?(?<type>[A-Z]+(?:_[A-Z]+)*)\]{1,2}\s*$/u;
const FIELD = /^(?<name>[A-Z]+[A-Za-z0-9_-]*):(?: (?<value>.*))?$/u;
const ENTRY = /^(?<lead>- |  )(?<key>[A-Z]+(?:_[A-Z]+)*): ?(?<value>.*)$/u;

interface Open {
  readonly type: string;
  readonly first: number;
  last: number;
  readonly fields: SdocField[];
  readonly relations: { keys: Map<string, { readonly value: string; readonly range: Range }> }[];
  inRelations: boolean;
}

/**
 * The nodes of a text in the SDoc format, in order: `sdocNodes(['[REQUIREMENT]', 'UID: REQ-1'])` has one, whose type is `REQUIREMENT`.
 *
 * What stands between `>>>` and `<<<`, or in a block `[FREETEXT]` of old documents, is text, whatever it looks like.
 */
export function sdocNodes(lines: readonly string[]): readonly SdocNode[] {
  const nodes: SdocNode[] = [];
  let open: Open | undefined;
  const close = (): void => {
    if (open) nodes.push(open);
    open = undefined;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const node = text.startsWith('[') ? NODE.exec(text)?.groups : undefined;
    if (node) {
      close();
      const type = node['type'] ?? '';
      if (type === 'FREETEXT' && node['close'] === undefined) at = endOf(lines, at, /^\[\/FREETEXT\]\s*$/u).line;
      else if (node['close'] === undefined) open = { type, first: at, last: at, fields: [], relations: [], inRelations: false };
    } else if (open) at = addLine(open, lines, at);
  }
  close();
  return nodes;
}

/** Adds what a line says to its node, and says which line was read last. */
function addLine(open: Open, lines: readonly string[], at: number): number {
  const text = lines[at] ?? '';
  if (text.trim() === '') return at;
  open.last = at;
  const field = FIELD.exec(text)?.groups;
  if (field) {
    const { name = '', value = '' } = field;
    open.inRelations = name === 'RELATIONS';
    if (open.inRelations) return at;
    const start = name.length + 2;
    if (value.trim() === '>>>') return addText(open, lines, at, name);
    open.fields.push({
      name,
      value: value.trim(),
      range: rangeAt(at, start, start + value.trimEnd().length),
      multiline: false,
      closed: true,
    });
    return at;
  }
  if (open.inRelations) addEntry(open, text, at);
  return at;
}

function addText(open: Open, lines: readonly string[], at: number, name: string): number {
  const { line: last, found } = endOf(lines, at, /^<<<\s*$/u);
  const value = lines.slice(at + 1, found ? last : last + 1).join('\n');
  open.fields.push({ name, value, range: rangeAt(at, 0, (lines[at] ?? '').trimEnd().length), multiline: true, closed: found });
  open.last = last;
  return last;
}

function addEntry(open: Open, text: string, at: number): void {
  const { lead = '', key = '', value = '' } = ENTRY.exec(text)?.groups ?? {};
  if (key === '') return;
  if (lead.startsWith('-')) open.relations.push({ keys: new Map() });
  const start = lead.length + key.length + 2;
  open.relations.at(-1)?.keys.set(key, { value: value.trim(), range: rangeAt(at, start, start + value.trimEnd().length) });
}

/** The next line that fits, or the last one of the text. */
function endOf(lines: readonly string[], from: number, end: RegExp): { readonly line: number; readonly found: boolean } {
  for (let at = from + 1; at < lines.length; at += 1) if (end.test(lines[at] ?? '')) return { line: at, found: true };
  return { line: lines.length - 1, found: false };
}
