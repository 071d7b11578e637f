import { say } from '../../../model/message.ts';
import { inFolder } from '../../../text/paths.ts';
import { optionsOf } from '../project/script.ts';
import type { Runner } from '../runner.ts';
import { unionPattern } from '../titles.ts';
import { besides, environmentOf, programOf } from './javascript.ts';

const KEPT = {
  '--require': true,
  '-r': true,
  '--import': true,
  '--loader': true,
  '--node-option': true,
  '-n': true,
  '--config': true,
  '--ui': true,
  '-u': true,
  '--extension': true,
  '--timeout': true,
  '--exit': false,
} as const;
const SETTINGS = ['.mocharc.js', '.mocharc.cjs', '.mocharc.mjs', '.mocharc.yaml', '.mocharc.yml', '.mocharc.json', '.mocharc.jsonc'];

/** Mocha. Files that its settings name run beside those that it is given. */
export const mocha: Runner = {
  name: 'Mocha',
  debugged: ['--no-parallel', '--timeout=0'],
  select(asked) {
    const { project, folder, tests, files, whole, script } = asked;
    const program = programOf(asked, 'Mocha', 'mocha');
    if ('refused' in program) return program;
    const results = project.resultFile('.json');
    const names = SETTINGS.some((name) => /\bspec\b/u.test(project.text(inFolder(folder, name)) ?? ''));
    return {
      argv: [
        ...program.start,
        ...optionsOf(script?.words ?? [], KEPT),
        // Its settings may have no test run and each of them pass; spelt so, it undoes both spellings there.
        '--no-dryRun',
        ...(whole ? [] : ['--grep', unionPattern(tests, { between: ' ' })]),
        '--reporter',
        'json',
        '--reporter-option',
        `output=${results}`,
        ...files,
      ],
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...besides(asked),
      ...(names && {
        also: say('files that the settings of Mocha name under "spec" are loaded too, and their tests of the same names run'),
      }),
    };
  },
};
