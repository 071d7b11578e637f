import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { pinOf } from '../../index/items/pins.ts';
import type { IndexView } from '../../index/view.ts';
import type { FileFacts, Reference } from '../../model/facts.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { CriterionItem, Item, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';
import { applyEdits, editsByFile } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { writtenReference } from '../writtenReference.ts';
import { itemName } from '../../model/keys.ts';
import { unreadable } from '../refusal.ts';

/** The present text of a file, the editor's before the disk's; undefined if it cannot be read. */
export type TextOf = (path: FilePath) => Promise<string | undefined>;

/**
 * Reads what a rename would make of each file and holds it against what the file says now: the same references in the same
 * order, with the new name. Where a changed mention is in a text that is pinned, the pins go along.
 */
export async function checkRename(
  view: IndexView,
  extractor: Extractor,
  { item, localId }: { readonly item: Item; readonly localId: string },
  edits: readonly TextEdit[],
  textOf: TextOf,
): Promise<{ readonly edits: readonly TextEdit[] } | Refusal> {
  const all = [...edits];
  for (const [path, ofFile] of editsByFile(edits)) {
    const text = await textOf(path);
    if (text === undefined) return unreadable(path);
    const after = extractor.extract(path, applyEdits(text, ofFile));
    const before = extractor.extract(path, text);
    const broken = brokenAt(view, item, localId, before, after);
    if (broken !== undefined) {
      return {
        refusal: l10n.t(
          'With the name {0}, line {1} of {2} would mean something else. Choose another name, or change that line first',
          localId,
          broken + 1,
          path,
        ),
      };
    }
    all.push(...pinEdits(view, view.documents().find((document) => document.path === path)?.requirements ?? [], after));
  }
  return { edits: all };
}

/** Line of the first reference or definition that the rename would lose; undefined if it loses none. */
function brokenAt(view: IndexView, item: Item, localId: string, before: FileFacts, after: FileFacts): number | undefined {
  const renamed = (name: { readonly id: string; readonly criterion?: string }, path: FilePath): string => {
    const resolution = view.resolve(name, path);
    const meant = resolution.kind === 'item' ? resolution.item : undefined;
    const { id, criterion } = name;
    const isMeant = meant?.key === item.key || (meant?.type === 'criterion' && meant.requirement.key === item.key);
    if (!isMeant) return itemName(name);
    if (item.type === 'requirement') {
      const { length } = item.facts.localId;
      if (isPositionIn(name, item.facts.localId) && meant.type === 'criterion') return `${localId}${id.slice(length)}`;
      return itemName({ id: id === item.facts.localId ? localId : id, criterion });
    }
    return criterion === undefined ? localId : itemName({ id, criterion: localId });
  };
  const were = referencesOf(before);
  const are = referencesOf(after);
  const lost = were.findIndex(({ use, reference }, at) => {
    const now = are[at];
    return now?.use !== use || itemName(now.reference) !== renamed(reference, before.path);
  });
  if (lost >= 0) return were[lost]?.reference.range.start.line;
  if (item.path !== before.path) return undefined;
  const { idRange } = item.facts;
  // With some names a criterion would be a requirement, or one of another: `FR-9` in place of `FR-1.2`.
  const defined =
    item.type === 'requirement'
      ? after.requirements
      : after.requirements.filter((one) => one.localId === item.requirement.facts.localId).flatMap(({ criteria }) => criteria);
  return defined.some((facts) => facts.localId === localId && facts.idRange?.start.line === idRange?.start.line)
    ? undefined
    : idRange?.start.line;
}

/** True for a name that may be a criterion's by its position behind the id of its requirement: `US-1.2` of `US-1`. */
export function isPositionIn({ id, criterion }: { readonly id: string; readonly criterion?: string }, requirement: string): boolean {
  return criterion === undefined && id.startsWith(`${requirement}.`);
}

function referencesOf({
  annotations,
  waivers,
  mentions,
  requirements,
}: FileFacts): { readonly use: string; readonly reference: Reference }[] {
  return [
    ...annotations.map(({ kind, reference }) => ({ use: kind, reference })),
    ...waivers.map(({ reference }) => ({ use: 'waives', reference })),
    ...mentions.map((reference) => ({ use: 'mention', reference })),
    ...requirements.flatMap(({ covers }) => covers).map((reference) => ({ use: 'covers', reference })),
  ].sort((a, b) => comparePositions(a.reference.range.start, b.reference.range.start));
}

/** New pins for those references whose pin is right now and would not be, since the pinned text mentions what is renamed. */
function pinEdits(view: IndexView, requirements: readonly RequirementItem[], after: FileFacts): TextEdit[] {
  return requirements.flatMap((requirement, index) => {
    const facts = after.requirements[index];
    if (!facts) return [];
    const criteria = requirement.criteria.map((criterion, at): [Item, Item | undefined] => {
      const now = facts.criteria[at];
      return [criterion, now && ({ ...criterion, facts: now } satisfies CriterionItem)];
    });
    const pairs: [Item, Item | undefined][] = [[requirement, { ...requirement, facts }], ...criteria];
    return pairs.flatMap(([was, is]) => {
      const pin = view.pin(was);
      const newPin = is && pinOf(is);
      if (newPin === undefined || newPin === pin) return [];
      return view.referencesTo(was.key).flatMap((resolved): TextEdit[] => {
        const written = writtenReference(view, resolved)?.pin;
        return written?.text === pin ? [{ path: resolved.path, range: written.range, newText: newPin }] : [];
      });
    });
  });
}
