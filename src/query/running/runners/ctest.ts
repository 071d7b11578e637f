import { say } from '../../../model/message.ts';
import { inFolder } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import type { WantedTest } from '../wantedTest.ts';

/** Where builds of CMake usually lie. */
const BUILDS = ['build', 'out', 'out/build', '_build', 'build/debug', 'build/release', 'cmake-build-debug', 'cmake-build-release'];

/** CTest, for what GoogleTest and Catch2 have told it by name. What is tested is built first: old programs would pass for what they were. */
export const ctest: Runner = {
  name: 'CTest',
  select({ project, folder, tests, whole }) {
    const build = BUILDS.find((name) => project.has(inFolder(folder, `${name}/CTestTestfile.cmake`)));
    if (build === undefined)
      return {
        refused: say(
          'No build of CMake with tests was found in "{0}". Configure it first, as with cmake -B build',
          folder === '' ? '.' : folder,
        ),
      };
    if (whole) return { refused: say('CTest knows no files, and the annotation is not on a single test') };
    const results = project.resultFile('.xml');
    return {
      prepare: ['cmake', '--build', build],
      argv: [
        'ctest',
        '--test-dir',
        build,
        '-R',
        [...new Set(tests.flatMap(patternsOf))].map((pattern) => `^${pattern}$`).join('|'),
        '--output-junit',
        results,
        '--no-tests=error',
        '--output-on-failure',
      ],
      result: { kind: 'file', path: results, as: 'ctest' },
    };
  },
};

/**
 * `Stock.Adds` of GoogleTest, `P/Row.Works/0` with its rows, `Ty/0.Works` with its types; the title of Catch2 as it is. An expression of CMake has no `(?:` and few groups, so there are none.
 */
function patternsOf({ name, selects }: WantedTest): readonly string[] {
  const { suite, test } = /^(?<suite>\w+)\s*,\s*(?<test>\w+)$/u.exec(name)?.groups ?? {};
  if (suite === undefined) return [escapedForCMake(selects === 'group' ? plainName(name) : name.replaceAll(/\\(?<one>["\\])/gu, '$<one>'))];
  return [`${suite}\\.${test}`, `.*/${suite}\\.${test}/.*`, `${suite}/[^.]*\\.${test}`, `.*/${suite}/[^.]*\\.${test}`];
}

function escapedForCMake(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]|]/gu, String.raw`\$&`);
}
