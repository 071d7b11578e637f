import { pinOf } from '../items/pins.ts';
import type { Proposal, RequirementFacts } from '../../model/facts.ts';
import type { RequirementItem } from '../../model/item.ts';
import { withCriteria } from '../../model/item.ts';
import type { Message } from '../../model/message.ts';
import { anyOf, say } from '../../model/message.ts';
import type { CheckedFile, CheckedReference, Draft } from './rule.ts';

/** A change to what is not there: `## REMOVED Requirements` of a requirement that the spec does not have. */
export function proposedOfNothing(file: CheckedFile, { reference, resolution, proposal }: CheckedReference): readonly Draft[] {
  if (!proposal || resolution.kind !== 'unknown' || isDone(file, proposal)) return [];
  const { suggestions } = resolution;
  const nothing = whatIsNotThere(proposal);
  return [
    {
      range: reference.range,
      message: suggestions.length ? say('{0}; did you mean {1}?', nothing, anyOf(suggestions)) : nothing,
      atMost: 'warning',
    },
  ];
}

/** A rename that was carried over to the document already. */
function isDone(file: CheckedFile, { reference: { document }, to }: Proposal): boolean {
  return to !== undefined && document !== undefined && file.counts(document, to.id);
}

function whatIsNotThere({ kind, reference: { document = '', text } }: Proposal): Message {
  switch (kind) {
    case 'modified':
      return say('{0} has no requirement "{1}" that this change could modify', document, text);
    case 'removed':
      return say('{0} has no requirement "{1}" that this change could remove', document, text);
    case 'renamed':
      return say('{0} has no requirement "{1}" that this change could rename', document, text);
  }
}

/** A change that adds what is there already, in other words than are there. */
export function plannedButThere(file: CheckedFile): readonly Draft[] {
  return file.plannedTwice().flatMap(({ facts, item }) => {
    // Two changes may both add a requirement, and one that was carried over is as it should be.
    if (item.facts.planned !== undefined || readAlike(facts, item)) return [];
    const there = say('"{0}" as it is now', item.facts.title);
    return [
      {
        range: facts.nameRange,
        message: say(
          '"{0}" is in {1} already, and this change adds it: modify what is there, or give this one another name',
          facts.title,
          item.path,
        ),
        atMost: 'warning',
        related: [file.place(item, there)],
      },
    ];
  });
}

function readAlike(facts: RequirementFacts, item: RequirementItem): boolean {
  const planned = withCriteria(facts);
  const there = withCriteria(item);
  return (
    planned.length === there.length &&
    planned.every((part, at) => {
      const other = there[at];
      return other !== undefined && pinOf({ facts: part }) === pinOf(other);
    })
  );
}
