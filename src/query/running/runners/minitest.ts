import { literalPattern } from '../../../text/patterns/regExp.ts';
import { inFolder } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import { unescaped } from '../../../text/escapes.ts';
import type { WantedTest } from '../wantedTest.ts';

/** minitest, a file at a time. It writes no file without a gem for it; what it prints with `--verbose` is read. */
export const minitest: Runner = {
  name: 'minitest',
  apart: ({ path }) => path,
  select({ project, folder, tests, files, whole }) {
    const [file = ''] = files;
    return {
      argv: [
        ...(project.has(inFolder(folder, 'Gemfile.lock')) ? ['bundle', 'exec'] : []),
        'ruby',
        '-Ilib',
        '-Itest',
        file,
        '--verbose',
        ...(whole ? [] : ['--name', `/^(?:${[...new Set(tests.map(patternOf))].join('|')})$/`]),
      ],
      ...(tests[0] && { onlyFile: tests[0].path }),
      result: { kind: 'printed', as: 'minitest' },
    };
  },
};

/** `StockTest#test_adds`, and of a spec `Stock::deep#test_0001_adds`, in which a slash ends nothing. */
function patternOf({ groups, name, selects }: WantedTest): string {
  const around = groups.map((group) => rubyText(plainTitle(group))).join('(?:::|)');
  if (selects === 'group') return `(?:.*::)?${[...(around === '' ? [] : [around]), rubyText(plainTitle(name))].join('::')}(?:::.*)?#.*`;
  const own = name.endsWith('()') ? rubyText(plainName(name)) : String.raw`test_\d+_${rubyText(unescaped(name))}`;
  return `(?:.*::)?${around}#${own}`;
}

function plainTitle(group: string): string {
  return /^(?:class|module) \S+$/u.test(group) ? plainName(group) : unescaped(group);
}

function rubyText(text: string): string {
  return literalPattern(text).replaceAll('/', String.raw`\/`);
}
