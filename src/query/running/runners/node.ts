import { say } from '../../../model/message.ts';
import { optionsOf } from '../project/script.ts';
import type { Runner } from '../runner.ts';
import { ownNamesPattern, unionPattern } from '../titles.ts';
import { besides, environmentOf } from './javascript.ts';

/** Options of node by which tests are loaded; true where a value follows. */
const LOADING = {
  '--import': true,
  '--require': true,
  '-r': true,
  '--loader': true,
  '--experimental-loader': true,
  '--conditions': true,
  '-C': true,
  '--env-file': true,
  '--experimental-strip-types': false,
  '--experimental-transform-types': false,
  '--experimental-vm-modules': false,
  '--experimental-test-module-mocks': false,
  '--enable-source-maps': false,
} as const;

/** The first version that holds patterns against the whole title and takes files as globs. */
const WHOLE_TITLES = 22;

/** node --test. Options behind a file are none of its own, so files are last. */
export const node: Runner = {
  name: 'node --test',
  debugged: [],
  // What Node 20 writes does not name a file, and no runner of Node tells the tests of one name in two files apart better than a run of each.
  apart: ({ path }) => path,
  select(asked) {
    const { project, tests, files, whole, script } = asked;
    const old = project.nodeMajor < WHOLE_TITLES;
    const isWhole = whole || (old && tests.some(({ selects }) => selects === 'group'));
    const pattern = old ? ownNamesPattern(tests) : unionPattern(tests, { between: ' ' });
    const results = project.resultFile('.xml');
    const isTsx = script !== undefined && /\btsx\b/u.test(script.text);
    const loading = [...(script?.nodeOptions ?? []), ...optionsOf(script?.words ?? [], LOADING)].filter((option) => option !== '--test');
    const also =
      old && !whole
        ? {
            also: isWhole
              ? say('every test of the file runs: Node 20 cannot select a group')
              : say('tests of the same names in other groups of the file run too: Node 20 knows no groups'),
          }
        : besides(asked);
    return {
      argv: [
        'node',
        ...(isTsx && !loading.includes('tsx') ? ['--import', 'tsx'] : []),
        ...loading,
        '--test',
        ...(isWhole ? [] : [`--test-name-pattern=${pattern}`]),
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=junit',
        `--test-reporter-destination=${results}`,
        ...files.map((file) => (old ? file : withoutGlobs(file))),
      ],
      ...(tests[0] && { onlyFile: tests[0].path }),
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...also,
    };
  },
};

/** A path as a glob that fits it alone: `test/[[]id]/a.mjs`, since a backslash escapes nothing there. */
function withoutGlobs(path: string): string {
  return path.replaceAll(/[[*?{(!]/gu, '[$&]');
}
