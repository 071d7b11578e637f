import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { EvidenceFile } from '../../../src/model/evidence.ts';
import { resultFiles, resultText } from '../../support/runnerLinks.ts';

/** At so many places each file is cut off. */
const CUTS = 30;

/** Writes a file for each feature; those of one run stand one behind the other here, so that a cut between two cannot be told. */
const SEVERAL = /^behave@/u;

/** Which tests ended how; how long they took may be in the part that is cut off. */
const spelt = ({ results }: EvidenceFile): string[] =>
  results.map(({ failure: _failure, duration: _duration, ...result }) => JSON.stringify(result));

/** The file cut off at a place, and what a reader makes of it that the whole file does not say. */
function wrongIn(path: string, text: string): string[] {
  const whole = spelt(readEvidence(path, text, 0));
  return Array.from({ length: CUTS - 1 }, (_, at) => Math.floor((text.length * (at + 1)) / CUTS)).flatMap((end) => {
    const cut = readEvidence(path, text.slice(0, end), 0);
    const proven = spelt(cut).filter((one) => one.includes('"outcome":"passed"') && !whole.includes(one));
    const isSilent = cut.lost === undefined && spelt(cut).join('\n') !== whole.join('\n');
    return [...proven.map((one) => `${end}: ${one}`), ...(isSilent ? [`${end}: nothing is lost`] : [])];
  });
}

describe('results that are cut off', () => {
  for (const one of resultFiles()) {
    const text = resultText(one);
    if (!SEVERAL.test(one.name))
      // @verifies RT-3.2/AC6~fa4c04
      it(`prove nothing new and are told: ${one.name}/${one.file}`, () => assert.deepEqual(wrongIn(one.file, text), []));
  }
});

describe('results with a mark of the encoding', () => {
  it('are read as without', () => {
    const wrong = resultFiles().filter((one) => {
      const [path, text] = [one.file, resultText(one)];
      return spelt(readEvidence(path, `\uFEFF${text}`, 0)).join('\n') !== spelt(readEvidence(path, text, 0)).join('\n');
    });
    assert.deepEqual(wrong, []);
  });
});

describe('results with marks of a merge conflict', () => {
  const conflict = (one: string, other: string): string => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> work\n`;
  const suite = (inner: string): string => `<testsuite name="s">\n${inner}</testsuite>\n`;
  const CASE = '<testcase name="a"/>';
  const cases: readonly [what: string, text: string, lost: boolean][] = [
    ['around a whole file', conflict(suite(CASE), suite(CASE)), true],
    ['within one', suite(conflict(CASE, CASE)), true],
    ['in TAP', `TAP version 13\n1..1\n${conflict('ok 1 - a', 'not ok 1 - a')}`, true],
    ['of git with CRLF', suite(conflict(CASE, CASE)).replaceAll('\n', '\r\n'), true],
    ['that a test printed', suite(`${CASE}<system-out><![CDATA[\n${conflict('one', 'other')}]]></system-out>`), false],
    ['without an end', suite(`${CASE}<system-out><![CDATA[\n<<<<<<< HEAD\n<testcase/>]]></system-out>`), false],
  ];
  for (const [what, text, lost] of cases)
    it(`${lost ? 'lose something' : 'are whole'} ${what}`, () => assert.equal(readEvidence('junit.xml', text, 0).lost !== undefined, lost));
});
