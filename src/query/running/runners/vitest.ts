import { optionsOf } from '../project/script.ts';
import { absolute } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { unionPattern } from '../titles.ts';
import { besides, environmentOf, fromRoot, programOf } from './javascript.ts';

const KEPT = {
  '--config': true,
  '-c': true,
  '--project': true,
  '--environment': true,
  '--globals': false,
  '--mode': true,
  '--pool': true,
} as const;

/** Vitest. Version 5 puts ` > ` between titles where those before put a blank; a path that is not absolute would be a part of others. */
export const vitest: Runner = {
  name: 'Vitest',
  debugged: ['--test-timeout=0', '--no-file-parallelism'],
  select(asked) {
    const { project, tests, files, whole, script } = asked;
    const program = programOf(asked, 'Vitest', 'vitest');
    if ('refused' in program) return program;
    const results = project.resultFile('.json');
    return {
      argv: [
        ...program.start,
        'run',
        ...files.map((file) => absolute(project, fromRoot(asked, file))),
        ...(whole ? [] : ['-t', unionPattern(tests, { between: '(?: > | )' })]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${results}`,
        '--coverage.enabled=false',
        ...optionsOf(script?.words ?? [], KEPT),
      ],
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...besides(asked),
    };
  },
};
