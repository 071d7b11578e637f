import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { notationOf } from '../../formats/notation/notation.ts';
import type { Notation } from '../../formats/notation/notation.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import type { TextOf } from './renameCheck.ts';
import { unreadable } from '../refusal.ts';

/** A new title of a heading, and the name that its requirement has by it. */
export interface Retitled {
  readonly localId: string;
  readonly edit: TextEdit;
}

/** True for a requirement without an id whose heading is just its title: a new title gives it a new name. */
export function isTitled(notations: readonly Notation[], item: Item): item is RequirementItem {
  if (item.type !== 'requirement' || !item.facts.implicit || item.facts.idRange || !notationOf(notations, item)?.ids.byTitle) return false;
  const { start, end } = item.facts.nameRange;
  return start.line === end.line && end.character - start.character === item.facts.title.length;
}

/** Writes a title into the heading, and reads from the document what its requirement is called then. */
export async function retitled(extractor: Extractor, item: RequirementItem, title: string, textOf: TextOf): Promise<Retitled | Refusal> {
  const { path, facts } = item;
  const text = await textOf(path);
  if (text === undefined) return unreadable(path);
  const edit: TextEdit = { path, range: facts.nameRange, newText: title };
  const made = extractor
    .extract(path, applyEdits(text, [edit]))
    .requirements.find(({ nameRange }) => nameRange.start.line === facts.nameRange.start.line);
  if (!made?.implicit || made.title !== title)
    return {
      refusal: l10n.t('With the title "{0}" this heading would not be a requirement by its title. Change the heading itself', title),
    };
  return { localId: made.localId, edit };
}
