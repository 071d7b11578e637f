import { writerOf } from '../../formats/notation/notation.ts';
import type { Fix } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { CheckedFile, CheckedReference } from './rule.ts';
import { nameOf } from './rule.ts';

const NUMBER = /^\d+$/u;

/** The item of a link that was made for another revision than the item's: `dsn~boil` of `[impl->dsn~boil~1]`, where it has revision 2. */
export function otherRevision(file: CheckedFile, { reference, resolution, use }: CheckedReference): Item | undefined {
  if (reference.revision === undefined || resolution.kind !== 'item') return undefined;
  if (use === 'mention' || use === 'waives' || use === 'plans') return undefined;
  return file.isCurrent(reference.revision, resolution.item) ? undefined : resolution.item;
}

/** True where the revision is newer than any that the item ever had; of a pin nobody can tell. */
export function isPredated(file: CheckedFile, { reference: { revision = '' } }: CheckedReference, item: Item): boolean {
  const now = file.writtenRevision(item) ?? '';
  return NUMBER.test(revision) && NUMBER.test(now) && Number(revision) > Number(now);
}

/** Puts the item's present revision there; nothing where its notation does not say how. */
export function toPresent(file: CheckedFile, { reference, use }: CheckedReference, item: Item): readonly Fix[] {
  // A stamp of Doorstop's stands behind the reference, and only Doorstop writes it.
  if (use === 'covers' && !reference.text.endsWith(reference.revision ?? '')) return [];
  const newText = writerOf(file.notations, item).revise?.(reference.text, file.revision(item));
  if (newText === undefined) return [];
  const title =
    file.writtenRevision(item) === undefined
      ? say('Pin to the present text of {0}', nameOf(item))
      : say('Change to revision {0} of {1}', file.revision(item), nameOf(item));
  return [{ title, edits: [{ path: file.path, range: reference.range, newText }] }];
}
