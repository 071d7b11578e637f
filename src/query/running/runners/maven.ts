import { relativeTo, absolute, nearestWith } from '../project/knownProject.ts';
import { inFolder } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { jvmTest, wholeClasses, wrapperOr } from './jvm.ts';

const POM = ['pom.xml'];

/** Maven with Surefire, a module at a time. Its results lie where the build puts them, and only those of this run count. */
export const maven: Runner = {
  name: 'Maven',
  apart: ({ path }, project) => nearestWith(project, path, POM) ?? '',
  select({ project, folder, tests }) {
    const [first] = tests;
    const module = (first && nearestWith(project, first.path, POM)) ?? folder;
    const program = wrapperOr(project, folder, 'mvnw', 'mvn');
    if ('refused' in program) return program;
    const byClass = new Map<string, Set<string>>();
    for (const test of tests) {
      const { type, method } = jvmTest(test);
      const known = byClass.get(type) ?? new Set<string>();
      byClass.set(type, known.add(method ?? ''));
    }
    const filter = [...byClass].map(([type, methods]) => (methods.has('') ? type : `${type}#${[...methods].join('+')}`)).join(',');
    return {
      argv: [
        ...program,
        '--batch-mode',
        ...(module === folder ? [] : ['-pl', relativeTo(folder, module), '-am']),
        `-Dtest=${filter}`,
        '-Dsurefire.failIfNoSpecifiedTests=false',
        'test',
      ],
      result: { kind: 'folder', path: absolute(project, inFolder(module, 'target/surefire-reports')), ending: '.xml' },
      ...wholeClasses(tests),
    };
  },
};
