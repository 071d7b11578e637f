import { levelsBelow, unitsOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import { lackOf } from '../../model/linkKind.ts';
import type { FindingRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion, or a requirement without criteria, that lacks a link which it needs. */
export const unmetCriterion: FindingRule = {
  code: 'unmet-criterion',
  check: (file) =>
    file.requirements.flatMap(unitsOf).flatMap((item) => {
      const coverage = file.coverage(item);
      const { status, missing, links } = coverage;
      if (status !== 'unmet' && status !== 'partial') return [];
      const lack = lackOf(file.configuration.kinds, missing, levelsBelow(coverage));
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
