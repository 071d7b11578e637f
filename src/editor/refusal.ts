import * as l10n from '@vscode/l10n';
import type { FilePath } from '../model/position.ts';
import type { TextEdit } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { isNotebook } from '../formats/carriers/notebook/notebookCode.ts';

/** Why something cannot be done, in a sentence for the person who tried: `{ refusal: 'docs/a.md cannot be read' }`. */
export interface Refusal {
  readonly refusal: string;
}

/** The refusal where a file cannot be read: `docs/a.md cannot be read`. */
export function unreadable(path: FilePath): Refusal {
  return { refusal: l10n.t('{0} cannot be read', path) };
}

/** The refusal to write a test where nothing tells in which framework. */
export function noTestToFollow(): Refusal {
  return {
    refusal: l10n.t(
      'Neither a test nor package.json, go.mod or their like tells which test framework is used here; write the first test yourself',
    ),
  };
}

/**
 * The refusal to change a notebook: an edit of its file would go past the notebook that an editor has open. Undefined where no edit is of one.
 *
 * @param edits of whatever files.
 */
export function inNotebook(edits: readonly Pick<TextEdit, 'path'>[]): Refusal | undefined {
  const path = edits.map((edit) => edit.path).find(isNotebook);
  return path === undefined
    ? undefined
    : { refusal: l10n.t('{0} is a notebook, which is not changed for you; change it there first', path) };
}

/** The refusal to write about an item: its notation does not say how, and words of another would be foreign there. */
export function notWritten(item: Item): Refusal {
  return { refusal: l10n.t('How that is written for {0} is not known; write it yourself', item.id) };
}
