import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const FILE = '/repo/test/a.test.js';
const ON_FILE: Texts = { 'test/a.test.js': "// @verifies IP-1/AC1\n\nimport './setup.js';\n\ntest('works', () => {});\n" };
const node = (outcome: string, name: string, file = FILE): string => `${outcome} classname="test" name="${name}" file="${file}"`;
const tap = (line: string): string => `TAP version 13\n# Subtest: ${FILE}\n${line}\n1..1\n`;

/** What was written, of which tests, and what a link on the file gets: node --test calls a file passed that ended with 0 before a test in it ran. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: Texts, outcome: string])[] = [
  ['a file that ended early', ON_FILE, { 'junit.xml': junit(node('passed', FILE)) }, 'nothing'],
  ['a file that ended early, of Node 20', ON_FILE, { 'junit.xml': junit(`passed classname="test" name="${FILE}"`) }, 'nothing'],
  ['a file that ended early, below', ON_FILE, { 'junit.xml': junit(node('passed', 'test/a.test.js', 'test/a.test.js')) }, 'nothing'],
  [
    'a file that ended early, of Windows',
    ON_FILE,
    { 'junit.xml': junit(String.raw`passed classname="test" name="C:\repo\test\a.test.js"`) },
    'nothing',
  ],
  ['a file that ended early, in TAP', ON_FILE, { 'results.tap': tap(`ok 1 - ${FILE}`) }, 'nothing'],
  [
    'a file that ended early, behind a failure',
    ON_FILE,
    { 'a/junit.xml': junit(node('failed', 'works')), 'b/junit.xml': junit(node('passed', FILE)) },
    'failed',
  ],
  ['a file that failed', ON_FILE, { 'junit.xml': junit(node('failed', FILE)) }, 'failed'],
  ['a file that failed, in TAP', ON_FILE, { 'results.tap': tap(`not ok 1 - ${FILE}`) }, 'failed'],
  ['a test in it', ON_FILE, { 'junit.xml': junit(node('passed', 'works')) }, 'passed'],
  ['a test in it, beside the file', ON_FILE, { 'junit.xml': junit(node('passed', 'works'), node('passed', FILE)) }, 'passed'],
  [
    'a file of TypeScript that ended early',
    { 'test/a.test.mts': '// @verifies IP-1/AC1\n\nfoo();\n' },
    { 'junit.xml': junit(node('passed', '/repo/test/a.test.mts', '/repo/test/a.test.mts')) },
    'nothing',
  ],
  [
    'a file of another language, which is the test',
    { 'test/a.test.php': '<?php\n// @verifies IP-1/AC1\n\nfoo();\n' },
    { 'junit.xml': junit('passed classname="x" name="test/a.test.php" file="test/a.test.php"') },
    'passed',
  ],
];

describe('a result of a whole file', () => {
  for (const [what, tests, reports, outcome] of CASES)
    it(`says ${outcome} for ${what}`, () => assert.equal(linkResults(tests, reports), `AC1 ${outcome}`));
});
