import * as l10n from '@vscode/l10n';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import { rangeAt } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Declares a prefix of items that another tool keeps in reqtrace.yaml: `TEA: "https://tracker.example/browse/{key}"`. The address is that of a prefix
 * that is declared already, or one to be changed.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function declareKey(name: string, text: string | undefined): FileEdits | Refusal {
  const known = readConfiguration(CONFIGURATION_FILE, text ?? '').configuration;
  const entry = `${/^\w[\w-]*$/u.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(addressFor(name, known?.keys ?? {}))}`;
  const edit = entryEdit(text ?? '', entry);
  const after = edit && readConfiguration(CONFIGURATION_FILE, applyEdits(text ?? '', [edit])).configuration;
  if (edit && after && Object.hasOwn(after.keys, name))
    return { edits: [edit], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  return { refusal: l10n.t('{0} cannot be added to; write this under "keys": {1}', CONFIGURATION_FILE, entry) };
}

function addressFor(name: string, keys: Configuration['keys']): string {
  if (name === '#') return 'https://github.com/OWNER/REPOSITORY/issues/{key}';
  if (name.endsWith('#')) return 'https://dev.azure.com/ORGANIZATION/PROJECT/_workitems/edit/{key}';
  const [, address] = Object.entries(keys).find(([other]) => !other.endsWith('#')) ?? [];
  return address ?? 'https://tracker.example/browse/{key}';
}

/** Adds a line to the mapping `keys`, as its last; undefined where that is written on one line. */
function entryEdit(text: string, entry: string): TextEdit | undefined {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const key = lines.findIndex((line) => /^keys\s*:/u.test(line));
  const insert = (line: number, from: number, to: number, newText: string): TextEdit => ({
    path: CONFIGURATION_FILE,
    range: rangeAt(line, from, to),
    newText,
  });
  if (key < 0) {
    const last = lines.length - 1;
    const open = lines[last] ?? '';
    return insert(last, open.length, open.length, `${open === '' ? '' : end}keys:${end}  ${entry}${end}`);
  }
  const head = lines[key] ?? '';
  const value = head
    .replace(/^keys\s*:/u, '')
    .replace(/(?:^|\s)#.*$/u, '')
    .trim();
  if (value === '{}' || value === 'null' || value === '~') return insert(key, 0, head.length, `keys:${end}  ${entry}`);
  if (value !== '') return undefined;
  let last = key;
  for (let line = key + 1; line < lines.length && /^(?:\s|#|$)/u.test(lines[line] ?? ''); line += 1) {
    if (/^\s+[^\s#]/u.test(lines[line] ?? '')) last = line;
  }
  const indent = last === key ? '  ' : (/^\s+/u.exec(lines[last] ?? '')?.[0] ?? '  ');
  const { length } = lines[last] ?? '';
  return insert(last, length, length, `${end}${indent}${entry}`);
}
