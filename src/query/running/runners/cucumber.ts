import { say } from '../../../model/message.ts';
import { inFolder } from '../../../text/paths.ts';
import { optionsOf } from '../project/script.ts';
import { relativeTo } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { environmentOf, programOf } from './javascript.ts';

const KEPT = {
  '--require': true,
  '-r': true,
  '--import': true,
  '-i': true,
  '--require-module': true,
  '--config': true,
  '-c': true,
  '--profile': true,
  '-p': true,
} as const;
const SETTINGS = ['cucumber.js', 'cucumber.cjs', 'cucumber.mjs', 'cucumber.json', 'cucumber.yaml', 'cucumber.yml'];

/** Cucumber. A scenario is chosen by its line, an outline by its own with all rows. */
export const cucumber: Runner = {
  name: 'Cucumber',
  select(asked) {
    const { project, folder, tests, files, whole, script } = asked;
    const program = programOf(asked, 'Cucumber', '@cucumber/cucumber', 'cucumber-js');
    if ('refused' in program) return program;
    const results = project.resultFile('.ndjson');
    const places = files.map((file) => {
      const lines = new Set(tests.filter(({ path }) => relativeTo(folder, path) === file).map(({ line }) => line));
      return whole ? file : [file, ...lines].join(':');
    });
    const names = SETTINGS.some((name) => /\bpaths\b/u.test(project.text(inFolder(folder, name)) ?? ''));
    return {
      argv: [
        ...program.start,
        ...places,
        '--format',
        'progress',
        '--format',
        `message:${results}`,
        ...optionsOf(script?.words ?? [], KEPT),
      ],
      result: { kind: 'file', path: results },
      ...environmentOf(asked),
      ...(names && { also: say('features that the settings of Cucumber name under "paths" run too') }),
    };
  },
};
