import type { Runner } from '../runner.ts';
import { unionPattern } from '../titles.ts';
import { besides, environmentOf } from './javascript.ts';

/** bun test. Without `./` a path is a part of others. */
export const bun: Runner = {
  name: 'bun test',
  select(asked) {
    const { project, tests, files, whole } = asked;
    const results = project.resultFile('.xml');
    return {
      argv: [
        'bun',
        'test',
        ...files.map((file) => `./${file}`),
        ...(whole ? [] : ['-t', unionPattern(tests, { between: ' ' })]),
        '--reporter=junit',
        `--reporter-outfile=${results}`,
      ],
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...besides(asked),
    };
  },
};
