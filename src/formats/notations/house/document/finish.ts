import type { Attribute, RequirementFacts } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { LinkKind } from '../../../../model/linkKind.ts';
import { comparePositions } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import { isNamed, parseNeeds } from '../requirements/attributes.ts';
import { assignCriterionIds } from '../criteria/criterionIds.ts';
import type { RequirementDraft } from './drafts.ts';
import type { Source } from './source.ts';

/** A finished requirement and what is wrong with it. */
interface Finished {
  readonly requirement: RequirementFacts;
  readonly problems: readonly Problem[];
}

/** Makes facts of a draft once everything of its section was read. */
export function finishRequirement(draft: RequirementDraft, source: Source): Finished {
  const { criteria, problems } = assignCriterionIds(draft.localId, draft.criteria, source.path);
  const attributes = [...draft.attributes].sort((a, b) => comparePositions(a.range.start, b.range.start));
  const needs = needsOf(attributes, problems);
  const requirement: RequirementFacts = {
    localId: draft.localId,
    implicit: draft.implicit,
    ...(draft.idRange && { idRange: draft.idRange }),
    title: draft.title,
    text: collapse(draft.texts.join(' ')),
    range: source.range(draft.first, draft.last, draft.column),
    nameRange: draft.nameRange,
    level: draft.level,
    attributes,
    criteria,
    ...(needs && { needs }),
    covers: [...draft.covers].sort((a, b) => comparePositions(a.range.start, b.range.start)),
    exempt: draft.exempt,
  };
  return { requirement, problems };
}

function needsOf(attributes: readonly Attribute[], problems: Problem[]): readonly LinkKind[] | undefined {
  const attribute = attributes.find((each) => isNamed(each, 'needs'));
  if (!attribute) return undefined;
  const needs = parseNeeds(attribute.value);
  if (!needs) {
    const message = say('"{0}" is no list of needs: write implements, verifies, both, or none', attribute.value);
    problems.push({ code: 'malformed-annotation', range: attribute.range, message });
  }
  return needs;
}
