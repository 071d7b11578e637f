import { say } from '../../../model/message.ts';
import { fileName } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';

/** dotnet test. Its filter is told a part of the full name, since the facts do not know namespaces for sure. */
export const dotnet: Runner = {
  name: 'dotnet test',
  select({ project, tests, whole }) {
    const results = project.resultFile('.trx');
    const parts = new Set(
      tests.map(
        ({ groups, name }) => `.${[...groups.filter((group) => group.startsWith('class ')).slice(-1), name].map(plainName).join('.')}`,
      ),
    );
    return {
      argv: [
        'dotnet',
        'test',
        ...(whole ? [] : ['--filter', [...parts].map((part) => `FullyQualifiedName~${part}`).join('|')]),
        '--results-directory',
        results.replace(/[\\/][^\\/]*$/u, ''),
        '--logger',
        `trx;LogFileName=${fileName(results.replaceAll('\\', '/'))}`,
      ],
      result: { kind: 'file', path: results },
      ...(!whole && { also: say('tests whose names begin with the same words run too') }),
    };
  },
};
