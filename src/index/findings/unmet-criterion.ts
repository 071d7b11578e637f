import { levelsBelow, unitsOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import { lackOf } from '../../model/linkKind.ts';
import type { RequirementRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion, or a requirement without criteria, that lacks a link which it needs. */
export const unmetCriterion: RequirementRule = {
  code: 'unmet-criterion',
  check: (requirement, document) =>
    unitsOf(requirement).flatMap((item) => {
      const coverage = document.coverage(item);
      const { status, missing, links } = coverage;
      if (status !== 'unmet' && status !== 'partial') return [];
      const lack = lackOf(document.configuration.kinds, missing, levelsBelow(coverage));
      return [
        {
          range: item.facts.nameRange,
          message: status === 'unmet' ? say('{0} is unmet: {1}', nameOf(item), lack) : say('{0} is partial: {1}', nameOf(item), lack),
          item: item.key,
          related: links.slice(0, MOST_LISTED).map(({ path, is, annotation }) => {
            const message = is === 'implements' ? say('Implemented here') : say('Verified here');
            return { path, range: annotation.reference.range, message };
          }),
        },
      ];
    }),
};
