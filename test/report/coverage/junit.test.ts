import assert from 'node:assert/strict';
import { renderJUnit } from '../../../src/report/coverage/junit.ts';
import { assertGolden } from '../../support/golden.ts';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';
import { readXml } from '../../support/report/xml.ts';

describe('JUnit report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.junit.xml', renderJUnit(sampleIndex()));
  });

  it('has a case for each criterion: failed while it is open, skipped where it is waived or exempt', () => {
    const cases = readXml(renderJUnit(sampleIndex())).filter(({ path }) => path.includes('testcase'));
    const outcomes = cases.flatMap(({ path, attributes }) =>
      path.endsWith('testcase') ? [] : [`${path.split('/').at(-1)} ${attributes['message']}`],
    );
    assert.equal(cases.filter(({ path }) => path.endsWith('/testcase')).length, 6);
    assert.deepEqual(outcomes, [
      'failure unmet: no implementation, no test',
      'failure stale: the text changed since it was pinned',
      'skipped exempt',
      'skipped waived: measured by hand',
    ]);
  });

  it('counts what it holds', () => {
    const elements = readXml(renderJUnit(sampleIndex(), sampleIndex().allFindings()));
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
    const cases = readXml(renderJUnit(emptyIndex(), findings)).filter(({ path }) => path === 'testsuites/testsuite/testcase');
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
