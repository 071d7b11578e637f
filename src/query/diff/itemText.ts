import type { Item } from '../../model/item.ts';

/** All that an item says, as a pin covers it: in NFC, white space collapsed. */
export function textOf(item: Item): string {
  const parts = item.type === 'requirement' ? [item.facts.title, item.facts.text] : [item.facts.text, item.facts.detail];
  return parts.join(' ').normalize('NFC').replace(/\s+/gu, ' ').trim();
}
