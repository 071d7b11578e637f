import { literalPattern } from '../../../text/patterns/regExp.ts';
import { inFolder } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import type { WantedTest } from '../wantedTest.ts';

/** PHPUnit, a file at a time, since it leaves out a second one without a word. */
export const phpunit: Runner = {
  name: 'PHPUnit',
  apart: ({ path }) => path,
  select({ project, folder, tests, files, whole }) {
    const results = project.resultFile('.xml');
    const hasOwn = project.has(inFolder(folder, 'vendor/bin/phpunit'));
    return {
      argv: [
        ...(hasOwn ? ['php', 'vendor/bin/phpunit'] : ['phpunit']),
        ...(whole ? [] : ['--filter', `~^(?:${[...new Set(tests.map(patternOf))].join('|')})$~`]),
        '--log-junit',
        results,
        ...files,
      ],
      ...(tests[0] && { onlyFile: tests[0].path }),
      result: { kind: 'file', path: results },
    };
  },
};

/** `Shop\StockTest::testAdds`, with all rows of data; the namespace may be any. */
function patternOf({ groups, name, selects }: WantedTest): string {
  const type = plainName((selects === 'group' ? name : groups.at(-1)) ?? '');
  const own = selects === 'group' ? '.*' : `${literalPattern(plainName(name))}(?: with data set .*)?`;
  return String.raw`(?:.*\\)?${literalPattern(type)}::${own}`;
}
