import { writerOf } from '../../formats/notation/notation.ts';
import type { Fix } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { CheckedFile, CheckedReference, Draft, FindingRule } from './rule.ts';
import { changeTo, nameOf } from './rule.ts';

/** `@implements IP-1.1.1/AC2~3f2a9c` where AC2 reads differently since it was pinned. */
export const staleLink: FindingRule = {
  code: 'stale-link',
  check: (file) => file.references.flatMap((checked) => staleDraft(file, checked)),
};

function staleDraft(file: CheckedFile, checked: CheckedReference): readonly Draft[] {
  const { reference, resolution, use } = checked;
  if (reference.revision === undefined || resolution.kind !== 'item') return [];
  if (use === 'mention' || use === 'waives' || use === 'plans') return [];
  const { item } = resolution;
  const revision = file.revision(item);
  if (revision === reference.revision) return [];
  const moved = siblings(item).filter((sibling) => file.pin(sibling) === reference.revision);
  const [now] = moved;
  const found = now && moved.length === 1 ? now : undefined;
  const message = found
    ? say('{0} changed after it was pinned here. The pinned text is now {1}. Update the reference', nameOf(item), found.facts.localId)
    : say('{0} changed after it was pinned here. Check that this code still meets it, then update the pin', nameOf(item));
  return [
    {
      range: reference.range,
      message,
      item: item.key,
      related: [file.place(item, say('Current text of {0}', nameOf(item)))],
      fixes: [...(found ? changeTo(file, checked, file.referenceTo(found), true) : []), ...repin(file, checked, item)],
    },
  ];
}

/** Puts the item's present revision there; nothing where its notation does not say how. */
function repin(file: CheckedFile, { reference }: CheckedReference, item: Item): readonly Fix[] {
  const newText = writerOf(file.notations, item).revise?.(reference.text, file.revision(item));
  if (newText === undefined) return [];
  const edits = [{ path: file.path, range: reference.range, newText }];
  return [{ title: say('Pin to the present text of {0}', nameOf(item)), edits }];
}

function siblings(item: Item): readonly Item[] {
  return item.type === 'criterion' ? item.requirement.criteria.filter((other) => other !== item) : [];
}
