import { relativeTo } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import { pythonProgram } from './pytest.ts';

/** unittest of Python. It writes no file; what it prints with `-v` is read. */
export const unittest: Runner = {
  name: 'unittest',
  select({ project, folder, tests, whole }) {
    const names = new Set(
      tests.map(({ path, groups, name }) => {
        const module = relativeTo(folder, path).replace(/\.py$/u, '').replaceAll('/', '.');
        return whole ? module : [module, ...[...groups, name].map(plainName)].join('.');
      }),
    );
    return {
      argv: [...pythonProgram(project, folder, project.windows ? 'python' : 'python3'), '-m', 'unittest', '-v', ...names],
      result: { kind: 'printed', as: 'unittest' },
    };
  },
};
