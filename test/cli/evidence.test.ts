import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const TITLE = 'classname="IP-1.1 AC1 confirms an order" name="IP-1.1 AC1 confirms an order"';
const run = (timestamp: string, inner = ''): string =>
  `<testsuites timestamp="${timestamp}"><testsuite name="IP-1.1"><testcase ${TITLE}>${inner}</testcase></testsuite></testsuites>`;
const FAILED = run('2026-11-20T10:00:00Z', '<failure/>');
const PASSED = run('2026-11-20T11:00:00Z');

describe('reqtrace with results of tests', () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.remove());

  /** The project with its code older than any run of the tests. */
  function project(files: Readonly<Record<string, string>> = {}): Sandbox {
    sandbox = new Sandbox({ ...PROJECT, ...files });
    const before = new Date('2026-11-19T00:00:00Z');
    for (const name of Object.keys(PROJECT)) utimesSync(sandbox.path(name), before, before);
    return sandbox;
  }

  it('fails a check and shows the test where one failed', async () => {
    const { code, stdout } = await project({ 'junit.xml': FAILED }).run(['check', '--today', '2026-11-21']);
    assert.equal(code, 1);
    assert.match(stdout, /IP-1\.1\/AC1 is failing: "AC1 confirms an order" failed in the latest test results/u);
    assert.match(stdout, /test\/orders\.test\.ts:2:\d+ This test failed/u);
    assert.match(stdout, /junit\.xml:1:1 Results of the run/u);
  });

  it('shows the proof of a criterion and the results of its tests', async () => {
    const { stdout } = await project({ 'junit.xml': PASSED }).run(['show', 'IP-1.1/AC1']);
    assert.match(stdout, /Proof +proven\n/u);
    assert.match(stdout, /verifies .* passed 2026-11-20 11:00 UTC/u);
    const missing = await sandbox.run(['show', 'IP-1.1/AC2']);
    assert.match(missing.stdout, /Proof +unproven\n/u);
  });

  it('says nothing of proof where there are no results', async () => {
    assert.doesNotMatch((await project().run(['show', 'IP-1.1/AC1'])).stdout, /Proof/u);
  });

  it('takes files from the command line, and of several the newest', async () => {
    project({ 'ci/ubuntu-20261120-1000.out': FAILED, 'ci/ubuntu-20261120-1100.out': PASSED, 'ci/windows.out': FAILED });
    const status = async (...files: string[]): Promise<string> => {
      const { code, stdout } = await sandbox.run(
        ['list', '--root', '..', '--format', 'json', ...files.flatMap((file) => ['--evidence', file])],
        { cwd: 'ci' },
      );
      assert.equal(code, 0);
      const { items } = JSON.parse(stdout) as { items: readonly { id: string; status: string; proof: string }[] };
      const item = items.find(({ id }) => id === 'IP-1.1/AC1');
      return `${item?.status} ${item?.proof}`;
    };
    assert.equal(await status(), 'met unknown');
    const [early, late] = ['ubuntu-20261120-1000.out', 'ubuntu-20261120-1100.out'];
    assert.equal(await status(early), 'failing unproven');
    assert.equal(await status(early, late), 'met proven');
    assert.equal(await status(late, early), 'met proven');
    assert.equal(await status(late, 'windows.out'), 'failing unproven', 'another platform of the same run');
  });

  it('cannot run with a file that is not there', async () => {
    const { code, stderr } = await project().run(['report', '--evidence', 'none.xml']);
    assert.equal(code, 2);
    assert.match(stderr, /No such file with test results: .*none\.xml/u);
  });

  it('tells other tools of results in the JSON report', async () => {
    const { stdout } = await project({ 'junit.xml': FAILED }).run(['report', '--format', 'json', '--today', '2026-11-21']);
    const [requirement] = (
      JSON.parse(stdout) as {
        requirements: readonly { status: string; criteria: readonly { proof: string; outdated: boolean; links: readonly object[] }[] }[];
      }
    ).requirements;
    assert.equal(requirement?.status, 'failing');
    const [criterion] = requirement.criteria;
    assert.deepEqual([criterion?.proof, criterion?.outdated], ['unproven', false]);
    assert.deepEqual(
      criterion?.links.map((link) => ('result' in link ? link.result : undefined)),
      [null, { outcome: 'failed', file: 'junit.xml', time: '2026-11-20T10:00:00.000Z' }],
    );
  });
});
