import * as l10n from '@vscode/l10n';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Waiver } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { LineMap } from '../../text/lineMap.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import type { WaiverWords } from './actionRequest.ts';

/** What needs no quotes in YAML. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_./#-]*$/u;

/**
 * Adds a waiver of an item to reqtrace.yaml. Where nobody gave a reason it is left empty, so nothing is waived before a person has written one.
 *
 * @param text of the file; undefined where there is none yet.
 */
function waiveInConfiguration(view: IndexView, item: Item, text: string | undefined, waiver?: WaiverWords): FileEdits | Refusal {
  const reference = view.referenceTo(item, CONFIGURATION_FILE);
  const known = readConfiguration(CONFIGURATION_FILE, text ?? '').facts;
  // Waivers there are written in words of the house, in which not every notation's bare id is a reference; its key is.
  for (const written of new Set([reference, item.key])) {
    const edit = waiverOf(written, text ?? '', waiver);
    const after = edit && readConfiguration(CONFIGURATION_FILE, applyEdits(text ?? '', [edit(waiver ? '' : ' later')])).facts;
    if (edit && after?.waivers.length === known.waivers.length + 1 && (!waiver || after.waivers.some((one) => says(one, waiver))))
      return { edits: [edit('')], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  }
  return {
    refusal: l10n.t('{0} writes its waivers in a way that cannot be added to; add this one: ref: {1}', CONFIGURATION_FILE, reference),
  };
}

/**
 * Adds a waiver for each of several items to reqtrace.yaml, as one edit and so one step to be undone; nothing where one of them cannot be added.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function waiveAll(view: IndexView, keys: readonly string[], text: string | undefined, waiver?: WaiverWords): FileEdits | Refusal {
  const [only, second] = keys;
  let after = text;
  for (const key of keys) {
    const item = view.item(key);
    if (!item) return { refusal: l10n.t('{0} does not exist any more', key) };
    const made = waiveInConfiguration(view, item, after, waiver);
    if ('refusal' in made || (key === only && second === undefined)) return made;
    after = applyEdits(after ?? '', made.edits);
  }
  const edits = [replacing(CONFIGURATION_FILE, text ?? '', after ?? '')];
  return { edits, ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
}

/** The edit that makes one text of another, of what is not the same at both ends. */
function replacing(path: FilePath, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    path,
    range: new LineMap(before).rangeOf(start, before.length - same),
    newText: after.slice(start, after.length - same),
  };
}

/** True for a waiver that says what a person said. */
function says({ reason, owner, until }: Waiver, words: WaiverWords): boolean {
  return reason === words.reason && owner === words.owner && until === words.until;
}

function waiverOf(reference: string, text: string, waiver: WaiverWords | undefined): ((reason: string) => TextEdit) | undefined {
  const written = PLAIN.test(reference) ? reference : JSON.stringify(reference);
  if (!waiver) return waiverEdit(text, (reason) => (indent, end) => `${indent}- ref: ${written}${end}${indent}  reason:${reason}${end}`);
  const { reason, owner, until } = waiver;
  const lines = [
    `- ref: ${written}`,
    `  reason: ${quoted(reason)}`,
    ...(owner === undefined ? [] : [`  owner: ${quoted(owner)}`]),
    ...(until === undefined ? [] : [`  until: ${until}`]),
  ];
  return waiverEdit(text, () => (indent, end) => lines.map((line) => `${indent}${line}${end}`).join(''));
}

/** A text as YAML writes it: plain where it is words, else in quotes. */
function quoted(text: string): string {
  return /^\p{L}[\p{L}\p{N} ._/()-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|[ynYN])$/iu.test(text)
    ? text
    : JSON.stringify(text);
}

type Entry = (reason: string) => (indent: string, end: string) => string;

function waiverEdit(text: string, entry: Entry): ((reason: string) => TextEdit) | undefined {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const key = lines.findIndex((line) => /^waivers\s*:/u.test(line));
  const insert =
    (line: number, newText: (reason: string) => string) =>
    (reason: string): TextEdit => ({
      path: CONFIGURATION_FILE,
      range: rangeAt(line, 0, 0),
      newText: newText(reason),
    });
  if (key < 0) {
    const last = lines.length - 1;
    const open = lines[last] ?? '';
    const atEnd = (reason: string): string => `${open === '' ? '' : end}waivers:${end}${entry(reason)('  ', end)}`;
    return (reason) => ({ path: CONFIGURATION_FILE, range: rangeAt(last, open.length, open.length), newText: atEnd(reason) });
  }
  const head = lines[key] ?? '';
  const value = head
    .replace(/^waivers\s*:/u, '')
    .replace(/(?:^|\s)#.*$/u, '')
    .trim();
  if (value === '[]' || value === 'null' || value === '~') {
    return (reason) => ({
      path: CONFIGURATION_FILE,
      range: rangeAt(key, 0, head.length),
      newText: `waivers:${end}${entry(reason)('  ', end).slice(0, -end.length)}`,
    });
  }
  if (value !== '') return undefined;
  let last = key;
  for (let line = key + 1; line < lines.length && /^(?:\s|-|#|$)/u.test(lines[line] ?? ''); line += 1) {
    if (/^\s*(?:-|[^\s#])/u.test(lines[line] ?? '')) last = line;
  }
  const indent = /^\s*(?=-)/u.exec(lines.slice(key + 1, last + 1).find((line) => /^\s*-/u.test(line)) ?? '  -')?.[0] ?? '  ';
  if (last === lines.length - 1) {
    const { length } = lines[last] ?? '';
    return (reason) => ({ path: CONFIGURATION_FILE, range: rangeAt(last, length, length), newText: `${end}${entry(reason)(indent, end)}` });
  }
  return insert(last + 1, (reason) => entry(reason)(indent, end));
}
