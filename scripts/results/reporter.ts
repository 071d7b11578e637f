import path from 'node:path';
import Mocha from 'mocha';
import type { TestCase } from './junit.ts';
import { writeResults } from './write.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/**
 * Mocha's dots, and the results of the tests for ReqTrace, which traces itself: in `out/results/NAME.xml`, where NAME is the option `name`
 * (`--reporter-option name=unit`). With the option `bundled`, the folder in which the tests were bundled, they are those of their sources.
 */
class ResultsReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { name, bundled } = options.reporterOptions as { readonly name: string; readonly bundled?: string };
    const began = new Date();
    const cases: TestCase[] = [];
    const note = (outcome: TestCase['outcome'], test: Mocha.Runnable, message?: string): void => {
      const group = test.parent?.fullTitle() ?? '';
      cases.push({
        file: sourceOf(test.file ?? '', bundled),
        group,
        title: test.title,
        outcome,
        ...(message !== undefined && { message }),
      });
    };
    runner.on('pass', (test) => note('passed', test));
    runner.on('fail', (test, error: Error) => note('failed', test, error.message));
    runner.on('pending', (test) => note('skipped', test));
    runner.once('end', () => writeResults(name, began, cases));
  }
}

function sourceOf(file: string, bundled: string | undefined): string {
  const source = bundled === undefined ? file : path.join(REPOSITORY, path.relative(bundled, file).replace(/\.mjs$/u, '.ts'));
  return path.relative(REPOSITORY, source).replaceAll(path.sep, '/');
}

export { ResultsReporter as default };
