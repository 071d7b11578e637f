import type { Reference } from '../../model/facts.ts';
import { isCriterionLabel } from '../../formats/ids/criterionLabel.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import type { Outcome } from './resolution.ts';

/** Two ids with a slash between them, which are a criterion with an id of its own, or, as people write "or", two items. */
export interface Joined {
  readonly whole: Reference;
  readonly parts: readonly [Reference, Reference];
}

/** Reads `FSR-001/FSR-002` in both ways; undefined where only one can be meant, as for `REQ-1/AC2`. */
export function joinedOf(reference: Reference, grammar: IdGrammar): Joined | undefined {
  const { text, criterion, composed, notation, revision, range, ...rest } = reference;
  if (criterion === undefined || composed || notation !== undefined || isCriterionLabel(criterion) || !grammar.isId(criterion))
    return undefined;
  const slash = text.lastIndexOf('/');
  if (slash < 0 || range.start.line !== range.end.line) return undefined;
  const { line, character } = range.start;
  const middle = { line, character: character + slash };
  const behind = { line, character: character + slash + 1 };
  return {
    whole: reference,
    parts: [
      { ...rest, text: text.slice(0, slash), range: { start: range.start, end: middle } },
      {
        text: text.slice(slash + 1),
        id: criterion,
        range: { start: behind, end: range.end },
        ...(revision !== undefined && { revision }),
      },
    ],
  };
}

/** What one of the readings means, the other being what it is: a criterion that exists goes before two items that do. */
export function joinedOutcome(reference: Reference, { whole, parts }: Joined, resolve: (reference: Reference) => Outcome): Outcome {
  const foreign: Outcome = { kind: 'foreign' };
  const one = resolve(whole);
  const areTwo = one.kind === 'foreign' || (one.kind === 'unknown' && parts.every((part) => isKnown(resolve(part))));
  if (reference === whole) return areTwo ? foreign : one;
  return areTwo ? resolve(reference) : foreign;
}

function isKnown({ kind }: Outcome): boolean {
  return kind === 'item' || kind === 'ambiguous';
}
