import { HOUSE } from '../model/facts.ts';
import type { Reference } from '../model/facts.ts';
import type { Item } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Notation, NotationWriter } from './notation.ts';

const CANNOT_WRITE: NotationWriter = {};

/** The notation that an item is written in; undefined if none of these is it. */
export function notationOf(notations: readonly Notation[], item: Item): Notation | undefined {
  return named(notations, requirementOf(item).notation);
}

/** What may be written about an item: `writerOf(NOTATIONS, item).annotation?.('verifies', 'IP-1.1')` is `@verifies IP-1.1`. */
export function writerOf(notations: readonly Notation[], item: Item): NotationWriter {
  return notationOf(notations, item)?.write ?? CANNOT_WRITE;
}

/** The notation in whose words a reference is written, which may be another than that of what it points at. */
export function notationOfWords(notations: readonly Notation[], { notation = HOUSE }: Pick<Reference, 'notation'>): Notation | undefined {
  return named(notations, notation);
}

function named(notations: readonly Notation[], wanted: string): Notation | undefined {
  return notations.find(({ name }) => name === wanted);
}
