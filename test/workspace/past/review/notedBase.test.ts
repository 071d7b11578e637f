import assert from 'node:assert/strict';
import { notedBase } from '../../../../src/workspace/past/review/bases.ts';

describe('the base of a pull request in the configuration of git', () => {
  for (const [configuration, base] of [
    ['', undefined],
    ['branch.fix.github-pr-base-branch\nacme#shop#release/2\0', 'release/2'],
    ['branch.fix.github-pr-base-branch\nacme#shop#odd#name\0', 'odd#name'],
    ['branch.fix.gh-merge-base\ntrunk\0', 'trunk'],
    ['branch.fix.gh-merge-base\ntrunk\0branch.fix.github-pr-base-branch\nacme#shop#main\0', 'main'],
    ['branch.other.gh-merge-base\ntrunk\0', undefined],
    ['branch.fix.github-pr-base-branch\nacme#shop\0', undefined],
    ['branch.fix.gh-merge-base\n\0', undefined],
    ['branch.fix.gh-merge-base\0', undefined],
  ] as const) {
    it(JSON.stringify(configuration), () => assert.equal(notedBase(configuration, 'fix'), base));
  }
});
