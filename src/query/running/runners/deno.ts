import { say } from '../../../model/message.ts';
import type { Runner } from '../runner.ts';
import { titlePattern } from '../titles.ts';

/** deno test. It selects tests at the top only: of a test in a group, the outermost group. */
export const deno: Runner = {
  name: 'deno test',
  select({ project, tests, files, whole }) {
    const results = project.resultFile('.xml');
    const names = new Set(tests.map(({ groups, name }) => titlePattern(groups[0] ?? name)));
    const isNested = tests.some(({ groups }) => groups.length > 0);
    return {
      argv: ['deno', 'test', '-A', ...(whole ? [] : ['--filter', `/^(?:${[...names].join('|')})$/`]), `--junit-path=${results}`, ...files],
      result: { kind: 'file', path: results },
      ...(isNested && { also: say('the outermost groups around the tests run whole: deno cannot select a test in a group') }),
    };
  },
};
