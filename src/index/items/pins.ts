import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PIN_LENGTH } from '../../formats/notations/house/grammar.ts';
import type { Item } from '../../model/item.ts';
import { collapse } from '../../text/lines.ts';

const pins = new WeakMap<object, string>();

/**
 * The pin of an item's present text: the first six hex digits of SHA-256 over its UTF-8 bytes, as in
 * `IP-1.1.1/AC2~3f2a9c`. A criterion's text is its text and detail, a requirement's its title and prose;
 * in NFC and with white space collapsed, so re-wrapping a line changes no pin.
 */
export function pinOf(item: { readonly facts: Item['facts'] }): string {
  let pin = pins.get(item);
  if (pin === undefined) {
    const { facts } = item;
    pin = pinOfText('title' in facts ? [facts.title, facts.text] : [facts.text, facts.detail]);
    pins.set(item, pin);
  }
  return pin;
}

/**
 * What a reference to the item says of the version that it was made for: the revision that its notation writes (`2` of `dsn~boil~2`), else the pin of
 * its present text.
 */
export function revisionOf(item: Item): string {
  return item.facts.revision ?? pinOf(item);
}

function pinOfText(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(collapse(parts.join(' '))))).slice(0, PIN_LENGTH);
}
