import { inFolder } from '../../../text/paths.ts';
import { relativeTo } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';

/** RSpec. An example is chosen by any line of it, rows of a loop all together. */
export const rspec: Runner = {
  name: 'RSpec',
  select({ project, folder, tests, files, whole }) {
    const results = project.resultFile('.json');
    const places = files.map((file) => {
      const lines = new Set(tests.filter(({ path }) => relativeTo(folder, path) === file).map(({ line }) => line));
      return whole ? file : [file, ...lines].join(':');
    });
    return {
      argv: [
        ...(project.has(inFolder(folder, 'Gemfile.lock')) ? ['bundle', 'exec'] : []),
        'rspec',
        ...places,
        '--format',
        'progress',
        '--format',
        'json',
        '--out',
        results,
      ],
      result: { kind: 'file', path: results, as: 'rspec' },
    };
  },
};
