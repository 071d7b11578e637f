import * as l10n from '@vscode/l10n';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import { rangeAt } from '../../model/position.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Adds a glob to `exclude` in reqtrace.yaml: `docs/old/**` for a folder, `docs/old.md` for a document.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function excludeInConfiguration(glob: string, text: string | undefined): FileEdits | Refusal {
  const excluded = (of: string): readonly string[] => readConfiguration(CONFIGURATION_FILE, of).configuration?.exclude ?? [];
  const edit = globEdit(text ?? '', JSON.stringify(glob));
  const before = excluded(text ?? '').length;
  const after = edit ? excluded(applyEdits(text ?? '', [edit])) : [];
  if (edit && after.length === before + 1 && after.at(-1) === glob)
    return { edits: [edit], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  return { refusal: l10n.t('{0} cannot be added to; write this under "exclude": {1}', CONFIGURATION_FILE, JSON.stringify(glob)) };
}

/** Adds an entry to the list `exclude`, as its last; undefined where that is written in a way of its own. */
function globEdit(text: string, entry: string): TextEdit | undefined {
  const end = lineEndOf(text);
  const lines = linesOf(text);
  const edit = (line: number, from: number, to: number, newText: string): TextEdit => ({
    path: CONFIGURATION_FILE,
    range: rangeAt(line, from, to),
    newText,
  });
  const key = lines.findIndex((line) => /^exclude\s*:/u.test(line));
  if (key < 0) {
    const last = lines.length - 1;
    const open = lines[last] ?? '';
    return edit(last, open.length, open.length, `${open === '' ? '' : end}exclude:${end}  - ${entry}${end}`);
  }
  const head = lines[key] ?? '';
  const value = head
    .replace(/^exclude\s*:/u, '')
    .replace(/(?:^|\s)#.*$/u, '')
    .trim();
  const inBrackets = /^(?<open>exclude\s*:\s*\[)(?<items>[^\]#]*)\]/u.exec(head)?.groups;
  if (inBrackets) {
    const { open = '', items = '' } = inBrackets;
    const at = open.length + items.trimEnd().length;
    return edit(key, at, at, items.trim() === '' ? entry : `, ${entry}`);
  }
  if (value === 'null' || value === '~') return edit(key, 0, head.length, `exclude:${end}  - ${entry}`);
  if (value !== '') return undefined;
  let last = key;
  for (let line = key + 1; line < lines.length && /^(?:\s|-|#|$)/u.test(lines[line] ?? ''); line += 1) {
    if (/^\s*-/u.test(lines[line] ?? '')) last = line;
  }
  const indent = last === key ? '  ' : (/^\s*/u.exec(lines[last] ?? '')?.[0] ?? '  ');
  const { length } = lines[last] ?? '';
  return edit(last, length, length, `${end}${indent}- ${entry}`);
}
