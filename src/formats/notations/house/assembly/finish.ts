import type { Attribute, CriterionFacts, RequirementFacts } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import { isBuiltIn, neededKinds } from '../../../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../../../model/linkKind.ts';
import { inARow, say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import { byStart } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import { isNamed, parseNeeds } from '../requirements/attributes.ts';
import { assignCriterionIds } from '../criteria/criterionIds.ts';
import type { AssembledRequirement } from './gathered.ts';
import type { Source } from '../document/source.ts';

/** A finished requirement and what is wrong with it. */
interface Finished {
  readonly requirement: RequirementFacts;
  readonly problems: readonly Problem[];
}

/** Makes facts of a requirement once everything that belongs to it was found. */
export function finishRequirement(assembled: AssembledRequirement, source: Source): Finished {
  const { found, last, texts, covers } = assembled;
  const { criteria, problems } = assignCriterionIds(found.localId, assembled.criteria, source.path);
  const attributes = [...assembled.attributes].sort(byStart);
  const needs = needsOf(attributes, source.context.configuration.kinds, problems);
  const requirement: RequirementFacts = {
    localId: found.localId,
    implicit: found.implicit,
    ...(found.idRange && { idRange: found.idRange }),
    ...(found.aliases && { aliases: found.aliases }),
    title: found.title,
    text: collapse(texts.join(' ')),
    range: source.range(found.first, last, found.column),
    nameRange: found.nameRange,
    level: found.level,
    attributes,
    criteria: criteria.map((criterion) => withOwnNeeds(criterion, source.context.configuration.kinds)),
    ...(needs && { needs }),
    ...(found.usualNeeds && { usualNeeds: found.usualNeeds }),
    covers: [...covers].sort(byStart),
    exempt: found.exempt,
  };
  return { requirement, problems };
}

/** A criterion may say itself what it needs, in the list below it; what is not a list of needs there is about something else. */
function withOwnNeeds(criterion: CriterionFacts, kinds: readonly LinkKindRecord[]): CriterionFacts {
  const attribute = criterion.attributes.find((each) => isNamed(each, 'needs'));
  const needs = attribute && parseNeeds(attribute.value, kinds);
  return needs ? { ...criterion, needs } : criterion;
}

function needsOf(attributes: readonly Attribute[], kinds: readonly LinkKindRecord[], problems: Problem[]): readonly LinkKind[] | undefined {
  const attribute = attributes.find((each) => isNamed(each, 'needs'));
  if (!attribute) return undefined;
  const needs = parseNeeds(attribute.value, kinds);
  if (!needs)
    problems.push({ code: 'malformed-annotation', range: attribute.range, message: notNeeds(attribute.value, neededKinds(kinds)) });
  return needs;
}

function notNeeds(written: string, known: readonly LinkKind[]): Message {
  return known.every(isBuiltIn)
    ? say('"{0}" is not a list of needs. Write implements, verifies, both, or none', written)
    : say('"{0}" is not a list of needs: write some of {1}, or none', written, inARow(known));
}
