import { changedSince } from '../coverage/coverage.ts';
import { unitsOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { RequirementRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion whose test results are older than its test or the code that implements it. */
export const outdatedEvidence: RequirementRule = {
  code: 'outdated-evidence',
  check: (requirement, document) =>
    unitsOf(requirement).flatMap((item) => {
      const { outdated, links } = document.coverage(item);
      const changed = outdated ? changedSince(links, (path) => document.modified(path)) : undefined;
      if (changed === undefined) return [];
      return [
        {
          range: item.facts.nameRange,
          message: say('The test results for {0} are older than {1}. Rerun the tests', nameOf(item), changed),
          item: item.key,
          related: links
            .filter(({ path }) => path === changed)
            .slice(0, MOST_LISTED)
            .map(({ path, annotation }) => {
              return { path, range: annotation.reference.range, message: say('Changed after the tests ran') };
            }),
        },
      ];
    }),
};
