import { inFolder } from '../../../text/paths.ts';
import type { FilePath } from '../../../model/position.ts';
import { relativeTo } from '../project/knownProject.ts';
import type { KnownProject } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';

/** pytest. A test is named by the way to it, and nothing in it is an expression. */
export const pytest: Runner = {
  name: 'pytest',
  select({ project, folder, tests, files, whole }) {
    const results = project.resultFile('.xml');
    const ids = tests.map(({ path, groups, name }) => [relativeTo(folder, path), ...[...groups, name].map(plainName)].join('::'));
    const covers = ['pytest.ini', 'pyproject.toml', 'setup.cfg', 'tox.ini'].some((name) =>
      /addopts[^\n]*(?:\n[ \t]+[^\n]*)*--cov\b/u.test(project.text(inFolder(folder, name)) ?? ''),
    );
    return {
      argv: [
        ...pythonProgram(project, folder, 'pytest'),
        ...(whole ? files : new Set(ids)),
        `--junitxml=${results}`,
        // A threshold would fail for one test alone.
        ...(covers ? ['--no-cov'] : []),
      ],
      result: { kind: 'file', path: results },
    };
  },
};

/** Program of Python from the environment of the project, if it has one. */
export function pythonProgram({ has, windows }: KnownProject, folder: FilePath, program: string): readonly string[] {
  for (const around of new Set([folder, '']))
    for (const name of ['.venv', 'venv']) {
      const path = inFolder(around, windows ? `${name}/Scripts/${program}.exe` : `${name}/bin/${program}`);
      if (has(path))
        return [
          `${folder === around ? '' : '../'.repeat(folder.split('/').length)}${relativeTo(around, path)}`.replace(/^(?!\.\.?\/)/u, './'),
        ];
    }
  for (const around of new Set([folder, ''])) {
    if (has(inFolder(around, 'uv.lock'))) return ['uv', 'run', program];
    if (has(inFolder(around, 'poetry.lock'))) return ['poetry', 'run', program];
    if (has(inFolder(around, 'Pipfile.lock'))) return ['pipenv', 'run', program];
  }
  return [program];
}
