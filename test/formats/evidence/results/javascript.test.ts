import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

/** A test of a project as Playwright writes it, with the statuses of its tries. */
function run(projectName: string, status: string, tries: readonly string[], expectedStatus = 'passed'): object {
  const results = tries.map((of, retry) => ({
    workerIndex: 0,
    parallelIndex: 0,
    status: of,
    duration: 5,
    errors: [],
    stdout: [],
    stderr: [],
    retry,
  }));
  return { timeout: 30000, annotations: [], expectedStatus, projectId: projectName, projectName, results, status };
}

function spec(title: string, ok: boolean, ...tests: readonly object[]): object {
  return { title, ok, tags: [], tests, id: 'a-b', file: 'login.spec.ts', line: 3, column: 1 };
}

function playwright(specs: readonly object[], errors: readonly object[] = [], inner: readonly object[] = []): string {
  return JSON.stringify(
    {
      config: { configFile: '/repo/playwright.config.ts', rootDir: '/repo/e2e', forbidOnly: false, fullyParallel: true, projects: [] },
      suites: [{ title: 'login.spec.ts', file: 'login.spec.ts', column: 0, line: 0, specs, suites: inner }],
      errors,
      stats: { startTime: '2026-11-20T10:00:00.000Z', duration: 5, expected: 1, skipped: 0, unexpected: 0, flaky: 0 },
    },
    undefined,
    2,
  );
}

const FILE = '/repo/e2e/login.spec.ts | ';

// @verifies RT-3.1/AC5~3a4cc9
describe('Playwright JSON', () => {
  for (const [what, test, results] of [
    ['passed', spec('a', true, run('', 'expected', ['passed'])), ['passed']],
    [
      'failed in the second browser, though ok',
      spec('a', true, run('x', 'expected', ['passed']), run('y', 'unexpected', ['failed'])),
      ['passed', 'failed'],
    ],
    ['flaky', spec('a', true, run('', 'flaky', ['failed', 'passed'])), ['passed']],
    ['failed in every try', spec('a', false, run('', 'unexpected', ['failed', 'failed'])), ['failed']],
    ['timed out', spec('a', false, run('', 'unexpected', ['timedOut'])), ['failed']],
    ['skipped or fixme', spec('a', true, run('', 'skipped', ['skipped'], 'skipped')), ['skipped']],
    ['left out since a project before it failed', spec('a', true, run('', 'skipped', [])), ['skipped']],
    ['interrupted', spec('a', false, run('', 'skipped', ['interrupted'])), ['skipped']],
    ['expected to fail, and did', spec('a', true, run('', 'expected', ['failed'], 'failed')), ['skipped']],
    ['expected to fail, and did not', spec('a', false, run('', 'unexpected', ['passed'], 'failed')), ['failed']],
    ['of another status', spec('a', true, run('', 'splendid', ['passed'])), ['skipped']],
  ] as const) {
    it(`tells a test that is ${what}`, () =>
      assert.deepEqual(
        resultsOf(playwright([test])),
        results.map((outcome) => `${outcome} ${FILE}a`),
      ));
  }

  it('has groups, the file is none', () => {
    const inner = {
      title: 'Login',
      file: 'login.spec.ts',
      line: 1,
      column: 6,
      specs: [spec('a', true, run('', 'expected', ['passed']))],
      suites: [{ title: 'empty', specs: [spec('b', true, run('', 'expected', ['passed']))] }],
    };
    assert.deepEqual(resultsOf(playwright([], [], [inner])), [`passed ${FILE}Login > a`, `passed ${FILE}Login > empty > b`]);
    assert.equal(evidenceOf(playwright([])).time, Date.UTC(2026, 10, 20, 10));
  });

  it('names a file that cannot be loaded, and says that something is lost', () => {
    const text = playwright([], [{ message: 'SyntaxError', location: { file: '/repo/e2e/cart.spec.ts', line: 3, column: 1 } }]);
    assert.deepEqual(resultsOf(text), ['failed whole file /repo/e2e/cart.spec.ts | ']);
    assert.match(problemsOf(text).join(), /an error that is of no test/u);
    assert.match(problemsOf(playwright([], [{ message: 'globalSetup threw' }])).join(), /an error that is of no test/u);
  });
});

// @verifies RT-3.1/AC5~3a4cc9
describe('Mocha JSON', () => {
  const test = (title: string, fullTitle: string, more: object = {}): object => ({
    title,
    fullTitle,
    file: '/repo/test/a.js',
    duration: 1,
    currentRetry: 0,
    err: {},
    ...more,
  });
  const mocha = (passes: readonly object[], failures: readonly object[] = [], pending: readonly object[] = []): string =>
    JSON.stringify(
      {
        stats: {
          suites: 1,
          tests: 3,
          passes: 1,
          pending: 1,
          failures: 1,
          start: '2026-11-20T10:00:00.000Z',
          end: '2026-11-20T10:00:01.000Z',
          duration: 6,
        },
        tests: [...passes, ...failures, ...pending],
        pending,
        failures,
        passes,
      },
      undefined,
      2,
    );

  it('gives results with groups', () => {
    const text = mocha([test('adds', 'Stock many adds', { currentRetry: 1 })], [test('top', 'top')], [test('later', 'Stock later')]);
    assert.deepEqual(resultsOf(text), [
      'passed /repo/test/a.js | Stock many > adds',
      'failed /repo/test/a.js | top',
      'skipped /repo/test/a.js | Stock > later',
    ]);
    assert.equal(evidenceOf(text).time, Date.UTC(2026, 10, 20, 10));
  });

  for (const [what, hook, result] of [
    [
      'of a group',
      test('"before all" hook for "adds"', 'Stock many "before all" hook for "adds"'),
      'failed whole group /repo/test/a.js | Stock many > ',
    ],
    [
      'after each test',
      test('"after each" hook for "adds"', 'Stock "after each" hook for "adds"'),
      'failed whole group /repo/test/a.js | Stock > ',
    ],
    ['of a file', test('"before all" hook in "{root}"', '"before all" hook in "{root}"'), 'failed whole file /repo/test/a.js | '],
  ] as const) {
    it(`tells a hook ${what}`, () => assert.deepEqual(resultsOf(mocha([], [hook])), [result]));
  }

  it('of older versions names no file', () => {
    assert.deepEqual(resultsOf(mocha([{ title: 'adds', fullTitle: 'Stock adds', duration: 1 }])), ['passed Stock > adds']);
  });
});
