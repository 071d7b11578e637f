import { literalPattern } from '../../../text/patterns/regExp.ts';
import { say } from '../../../model/message.ts';
import { folderOf } from '../../../text/paths.ts';
import { relativeTo } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import type { WantedTest } from '../wantedTest.ts';

/** go test, a package at a time. Without `-count=1` it may print what it found out before. */
export const go: Runner = {
  name: 'go test',
  apart: ({ path }) => folderOf(path),
  select({ folder, tests, whole }) {
    const [first] = tests;
    const home = first ? relativeTo(folder, folderOf(first.path)) : '';
    const isNested = tests.some(({ groups }) => groups.length > 0);
    const also = !whole && isNested && say('the bodies of the tests around a subtest run too');
    return {
      argv: [
        'go',
        'test',
        '-json',
        '-count=1',
        ...(whole ? [] : ['-run', [...new Set(tests.map(patternOf))].join('|')]),
        home === '' ? '.' : `./${home}`,
      ],
      result: { kind: 'printed', as: 'evidence' },
      ...(also && { also }),
    };
  },
};

/** Levels are between slashes, those in a title too; a blank is an underscore. */
function patternOf({ groups, name }: WantedTest): string {
  return [...groups, name]
    .flatMap((part) =>
      (part.endsWith('()') ? plainName(part) : part.replaceAll(/\\(?<one>["\\])/gu, '$<one>')).replaceAll(/\s/gu, '_').split('/'),
    )
    .map((part) => `^${literalPattern(part)}$`)
    .join('/');
}
