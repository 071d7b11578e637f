import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PIN_LENGTH } from '../../formats/ids/pin.ts';
import type { Item } from '../../model/item.ts';
import { collapse } from '../../text/lines.ts';

const pins = new WeakMap<object, string>();

// @implements RT-2.4~64baaf
/**
 * The pin of an item's present text: the first six hex digits of SHA-256 over its UTF-8 bytes, as in
 * `IP-1.1.1/AC2~3f2a9c`. A criterion's text is its text and detail, a requirement's its title and prose;
 * in NFC and with white space collapsed, so re-wrapping a line does not change a pin.
 */
export function pinOf(item: { readonly facts: Item['facts'] }): string {
  let pin = pins.get(item);
  if (pin === undefined) {
    pin = bytesToHex(sha256(utf8ToBytes(textOf(item)))).slice(0, PIN_LENGTH);
    pins.set(item, pin);
  }
  return pin;
}

/** All that an item says, as its pin covers it: in NFC, with white space collapsed. */
export function textOf({ facts }: { readonly facts: Item['facts'] }): string {
  const parts = 'title' in facts ? [facts.title, facts.text] : [facts.text, facts.detail];
  return collapse(parts.join(' '));
}

/**
 * What a reference to the item says of the version that it was made for: the revision that its notation writes (`2` of `dsn~boil~2`), else the pin of
 * its present text.
 */
export function revisionOf(item: Item): string {
  return item.facts.revision ?? pinOf(item);
}

/** True for what a link says of the version that it was made for, if that is the present one. A fingerprint that nobody can compute is of no text that is known. */
export function isCurrent(revision: string, item: Item): boolean {
  const known = 'fingerprints' in item.facts ? item.facts.fingerprints : undefined;
  return revision === revisionOf(item) || (known ?? []).includes(revision);
}
