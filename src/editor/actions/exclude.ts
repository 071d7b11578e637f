import * as l10n from '@vscode/l10n';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import { addToList } from '../configuration/addToList.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Adds a glob to `exclude` in reqtrace.yaml: `docs/old/**` for a folder, `docs/old.md` for a document.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function excludeInConfiguration(glob: string, text: string | undefined): FileEdits | Refusal {
  const excluded = (of: string): readonly string[] => readConfiguration(CONFIGURATION_FILE, of).configuration?.exclude ?? [];
  const edit = addToList(text ?? '', 'exclude', JSON.stringify(glob));
  const before = excluded(text ?? '').length;
  const after = edit ? excluded(applyEdits(text ?? '', [edit])) : [];
  if (edit && after.length === before + 1 && after.at(-1) === glob)
    return { edits: [edit], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  return { refusal: l10n.t('{0} cannot be added to; write this under "exclude": {1}', CONFIGURATION_FILE, JSON.stringify(glob)) };
}
