import type { Reference } from '../../../model/facts.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { say } from '../../../model/message.ts';

/** Ids that all notations know, so that the index can tell those of no requirement by their prefix. */
const COMMON = /^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+(?:\.\d+)*[a-z]?$/u;

/**
 * Hands over an id that is only named. One of a rare shape, `BR-L1`, is taken for a requirement only where its prefix is known to be one of theirs.
 *
 * @param isOwn tells that by the id.
 */
export function mention(document: CarriedDocument, facts: FactSink, reference: Reference, isOwn: (id: string) => boolean): void {
  const { id, range } = reference;
  const isId = COMMON.test(id) || isOwn(id);
  document.note(range.start.line, isId ? 'mention' : 'nothing', () =>
    isId ? say('Mentions {0}, if that is a known ID', id) : say('{0} has the shape of an ID, but no prefix of requirements', id),
  );
  if (isId) facts.mention(reference);
}
