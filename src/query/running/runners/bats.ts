import { installed, pathFrom } from '../project/packageJson.ts';
import type { Runner } from '../runner.ts';
import { escaped } from '../titles.ts';

/** Bats, a file at a time. Its expression is one of bash, held against the title as the source writes it. */
export const bats: Runner = {
  name: 'Bats',
  apart: ({ path }) => path,
  select({ project, folder, tests, files, whole }) {
    const outside = project.resultFile('.xml').replace(/[^\\/]*$/u, '');
    const own = installed(project, folder, 'bats');
    return {
      argv: [
        own ? `./${pathFrom(folder, own.program)}`.replace('./../', '../') : 'bats',
        ...(whole ? [] : ['--filter', `^(${[...new Set(tests.map(({ name }) => escaped(name)))].join('|')})$`]),
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
