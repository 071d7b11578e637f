import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readEvidence } from '../../../../src/formats/evidence/readEvidence.ts';

const RESULTS = 'test/fixtures/results';

describe('the runner of JUnit XML', () => {
  for (const [runner, expected] of [
    ['vitest', 'Vitest'],
    ['jest', 'Jest'],
    ['pytest', 'pytest'],
    ['mocha', 'Mocha'],
    ['mocha-junit-reporter', 'Mocha'],
    ['bun', 'Bun'],
    ['deno', 'Deno'],
    ['tap', 'tap'],
    ['rspec', 'RSpec'],
    ['cucumber', 'Cucumber'],
    ['minitest', 'Minitest'],
    ['luaunit', 'LuaUnit'],
    ['surefire', 'Surefire'],
    ['doctest', 'doctest'],
    // What they write has no name of theirs.
    ['gtest', undefined],
    ['phpunit', undefined],
    ['node', undefined],
  ] as const)
    it(`${runner} is told from what it really wrote`, () => {
      const folder = readdirSync(RESULTS).find((name) => name.startsWith(`${runner}@`)) ?? assert.fail(runner);
      const text = readFileSync(path.join(RESULTS, folder, 'junit.xml'), 'utf8');
      const file = readEvidence('junit.xml', text, 0);
      assert.deepEqual([file.format, file.runner], ['JUnit XML', expected]);
    });

  for (const [what, xml] of [
    ['a name in a test', '<testsuites><testsuite name="a"><testcase name="vitest tests" classname="pytest"/></testsuite></testsuites>'],
    ['a name of a later suite', '<testsuites><testsuite name="a"/><testsuite name="pytest"/></testsuites>'],
    ['another attribute', '<testsuites hostname="pytest"><testsuite name="a" package="rspec"/></testsuites>'],
    ['an empty file', '<testsuites/>'],
  ] as const)
    it(`is not taken from ${what}`, () => assert.equal(readEvidence('junit.xml', xml, 0).runner, undefined));
});
