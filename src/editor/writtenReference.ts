import { notationOfWords } from '../formats/notation/notation.ts';
import type { WrittenWords } from '../formats/notation/notation.ts';
import type { IndexView } from '../index/view.ts';
import type { Position, Range } from '../model/position.ts';
import { contains, rangeAt } from '../model/position.ts';

/** A part of a reference as it is written. */
export interface WrittenPart {
  readonly text: string;
  readonly range: Range;
}

/** The parts of a reference at their places: `launch#IP-1.1/AC2~3f2a9c` has all four. */
export interface WrittenReference {
  readonly document?: WrittenPart;
  /** Absent where the id is elsewhere and only the criterion is written. */
  readonly id?: WrittenPart;
  readonly criterion?: WrittenPart;
  /** Without the `~`. */
  readonly pin?: WrittenPart;
}

/**
 * Takes a reference apart where it is written. Undefined where its text is not written letter by letter, as in a
 * quoted text of reqtrace.yaml with escapes, or in a notation whose references stay as they are.
 */
export function writtenReference({ notations }: Pick<IndexView, 'notations'>, resolved: WrittenWords): WrittenReference | undefined {
  const { text, range } = resolved.reference;
  if (range.start.line !== range.end.line || range.end.character - range.start.character !== text.length) return undefined;
  const places = notationOfWords(notations, resolved.reference)?.ids.parts?.(resolved);
  if (!places) return undefined;
  const part = (place: readonly [start: number, end: number] | undefined): WrittenPart | undefined =>
    place && {
      text: text.slice(...place),
      range: rangeAt(range.start.line, range.start.character + place[0], range.start.character + place[1]),
    };
  return defined({ document: part(places.document), id: part(places.id), criterion: part(places.criterion), pin: part(places.pin) });
}

/** The part that a cursor is on; where two touch, the later one. */
export function partAt(written: WrittenReference, position: Position): keyof WrittenReference | undefined {
  const order: readonly (keyof WrittenReference)[] = ['pin', 'criterion', 'id', 'document'];
  return order.find((name) => {
    const part = written[name];
    return part && contains(part.range, position);
  });
}

function defined(parts: { readonly [Name in keyof WrittenReference]: WrittenPart | undefined }): WrittenReference {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
