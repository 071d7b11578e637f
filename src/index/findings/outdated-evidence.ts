import { changedSince } from '../coverage/coverage.ts';
import { unitsOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion whose test results are older than its test or the code that implements it. */
export const outdatedEvidence: FindingRule = {
  code: 'outdated-evidence',
  check: (file) =>
    file.requirements.flatMap(unitsOf).flatMap((item) => {
      const { outdated, links } = file.coverage(item);
      const changed = outdated ? changedSince(links, (path) => file.modified(path)) : undefined;
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
