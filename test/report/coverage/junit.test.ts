import assert from 'node:assert/strict';
import type { IndexView } from '../../../src/index/view.ts';
import type { Gate, GateMeasure } from '../../../src/model/gate.ts';
import { evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../../src/query/gates/scope.ts';
import type { GateVerdict } from '../../../src/query/gates/verdict.ts';
import { renderJUnit } from '../../../src/report/coverage/junit.ts';
import type { JUnitOptions } from '../../../src/report/coverage/junit.ts';
import { assertGolden } from '../../support/golden.ts';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';
import { readXml } from '../../support/report/xml.ts';

function gateOver(view: IndexView, max: Readonly<Partial<Record<GateMeasure, number>>>): GateVerdict {
  const limits = Object.entries(max).map(([measure, value]) => [measure, { value, percent: false }]);
  const gate: Gate = { scope: 'all', max: Object.fromEntries(limits), min: {}, forbid: [] };
  return evaluateGate(view, { name: 'merge', gate, scope: EVERYTHING });
}

describe('JUnit report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.junit.xml', renderJUnit(sampleIndex()));
  });

  const outcomes = (options: JUnitOptions): string[] =>
    readXml(renderJUnit(sampleIndex(), options)).flatMap(({ path, attributes }) =>
      /testcase.+/u.test(path) ? [`${path.split('/').at(-1)} ${attributes['message']}`] : [],
    );

  // @verifies RT-9.1/AC9~49ed31
  it('has a case for each criterion, skipped while it is open and where it is waived or exempt', () => {
    const cases = readXml(renderJUnit(sampleIndex())).filter(({ path }) => path.endsWith('/testcase'));
    assert.equal(cases.length, 6);
    assert.deepEqual(outcomes({}), [
      'skipped unmet: no implementation and no test',
      'skipped stale: the text changed since it was pinned',
      'skipped exempt',
      'skipped waived: measured by hand',
    ]);
  });

  it('has open criteria fail where a gate or a finding says so, and no others', () => {
    const gate = gateOver(sampleIndex(), { unmet: 0, stale: 0 });
    assert.deepEqual(outcomes({ gate }), [
      'failure unmet: no implementation and no test',
      'failure stale: the text changed since it was pinned',
      'skipped exempt',
      'skipped waived: measured by hand',
      ...gate.conditions.map(({ why }) => `failure ${why}`),
    ]);
    const findings = sampleIndex().allFindings();
    const told = outcomes({ findings, fails: ({ code }) => code === 'stale-link' });
    assert.deepEqual(
      told.filter((outcome) => outcome.startsWith('failure')).map((outcome) => outcome.slice(0, 14)),
      ['failure stale:', 'failure IP-1.1'],
    );
    assert.equal(told.length, 4 + findings.length);
  });

  it('has a case for each condition of a gate, which fails where the gate cannot be decided', () => {
    const gate = gateOver(emptyIndex(), { unmet: 0 });
    assert.equal(gate.decision, 'undecided');
    const failures = readXml(renderJUnit(emptyIndex(), { gate })).filter(({ path }) => path.endsWith('/failure'));
    assert.deepEqual(
      failures.map(({ attributes }) => [attributes['type'], attributes['message']]),
      gate.conditions.map(({ decision, why }) => [decision, why]),
    );
    const held = gateOver(sampleIndex(), { unmet: 99 });
    assert.ok(renderJUnit(sampleIndex(), { gate: held }).includes('<testcase classname="gate merge" name="max unmet: 99"'));
    assert.ok(!renderJUnit(sampleIndex(), { gate: held }).includes('<failure'));
  });

  it('counts what it holds', () => {
    const elements = readXml(
      renderJUnit(sampleIndex(), { findings: sampleIndex().allFindings(), fails: ({ severity }) => severity === 'error' }),
    );
    for (const { path, attributes } of elements.filter(({ path }) => path.endsWith('testsuite') || path === 'testsuites')) {
      const inside = elements.filter((other) => (path === 'testsuites' ? true : other.suite === attributes['name']));
      const number = (tag: string): string => String(inside.filter((other) => other.path.endsWith(`/${tag}`)).length);
      assert.deepEqual(
        [attributes['tests'], attributes['failures'], attributes['skipped']],
        [number('testcase'), number('failure'), number('skipped')],
      );
    }
  });

  it('puts findings into a suite of their own', () => {
    const findings = sampleIndex().allFindings();
    const cases = readXml(renderJUnit(emptyIndex(), { findings })).filter(({ path }) => path === 'testsuites/testsuite/testcase');
    assert.deepEqual(
      cases.map(({ attributes }) => attributes['classname']),
      ['reqtrace', ...findings.map(({ code }) => code)],
    );
  });

  it('is not empty where nothing was read, which a CI would take for success', () => {
    assert.match(
      renderJUnit(emptyIndex()),
      /<testsuite name="not read" tests="1" failures="0" errors="0" skipped="1" time="0">\n {4}<testcase [^>]*name="no document defines a requirement"[^>]*>\n {6}<skipped /u,
    );
  });

  for (const text of [
    '<b> & "quotes" \'single\'',
    ']]> <!-- --> <?x?>',
    '\u0000\u0008\u001b[31mred',
    '\uD800 half',
    '\uFFFE\uFFFF',
    '&amp; &#x41;',
    'a\nb',
  ]) {
    it(`is well-formed with ${JSON.stringify(text)}`, () => {
      const index = indexOf([document('docs/a.md', [requirement('IP-1', [criterion('AC1', 1, { text })], { title: text })])]);
      const [test] = readXml(renderJUnit(index)).filter(({ path }) => path.endsWith('/testcase'));
      const shown = text
        .replaceAll('\n', ' ')
        .replaceAll(/[\u0000-\u001f]/gu, '')
        .replaceAll(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
      assert.equal(test?.attributes['name'], `IP-1/AC1 ${shown}`);
    });
  }
});
