import { literalPattern } from '../../../text/patterns/regExp.ts';
import { inFolder } from '../../../text/paths.ts';
import { foldersAround } from '../project/knownProject.ts';
import { pathFrom } from '../project/packageJson.ts';
import type { Runner } from '../runner.ts';

/** Bats, a file at a time. Its expression is one of bash, held against the title as the source writes it. */
export const bats: Runner = {
  name: 'Bats',
  apart: ({ path }) => path,
  select({ project, folder, tests, files, whole }) {
    const outside = project.resultFile('.xml').replace(/[^\\/]*$/u, '');
    // Its package names a folder of programs instead of one.
    const own = [...foldersAround(inFolder(folder, '-'))].map((around) => inFolder(around, 'node_modules/bats/bin/bats')).find(project.has);
    return {
      argv: [
        own === undefined ? 'bats' : `./${pathFrom(folder, own)}`.replace('./../', '../'),
        ...(whole ? [] : ['--filter', `^(${[...new Set(tests.map(({ name }) => literalPattern(name)))].join('|')})$`]),
        '--report-formatter',
        'junit',
        '--output',
        outside,
        ...files,
      ],
      ...(tests[0] && { onlyFile: tests[0].path }),
      result: { kind: 'file', path: `${outside}report.xml` },
    };
  },
};
