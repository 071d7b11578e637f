import { fileName, folderOf } from '../../../text/paths.ts';
import { nearestWith, relativeTo } from '../project/knownProject.ts';
import type { KnownProject } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { plainName } from '../titles.ts';
import type { WantedTest } from '../wantedTest.ts';

/** cargo test, a target at a time. It writes no file; what it prints is read. */
export const cargo: Runner = {
  name: 'cargo test',
  apart: (test, project) => targetOf(test, project).join(' '),
  select({ project, tests, whole }) {
    const [first] = tests;
    const target = first ? targetOf(first, project) : [];
    const names = new Map(tests.map((test) => [exactName(test, project), test.path]));
    return {
      argv: ['cargo', 'test', ...target, ...(whole ? [] : ['--', '--exact', ...names.keys()])],
      result: { kind: 'printed', as: 'cargo' },
      ...(!whole && { files: names }),
    };
  },
};

/** Options for what a file is compiled into: `--lib`, `--test stock`. */
function targetOf({ path }: WantedTest, project: KnownProject): readonly string[] {
  const crate = nearestWith(project, path, ['Cargo.toml']) ?? '';
  const inside = relativeTo(crate, path);
  const apart = /^(?<kind>tests|benches|examples|src\/bin)\/(?<name>[^/]+?)(?:\.rs$|\/)/u.exec(inside)?.groups;
  const options: Readonly<Record<string, string>> = { tests: '--test', benches: '--bench', examples: '--example', 'src/bin': '--bin' };
  const kind = apart && options[apart['kind'] ?? ''];
  if (apart && kind !== undefined) return [kind, apart['name'] ?? ''];
  return inside === 'src/main.rs' || !project.has(`${crate === '' ? '' : `${crate}/`}src/lib.rs`) ? ['--bins'] : ['--lib'];
}

/** The modules that a file stands for, and those in it: `deep::tests::adds`. */
function exactName({ path, groups, name }: WantedTest, project: KnownProject): string {
  const crate = nearestWith(project, path, ['Cargo.toml']) ?? '';
  const inside = relativeTo(crate, path).replace(/^(?:src\/bin|src|tests|benches|examples)\//u, '');
  const isOwn = /^(?:tests|benches|examples|src\/bin)\//u.test(relativeTo(crate, path));
  const stem = fileName(inside).replace(/\.rs$/u, '');
  const folders = folderOf(inside)
    .split('/')
    .slice(isOwn ? 1 : 0);
  const isRoot = stem === 'mod' || (folderOf(inside) === '' && (isOwn || stem === 'lib' || stem === 'main')) || (isOwn && stem === 'main');
  const modules = [...folders, ...(isRoot ? [] : [stem])].filter((part) => part !== '');
  const around = groups.filter((group) => group.startsWith('mod ')).map(plainName);
  return [...modules, ...around, plainName(name)].join('::');
}
