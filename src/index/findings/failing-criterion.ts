import type { Link } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import type { RequirementRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion, or a requirement without criteria, of which a linked test failed in the newest results. */
export const failingCriterion: RequirementRule = {
  code: 'failing-criterion',
  check: (requirement, document) =>
    unitsOf(requirement).flatMap((item) => {
      const { status, links } = document.coverage(item);
      if (status !== 'failing') return [];
      const failed = links.filter(({ result }) => result?.outcome === 'failed');
      return [
        {
          range: item.facts.nameRange,
          message: whatFailed(nameOf(item), failed),
          item: item.key,
          related: failed
            .slice(0, MOST_LISTED)
            .flatMap(({ path, annotation, result }) => [
              { path, range: annotation.reference.range, message: say('This test failed') },
              ...(result ? [{ path: result.path, range: FILE_START, message: say('Results of the run') }] : []),
            ]),
        },
      ];
    }),
};

function whatFailed(item: MessageValue, failed: readonly Link[]): Message {
  if (failed.length > 1)
    return say(
      '{0} is failing: {1} of its tests failed in the latest test results. Fix the code or the tests, then rerun the tests',
      item,
      failed.length,
    );
  const name = failed[0]?.annotation.declaration?.name;
  return name === undefined
    ? say('{0} is failing: its test failed in the latest test results. Fix the code or the test, then rerun the tests', item)
    : say('{0} is failing: "{1}" failed in the latest test results. Fix the code or the test, then rerun the tests', item, name);
}
