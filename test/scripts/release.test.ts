import assert from 'node:assert/strict';
import { lacksOf, withoutRun } from '../../scripts/release/lacks.ts';
import type { ReleaseState } from '../../scripts/release/lacks.ts';

const READY: ReleaseState = {
  version: '0.2.0',
  changelog: '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- New\n\n## 0.1.0\n',
  readme: '# ReqTrace\n',
  repository: 'https://example.org/o/r',
  tags: ['v0.1.0'],
  changed: '',
  dead: [],
  gate: 0,
  reportCurrent: true,
};

describe('what a release still needs', () => {
  const cases: readonly (readonly [what: string, state: Partial<ReleaseState>, lack: RegExp])[] = [
    ['a version', { version: '0.2.0-rc.1' }, /not one of three numbers/u],
    ['a heading of its changes', { version: '0.2.1' }, /first heading of CHANGELOG\.md is not "## 0\.2\.1"/u],
    ['a day', { changelog: '# Changelog\n\n## 0.2.0 (not released yet)\n' }, /put the day in place/u],
    ['a version of its own', { tags: ['v0.2.0'] }, /has the tag v0\.2\.0/u],
    ['an address', { repository: undefined }, /no "repository"/u],
    ['a shorter README', { readme: 'word '.repeat(901) }, /has 902 words/u],
    ['a picture', { dead: ['README.md: media/a.png'] }, /README\.md: media\/a\.png/u],
    ['a gate that holds', { gate: 1 }, /does not hold/u],
    ['results of its tests', { gate: 2 }, /cannot be decided: run npm test/u],
    ['its report', { reportCurrent: false }, /docs\/self\.html/u],
    ['a commit', { changed: ' M README.md\n' }, /not everything is committed:\n {4} M README\.md$/u],
  ];
  for (const [what, state, lack] of cases)
    it(`is ${what}`, () => {
      const lacks = lacksOf({ ...READY, ...state });
      assert.match(lacks.join('\n'), lack);
    });

  it('is nothing where all is there', () => assert.deepEqual(lacksOf(READY), []));
});

it('a report differs from another by more than its run', () => {
  const report = (commit: string, time: string, status: string): string => `<p>${commit} ${time}</p><td>${status}</td>`;
  const one = report('0123456789abcdef0123456789abcdef01234567', '2026-11-20 10:00 UTC', 'met');
  assert.equal(withoutRun(one), withoutRun(report('89abcdef0123456789abcdef0123456789abcdef', '2026-12-01 11:30 UTC', 'met')));
  assert.notEqual(withoutRun(one), withoutRun(report('89abcdef0123456789abcdef0123456789abcdef', '2026-12-01 11:30 UTC', 'unmet')));
});
