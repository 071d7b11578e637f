import { PIN_DIGITS } from '../formats/notations/house/grammar.ts';
import type { ResolvedReference } from '../model/item.ts';
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
  /** Absent where the id stands elsewhere and only the criterion is written. */
  readonly id?: WrittenPart;
  readonly criterion?: WrittenPart;
  /** Without the `~`. */
  readonly pin?: WrittenPart;
}

/** `launch#`, `IP-1.1`, `/AC2`, `~3f2a9c`; an id of the project's own patterns may hold a slash, so what follows is taken from the end. */
const PARTS = new RegExp(String.raw`^(?:([^#]*)#)?(.*?)(?:\/([^/~#]+))?(?:~(${PIN_DIGITS}))?$`, 'su');
/** In the name of a test: `IP_1_1_1__AC2`. */
const NAME_PARTS = /^()?(.*?)(?:__(ac_?\d+))?()?$/isu;

/**
 * Takes a reference apart where it is written. Undefined where its text is not written letter by letter, as in a
 * quoted text of reqtrace.yaml with escapes.
 */
export function writtenReference({ reference, annotation }: ResolvedReference): WrittenReference | undefined {
  const { text, range } = reference;
  if (range.start.line !== range.end.line || range.end.character - range.start.character !== text.length) return undefined;
  const part = (value: string | undefined, at: number): WrittenPart | undefined =>
    value === undefined
      ? undefined
      : { text: value, range: rangeAt(range.start.line, range.start.character + at, range.start.character + at + value.length) };
  if (reference.composed) {
    const [criterion = '', pin] = text.split('~', 2);
    return defined({ criterion: part(criterion, 0), pin: part(pin, criterion.length + 1) });
  }
  const isName = annotation?.source === 'test-name';
  const match = (isName ? NAME_PARTS : PARTS).exec(text);
  if (!match) return undefined;
  const [, document, id = '', written, pin] = match;
  // The slash of a reference without a criterion belongs to its id.
  const criterion = reference.criterion === undefined ? undefined : written;
  const idAt = document === undefined ? 0 : document.length + 1;
  const whole = criterion === undefined && written !== undefined ? `${id}${isName ? '__' : '/'}${written}` : id;
  const criterionAt = idAt + whole.length + (isName ? 2 : 1);
  return defined({
    document: part(document, 0),
    id: part(whole, idAt),
    criterion: part(criterion, criterionAt),
    pin: part(pin, text.length - (pin?.length ?? 0)),
  });
}

/** The part that a cursor stands on; where two touch, the later one. */
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
