import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

const step = (status: string | undefined, more: object = {}): object => ({
  keyword: 'Given ',
  line: 3,
  name: 'a cart',
  ...(status !== undefined && { result: { status, duration: 5 } }),
  ...more,
});

function feature(...elements: readonly object[]): string {
  return JSON.stringify(
    [{ description: '', elements, id: 'cart', line: 1, keyword: 'Feature', name: 'Cart', tags: [], uri: 'features/cart.feature' }],
    undefined,
    2,
  );
}
const scenario = (steps: readonly object[], more: object = {}): object => ({
  description: '',
  id: 'cart;a',
  keyword: 'Scenario',
  line: 2,
  name: 'a',
  steps,
  tags: [],
  type: 'scenario',
  ...more,
});

// @verifies RT-3.1/AC6~e92295
describe('Cucumber JSON', () => {
  for (const [what, elements, outcomes] of [
    ['passed', [scenario([step('passed'), step('passed')])], ['passed']],
    ['failed', [scenario([step('failed'), step('skipped')])], ['failed']],
    ['ambiguous', [scenario([step('ambiguous')])], ['failed']],
    ['pending', [scenario([step('passed'), step('pending')])], ['skipped']],
    ['undefined', [scenario([step('undefined')])], ['skipped']],
    ['of another status', [scenario([step('passed'), step('great')])], ['skipped']],
    ['without steps', [scenario([])], ['skipped']],
    ['of hooks only', [scenario([step('passed', { hidden: true, keyword: 'Before' })])], ['skipped']],
    ['broken by a hidden hook', [scenario([step('passed'), step('failed', { hidden: true, keyword: 'After' })])], ['failed']],
    [
      'broken by a hook of cucumber-jvm',
      [scenario([step('passed')], { after: [{ result: { status: 'failed' }, match: {} }] })],
      ['failed'],
    ],
    ['broken by a hook of a step', [scenario([step('passed', { after: [{ result: { status: 'failed' } }] })])], ['failed']],
    ['cut off', [scenario([step('passed'), step(undefined)])], ['skipped']],
    ['an outline of which a row failed', [scenario([step('passed')]), scenario([step('failed')])], ['passed', 'failed']],
    [
      'behind a background that failed',
      [scenario([step('failed')], { type: 'background', name: '' }), scenario([step('skipped')]), scenario([step('passed')])],
      ['failed', 'passed'],
    ],
  ] as const) {
    it(`tells a scenario that is ${what}`, () => {
      assert.deepEqual(
        resultsOf(feature(...elements)),
        outcomes.map((outcome) => `${outcome} features/cart.feature | Cart > a`),
      );
    });
  }

  it('of behave has a status for each scenario', () => {
    const place = { location: 'features/cart.feature:7' };
    const elements = [
      scenario([step(undefined, place)], { type: 'background', ...place }),
      scenario([step('passed', place), step('passed', place)], { status: 'passed', ...place }),
      scenario([step('passed', place)], { status: 'passed', ...place }),
      scenario([step('passed', place), step(undefined, place)], { status: 'failed', ...place }),
      scenario([step('passed', place)], { status: 'hook_error', ...place }),
      scenario([step(undefined, place)], { status: 'untested', ...place }),
    ];
    const text = `${JSON.stringify([{ keyword: 'Feature', name: 'Cart', status: 'failed', location: 'features/cart.feature:1', elements }])}\n`;
    assert.deepEqual(
      resultsOf(text),
      ['passed', 'skipped', 'failed', 'failed', 'skipped'].map((outcome) => `${outcome} features/cart.feature | Cart > a`),
    );
  });

  it('of cucumber-jvm has URIs', () => {
    assert.deepEqual(resultsOf(feature(scenario([step('passed')])).replace('"features/cart', '"file:src/test/resources/cart')), [
      'passed src/test/resources/cart.feature | Cart > a',
    ]);
  });
});

// @verifies RT-3.1/AC6~e92295
describe('Cucumber messages', () => {
  const start: readonly object[] = [
    { meta: { protocolVersion: '32.0.0', implementation: { name: 'cucumber-js', version: '13.3.0' } } },
    {
      gherkinDocument: {
        uri: 'features/cart.feature',
        feature: {
          name: 'Cart',
          children: [
            { background: { id: '0' } },
            { scenario: { id: 's1', name: 'a' } },
            { rule: { id: 'r', name: 'Full', children: [{ scenario: { id: 's2' } }] } },
          ],
        },
      },
    },
    { pickle: { id: 'p1', uri: 'features/cart.feature', name: 'a', astNodeIds: ['s1'], steps: [{ id: 'ps', text: 'a cart' }] } },
    { pickle: { id: 'p2', uri: 'features/cart.feature', name: 'b', astNodeIds: ['s2', 'row'], steps: [{ id: 'ps', text: 'a cart' }] } },
    { testRunStarted: { timestamp: { seconds: 1795168800, nanos: 5 } } },
    { testCase: { id: 'c1', pickleId: 'p1', testSteps: [] } },
    { testCase: { id: 'c2', pickleId: 'p2', testSteps: [] } },
  ];
  const attempt = (id: string, testCaseId: string, statuses: readonly string[], willBeRetried = false): object[] => [
    { testCaseStarted: { id, testCaseId, attempt: 0 } },
    ...statuses.map((status) => ({
      testStepFinished: { testCaseStartedId: id, testStepId: 'x', testStepResult: { status, duration: { seconds: 0, nanos: 1 } } },
    })),
    { testCaseFinished: { testCaseStartedId: id, willBeRetried } },
  ];
  const finished = { testRunFinished: { success: true, timestamp: { seconds: 1795168801, nanos: 0 } } };
  const ndjson = (...envelopes: readonly object[]): string =>
    [...start, ...envelopes].map((envelope) => JSON.stringify(envelope)).join('\n') + '\n';
  const FEATURE = 'features/cart.feature | Cart > ';

  for (const [what, envelopes, results] of [
    ['passed', attempt('1', 'c1', ['PASSED', 'PASSED']), [`passed ${FEATURE}a`]],
    ['failed', attempt('1', 'c1', ['PASSED', 'FAILED', 'SKIPPED']), [`failed ${FEATURE}a`]],
    ['pending', attempt('1', 'c1', ['PENDING']), [`skipped ${FEATURE}a`]],
    ['undefined', attempt('1', 'c1', ['UNDEFINED']), [`skipped ${FEATURE}a`]],
    ['empty', attempt('1', 'c1', []), [`skipped ${FEATURE}a`]],
    ['in a rule', attempt('1', 'c2', ['PASSED']), [`passed ${FEATURE}Full > b`]],
    ['tried twice', [...attempt('1', 'c1', ['FAILED'], true), ...attempt('2', 'c1', ['PASSED'])], [`passed ${FEATURE}a`]],
    [
      'a row that failed',
      [...attempt('1', 'c1', ['FAILED']), ...attempt('2', 'c1', ['PASSED'])],
      [`failed ${FEATURE}a`, `passed ${FEATURE}a`],
    ],
    [
      'run though a hook around the run threw',
      [...attempt('1', 'c1', ['PASSED']), { testRunHookFinished: { testRunHookStartedId: 'h', result: { status: 'FAILED' } } }],
      [`passed ${FEATURE}a`, 'failed whole file features/cart.feature | '],
    ],
    [
      'in a file that cannot be parsed',
      [{ parseError: { source: { uri: 'features/b.feature' }, message: 'x' } }],
      ['failed whole file features/b.feature | '],
    ],
  ] as const) {
    it(`tell a scenario that is ${what}`, () => {
      assert.deepEqual(resultsOf(ndjson(...envelopes, finished)), results);
      assert.deepEqual(problemsOf(ndjson(...envelopes, finished)), []);
    });
  }

  it('say when the run began, and that it was stopped', () => {
    assert.equal(evidenceOf(ndjson(finished)).time, 1795168800000);
    const cut = ndjson(...attempt('1', 'c1', ['PASSED']), ...attempt('2', 'c2', ['PASSED']).slice(0, 2));
    assert.deepEqual(resultsOf(cut), [`passed ${FEATURE}a`]);
    assert.match(problemsOf(cut).join(), /was stopped before its end/u);
  });
});
