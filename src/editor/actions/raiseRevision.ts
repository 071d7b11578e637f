import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Item, ResolvedReference } from '../../model/item.ts';
import { rangeAt } from '../../model/position.ts';
import { LineMap } from '../../text/lineMap.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import { notWritten } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

const NUMBER = /^\d{1,9}$/u;

/** The revision after the present one, `3` for `2`; undefined where the item's notation has none that a definition says. */
export function nextRevision(view: IndexView, item: Item): string | undefined {
  const { revision, idRange } = item.facts;
  if (revision === undefined || !NUMBER.test(revision) || !idRange) return undefined;
  return writerOf(view.notations, item).definedRevision ? String(Number(revision) + 1) : undefined;
}

/** References that say which revision they are for and that are for the present one, or with `outdated` for any other. */
export function revisedReferences(view: IndexView, item: Item, which: 'present' | 'outdated'): readonly ResolvedReference[] {
  const now = view.revision(item);
  return view
    .referencesTo(item.key)
    .filter(
      ({ use, reference: { revision } }) => use !== 'definition' && revision !== undefined && (revision === now) === (which === 'present'),
    );
}

/**
 * Another revision where an item is defined, and in the references to its present one, which a person picks where the editor can show them first. References
 * that were for an older revision stay as they are: nobody has compared them yet.
 */
export function raiseRevision(
  view: IndexView,
  extractor: Extractor,
  item: Item,
  { text, revision, references }: { readonly text: string; readonly revision: string; readonly references: boolean },
): FileEdits | Refusal {
  const { idRange, localId } = item.facts;
  const { definedRevision, revise } = writerOf(view.notations, item);
  if (!idRange || !definedRevision || !revise) return notWritten(item);
  const lines = new LineMap(text);
  const at = lines.startOf(idRange.end.line) + idRange.end.character;
  const behind = new RegExp(definedRevision.source, definedRevision.flags);
  behind.lastIndex = at;
  const written = behind.exec(text)?.[0];
  if (written === undefined) return notWritten(item);
  const { line, character } = idRange.end;
  const newText = revise(localId + written, revision).slice(localId.length);
  const definition: TextEdit = { path: item.path, range: rangeAt(line, character, character + written.length), newText };
  const isRaised = extractor
    .extract(item.path, applyEdits(text, [definition]))
    .requirements.some((one) => one.localId === localId && one.revision === revision);
  if (!isRaised) return notWritten(item);
  const others = references ? editsOf(view, item, revisedReferences(view, item, 'present'), revision) : [];
  const group = {
    label: l10n.t('References to {0}', item.id),
    description: l10n.t('Tick those that still hold for the new text'),
    confirm: true,
    has: (_path: string, edit?: TextEdit) => edit !== definition,
  };
  return { edits: [definition, ...others], ...(others.length > 0 && { group }) };
}

/** The present revision in all references that are for another one. */
export function reviseReferences(view: IndexView, item: Item): FileEdits | Refusal {
  const edits = editsOf(view, item, revisedReferences(view, item, 'outdated'), view.revision(item));
  return edits.length > 0 ? { edits } : notWritten(item);
}

function editsOf(view: IndexView, item: Item, references: readonly ResolvedReference[], revision: string): TextEdit[] {
  const { revise } = writerOf(view.notations, item);
  return references.flatMap(({ path, reference: { range, text } }) => {
    const newText = revise?.(text, revision);
    return newText === undefined || newText === text ? [] : [{ path, range, newText }];
  });
}
