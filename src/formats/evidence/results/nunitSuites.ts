import type { TestResult } from '../../../model/evidence.ts';

/**
 * What a suite of NUnit that failed says of all in it: nothing where one of its tests failed for it. Suites are classes, and what is around them: namespaces, assemblies, and
 * classes with set-ups for these, whose failure is of every class within.
 *
 * @param inside results of all that it holds.
 * @param hook true where its own set-up or tear-down is known to have failed.
 */
export function wholeSuite(name: string, inside: readonly TestResult[], hook: boolean): readonly TestResult[] {
  if (!hook && inside.some(({ outcome }) => outcome === 'failed')) return [];
  const classes = new Set(inside.flatMap(({ groups }) => groups.slice(0, 1)));
  if (classes.size === 0) classes.add(name);
  return Array.from(classes, (group) => ({ outcome: 'failed', whole: 'group', groups: [group], title: '' }));
}
