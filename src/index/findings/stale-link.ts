import type { Item } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { CheckedFile, CheckedReference, Draft, FindingRule } from './rule.ts';
import { oncePerQuotation, quoteAnew } from './quotedFixes.ts';
import { changeTo, nameOf } from './rule.ts';
import { isPredated, otherRevision, toPresent } from './otherRevision.ts';

/** `@implements IP-1.1.1/AC2~3f2a9c` where AC2 reads differently since it was pinned, `[impl->dsn~boil~1]` where the item has revision 2. */
export const staleLink: FindingRule = {
  code: 'stale-link',
  check: (file) => oncePerQuotation(file.references).flatMap((checked) => staleDraft(file, checked)),
};

function staleDraft(file: CheckedFile, checked: CheckedReference): readonly Draft[] {
  if (checked.reference.near) return nearDraft(file, checked);
  const item = otherRevision(file, checked);
  if (!item || isPredated(file, checked, item)) return [];
  const { reference } = checked;
  const moved = siblings(item).filter((sibling) => file.pin(sibling) === reference.revision);
  const [now] = moved;
  const found = now && moved.length === 1 ? now : undefined;
  return [
    {
      range: reference.range,
      message: found
        ? say('{0} changed after it was pinned here. The pinned text is now {1}. Update the reference', nameOf(item), found.facts.localId)
        : changedSince(file, checked, item),
      item: item.key,
      related: [file.place(item, say('Current text of {0}', nameOf(item)))],
      fixes: [...(found ? changeTo(file, checked, file.referenceTo(found), true) : []), ...toPresent(file, checked, item)],
    },
  ];
}

/** A quotation that differs from the text by a character. */
function nearDraft(file: CheckedFile, { reference, resolution }: CheckedReference): readonly Draft[] {
  const now = file.quotedNow(reference);
  const message = say(
    'This quotation differs from the text by a character. Check that this code still meets it, then quote the text as it is now',
  );
  return [
    {
      range: reference.range,
      message,
      ...(resolution.kind === 'item' && { item: resolution.item.key }),
      ...(now && { related: [{ path: now.path, range: now.range, message: say('It is here now') }] }),
      ...(now?.kind === 'changed' && { fixes: quoteAnew(file, reference, now.text) }),
    },
  ];
}

function changedSince(file: CheckedFile, { reference }: CheckedReference, item: Item): Message {
  if (file.writtenRevision(item) === undefined)
    return say('{0} changed after it was pinned here. Check that this code still meets it, then update the pin', nameOf(item));
  return say(
    'This is for revision {0}, and {1} has revision {2} now. Check that it still holds, then raise the revision here',
    reference.revision ?? '',
    nameOf(item),
    file.revision(item),
  );
}

function siblings(item: Item): readonly Item[] {
  return item.type === 'criterion' ? item.requirement.criteria.filter((other) => other !== item) : [];
}
