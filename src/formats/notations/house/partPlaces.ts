import type { ResolvedReference } from '../../../model/item.ts';
import type { PartPlaces } from '../../notation/notation.ts';
import { PIN_DIGITS } from '../../ids/pin.ts';

/** `launch#`, `IP-1.1`, `/AC2`, `~3f2a9c`, or `~1` and `+1` as other tools have revisions; an id of the project's own patterns may hold a slash, so what follows is taken from the end. */
const PARTS = new RegExp(String.raw`^(?:([^#]*)#)?(.*?)(?:\/([^/~#]+))?(?:~(${PIN_DIGITS})|[~+](\d{1,9}))?$`, 'su');
/** The same without a pin: what looks like one is part of an id, `dsn~abcdef`. */
const UNPINNED = /^(?:([^#]*)#)?(.*?)(?:\/([^/#]+))?$/su;
/** In the name of a test: `IP_1_1_1__AC2`. */
const NAME_PARTS = /^()?(.*?)(?:__(ac_?\d+))?()?$/isu;

/** Takes a reference apart as it is written: of `launch#IP-1.1/AC2~3f2a9c` all four parts, of `AC2` in a nested title the criterion. */
export function partPlaces({ reference, annotation }: Pick<ResolvedReference, 'reference' | 'annotation'>): PartPlaces | undefined {
  const { text } = reference;
  if (reference.composed) {
    const [criterion = '', pin] = text.split('~', 2);
    return {
      criterion: [0, criterion.length],
      ...(pin !== undefined && { pin: [criterion.length + 1, criterion.length + 1 + pin.length] }),
    };
  }
  const isName = annotation?.source === 'test-name';
  const whole = reference.revision === undefined ? UNPINNED : PARTS;
  const match = (isName ? NAME_PARTS : whole).exec(text);
  if (!match) return undefined;
  const [, document, id = '', written, digits, number] = match;
  const pin = digits ?? number;
  // The slash of a reference without a criterion belongs to its id.
  const criterion = reference.criterion === undefined ? undefined : written;
  const idAt = document === undefined ? 0 : document.length + 1;
  const between = isName ? 2 : 1;
  const idEnd = idAt + id.length + (criterion === undefined && written !== undefined ? between + written.length : 0);
  const criterionAt = idEnd + between;
  return {
    ...(document !== undefined && { document: [0, document.length] }),
    id: [idAt, idEnd],
    ...(criterion !== undefined && { criterion: [criterionAt, criterionAt + criterion.length] }),
    ...(pin !== undefined && { pin: [text.length - pin.length, text.length] }),
  };
}
