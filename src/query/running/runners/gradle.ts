import { absolute, nearestWith, relativeTo } from '../project/knownProject.ts';
import { inFolder } from '../../../text/paths.ts';
import type { Runner } from '../runner.ts';
import { jvmTest, wholeClasses, wrapperOr } from './jvm.ts';

/** Files that make a folder a project of Gradle. */
export const GRADLE_FILES = ['build.gradle', 'build.gradle.kts'];

/** Gradle, a project at a time. Without `cleanTest` it may take what it found out before. */
export const gradle: Runner = {
  name: 'Gradle',
  apart: ({ path }, project) => nearestWith(project, path, GRADLE_FILES) ?? '',
  select({ project, folder, tests }) {
    const [first] = tests;
    const module = (first && nearestWith(project, first.path, GRADLE_FILES)) ?? folder;
    const program = wrapperOr(project, folder, 'gradlew', 'gradle');
    if ('refused' in program) return program;
    const prefix = module === folder ? ':' : `:${relativeTo(folder, module).replaceAll('/', ':')}:`;
    const filters = new Set(tests.map(jvmTest).map(({ type, method }) => (method === undefined ? type : `${type}.${method}`)));
    return {
      argv: [
        ...program,
        '--no-build-cache',
        `${prefix}cleanTest`,
        `${prefix}test`,
        ...[...filters].flatMap((filter) => ['--tests', filter]),
      ],
      result: { kind: 'folder', path: absolute(project, inFolder(module, 'build/test-results/test')), ending: '.xml' },
      ...wholeClasses(tests),
    };
  },
};
