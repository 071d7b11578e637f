import { DEBIAN_RUNNERS } from './debian.ts';
import type { Runner } from './runner.ts';

const JEST = ['npx', 'jest', '--runInBand', '--ci', '--rootDir=.'] as const;

/** The runner of Node in both forms. */
function nodeRuns(node: string, tests: readonly string[] = []): Runner['runs'] {
  return ['junit', 'tap'].map((format) => ({
    command: [node, '--test', `--test-reporter=${format}`, ...tests],
    file: format === 'junit' ? 'junit.xml' : 'results.tap',
    printed: true,
  }));
}

/** All of them, in the order of docs/runners.md. */
export const RUNNERS: readonly Runner[] = [
  {
    name: 'node',
    version: ['node', '--version'],
    runs: nodeRuns('node', ['test/']),
  },
  ...['26.10.0', '24.21.0'].map((version): Runner => ({
    name: `node-${version.split('.', 1)[0]}`,
    packages: [`node@${version}`],
    runs: nodeRuns('node_modules/node/bin/node'),
  })),
  {
    name: 'vitest',
    packages: ['vitest@5.1.2'],
    runs: (
      [
        ['junit', 'junit.xml'],
        ['json', 'vitest-results.json'],
        ['tap', 'results.tap'],
        ['tap-flat', 'flat.tap'],
      ] as const
    ).map(([format, file]) => ({
      // With a file to write to, its TAP is still printed.
      command: ['npx', 'vitest', 'run', '--no-file-parallelism', `--reporter=${format}`, `--outputFile=${file}`],
      file,
      printed: format.startsWith('tap'),
    })),
  },
  {
    name: 'jest',
    packages: ['jest@30.5.2', 'jest-junit@17.0.0'],
    runs: [
      { command: [...JEST, '--json', '--outputFile=jest-results.json'], file: 'jest-results.json' },
      { command: [...JEST, '--reporters=jest-junit'], file: 'junit.xml' },
    ],
  },
  {
    name: 'mocha',
    packages: ['mocha@12.0.3'],
    runs: [
      { command: ['npx', 'mocha', 'test', '--reporter', 'xunit', '--reporter-option', 'output=junit.xml'], file: 'junit.xml' },
      { command: ['npx', 'mocha', 'test', '--reporter', 'tap'], file: 'results.tap', printed: true },
      { command: ['npx', 'mocha', 'test', '--reporter', 'json'], file: 'mocha-results.json', printed: true },
    ],
  },
  {
    name: 'mocha-junit-reporter',
    // Version 12 of Mocha cannot load it.
    packages: ['mocha-junit-reporter@2.2.1', 'mocha@11.8.0'],
    runs: [
      {
        command: ['npx', 'mocha', 'test', '--reporter', 'mocha-junit-reporter', '--reporter-options', 'mochaFile=junit.xml'],
        file: 'junit.xml',
      },
    ],
  },
  {
    name: 'bun',
    packages: ['bun@1.4.5'],
    runs: [{ command: ['npx', 'bun', 'test', '--reporter=junit', '--reporter-outfile=junit.xml'], file: 'junit.xml' }],
  },
  {
    name: 'deno',
    packages: ['deno@2.9.6'],
    runs: [{ command: ['npx', 'deno', 'test', '--no-check', '--junit-path=junit.xml', 'test/'], file: 'junit.xml' }],
  },
  {
    name: 'web-test-runner',
    packages: ['@web/test-runner@1.0.0', '@web/test-runner-junit-reporter@0.8.0'],
    runs: [{ command: ['npx', 'web-test-runner'], file: 'junit.xml' }],
  },
  {
    name: 'ava',
    packages: ['ava@7.0.0'],
    runs: [{ command: ['npx', 'ava', '--tap', '--serial', '--concurrency=1'], file: 'results.tap', printed: true }],
  },
  {
    name: 'tap',
    packages: ['tap@21.8.0'],
    runs: (
      [
        ['junit', 'junit.xml'],
        ['tap', 'results.tap'],
      ] as const
    ).map(([format, file]) => ({
      command: ['npx', 'tap', 'run', '--jobs=1', '--disable-coverage', `--reporter=${format}`],
      file,
      printed: true,
    })),
  },
  {
    name: 'jasmine',
    packages: ['jasmine@7.0.0', 'jasmine-reporters@2.5.2'],
    runs: [{ command: ['npx', 'jasmine', '--random=false', '--helper=junit.js', 'test/*.js'], file: 'junitresults.xml' }],
  },
  {
    name: 'playwright',
    packages: ['@playwright/test@1.65.1'],
    runs: [
      { command: ['npx', 'playwright', 'test'], file: 'junit.xml' },
      { command: ['npx', 'playwright', 'test'], file: 'playwright-results.json' },
    ],
  },
  {
    name: 'cucumber',
    packages: ['@cucumber/cucumber@13.3.0', 'node@26.10.0'],
    runs: (
      [
        ['junit', 'junit.xml'],
        ['json', 'cucumber.json'],
        ['message', 'cucumber.ndjson'],
      ] as const
    ).map(([format, file]) => ({
      command: ['npx', 'cucumber-js', '--retry', '1', '--require', 'features/steps.js', '--format', `${format}:${file}`],
      file,
    })),
  },
  {
    name: 'qunit',
    packages: ['qunit@3.0.0'],
    runs: [{ command: ['npx', 'qunit', '--reporter', 'tap', 'test/'], file: 'results.tap', printed: true }],
  },
  {
    name: 'tape',
    packages: ['tape@5.10.2'],
    runs: [{ command: ['npx', 'tape', 'test/*.js'], file: 'results.tap', printed: true }],
  },
  {
    name: 'lab',
    packages: ['@hapi/lab@26.0.1'],
    runs: ['junit', 'tap'].map((format) => ({
      command: ['npx', 'lab', 'test', '-l', '-r', format],
      file: format === 'junit' ? 'junit.xml' : 'results.tap',
      printed: true,
    })),
  },
  {
    name: 'pytest',
    version: ['pytest', '--version'],
    runs: [
      {
        command: ['pytest', '-p', 'no:cacheprovider', '--continue-on-collection-errors', '--junitxml=junit.xml', 'tests'],
        file: 'junit.xml',
      },
    ],
  },
  {
    name: 'prove',
    version: ['prove', '--version'],
    runs: [
      { command: ['prove', '-v', 't'], file: 'results.tap', printed: true },
      // Without the seed its attributes are in another order each time.
      {
        command: ['prove', '--formatter', 'TAP::Formatter::JUnit', 't'],
        file: 'junit.xml',
        printed: true,
        environment: { PERL_HASH_SEED: '0' },
      },
    ],
  },
  {
    name: 'libtest',
    version: ['rustc', '--version'],
    runs: ['junit', 'json'].map((format) => ({
      command: ['sh', '-c', `rustc --test src/lib.rs -o stock && ./stock --test-threads=1 -Z unstable-options --format ${format}`],
      file: format === 'junit' ? 'junit.xml' : 'libtest.json',
      printed: true,
      environment: { RUSTC_BOOTSTRAP: '1', RUST_BACKTRACE: '0' },
    })),
  },
  ...DEBIAN_RUNNERS,
];
