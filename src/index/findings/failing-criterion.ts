import { rangeAt } from '../../model/position.ts';
import type { FindingRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';
import { unitsOf } from './unmet-criterion.ts';

/** A criterion, or a requirement without criteria, of which a linked test failed in the newest results. */
export const failingCriterion: FindingRule = {
  code: 'failing-criterion',
  check: (file) =>
    unitsOf(file).flatMap((item) => {
      const { status, links } = file.coverage(item);
      if (status !== 'failing') return [];
      const failed = links.filter(({ result }) => result?.outcome === 'failed');
      const name = failed[0]?.annotation.declaration?.name;
      const tests = failed.length > 1 ? `${failed.length} of its tests failed` : `its test ${name === undefined ? '' : `"${name}" `}failed`;
      return [
        {
          range: item.facts.nameRange,
          message: `${nameOf(item)} is failing: ${tests} in the newest results; mend the code or the test and run the tests again`,
          item: item.key,
          related: failed.slice(0, MOST_LISTED).flatMap(({ path, annotation, result }) => [
            { path, range: annotation.reference.range, message: 'This test failed' },
            ...(result ? [{ path: result.path, range: rangeAt(0, 0, 0), message: 'Results of the run' }] : []),
          ]),
        },
      ];
    }),
};
