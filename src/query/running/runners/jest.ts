import { optionsOf } from '../project/script.ts';
import type { Runner } from '../runner.ts';
import { unionPattern } from '../titles.ts';
import { besides, environmentOf, programOf } from './javascript.ts';

const KEPT = {
  '--config': true,
  '-c': true,
  '--rootDir': true,
  '--env': true,
  '--runInBand': false,
  '-i': false,
  '--preset': true,
} as const;

/** Jest. Paths are expressions unless it is told that they are paths. */
export const jest: Runner = {
  name: 'Jest',
  debugged: ['--runInBand', '--testTimeout=86400000'],
  select(asked) {
    const { project, tests, files, whole, script } = asked;
    const program = programOf(asked, 'Jest', 'jest');
    if ('refused' in program) return program;
    const results = project.resultFile('.json');
    return {
      argv: [
        ...program.start,
        '--runTestsByPath',
        ...files,
        ...(whole ? [] : ['-t', unionPattern(tests, { between: ' ' })]),
        '--json',
        `--outputFile=${results}`,
        '--watchAll=false',
        '--coverage=false',
        ...optionsOf(script?.words ?? [], KEPT),
      ],
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...besides(asked),
    };
  },
};
