import type { Position } from '../../model/position.ts';
import type { PlaceFacts } from '../../model/facts.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import { placeIn } from '../notation/placeIn.ts';
import { noIdLike } from '../notation/noIdLike.ts';
import type { FactSink } from '../notation/factSink.ts';
import type { IdSyntax } from '../notation/notation.ts';
import { criterionAt, isId, normalId } from './freeIds.ts';

const BEGUN = /^[A-Z]{2,20}-|[#/]/u;
const EXPECTED = /(?:[Rr]equirements?(?:-completed)?\*{0,2}:\*{0,2}\s*\[?|\b[A-Z]{2,20}-[\w.-]+,\s*)$/u;

/** How items are called that agents number freely: prefix and number, criteria `AC1`. */
export const FREE_IDS: IdSyntax = {
  normal: normalId,
  isName: (name, type) => (type === 'criterion' ? criterionAt(name, 0)?.end === name.length : isId(name)),
  noName: noIdLike('FR-001'),
  parts: ({ reference: { text, composed } }) => (composed ? undefined : { id: [0, text.length] }),
  typing: {
    words: [],
    before: /[\p{L}\p{N}_./#-]*$/u,
    after: /^[\p{L}\p{N}_./#-]*/u,
    probe: 'FR-REQTRACEPROBE-0',
    mayRefer: (before, typed, role) => role === 'document' && (typed === '' ? EXPECTED.test(before) : BEGUN.test(typed)),
  },
};

/** What a reader of documents says at one place. */
export function readAt(
  read: (document: CarriedDocument, facts: FactSink) => void,
  document: CarriedDocument,
  position: Position,
): PlaceFacts {
  return placeIn(document, position, (facts) => read(document, facts));
}
