import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fakeCommand, PullRequest, REPOSITORY, runScript } from '../support/ci.ts';
import { recordedCommand } from '../support/recordedCli.ts';

interface Template {
  readonly reqtrace: {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
  };
}

const { reqtrace: job }: Template = parse(readFileSync(`${REPOSITORY}ci/gitlab.yml`, 'utf8'));

describe('the GitLab template', () => {
  let pull: PullRequest;
  let path: string;

  before(async () => {
    pull = new PullRequest();
    const reqtrace = await recordedCommand(pull.sandbox.path('.git/action'));
    path = fakeCommand(pull.sandbox, 'npx', `echo "$1 $2" > '${pull.sandbox.path('.git/npx')}'; shift 2; exec ${reqtrace} "$@"`);
  });
  after(() => pull.sandbox.remove());

  const run = (variables: Readonly<Record<string, string>> = {}) =>
    runScript(['sh', '-e', '-c', job.script.join('\n')], pull.sandbox.root, {
      ...job.variables,
      REQTRACE_VERSION: '1.2.3',
      PATH: path,
      ...variables,
    });

  // @verifies RT-9.2/AC3~7a7789
  it('makes the reports that it hands in, and ends as check does', async () => {
    const { code, stdout, stderr } = await run();
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    assert.match(stdout, /unknown-reference/u);
    assert.equal(readFileSync(pull.sandbox.path('.git/npx'), 'utf8'), '--yes reqtrace@1.2.3\n');
    for (const file of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)])
      assert.ok(existsSync(pull.sandbox.path(file)), file);
    const entries: readonly { readonly check_name: string; readonly location: { readonly path: string } }[] = JSON.parse(
      readFileSync(pull.sandbox.path(job.artifacts.reports['codequality'] ?? ''), 'utf8'),
    );
    assert.equal(entries.find(({ check_name: name }) => name === 'unknown-reference')?.location.path, 'src/orders.ts');
  });

  for (const [variables, code] of [
    [{ REQTRACE_FAIL_ON: 'never' }, 0],
    [{ REQTRACE_FAIL_ON: 'information' }, 1],
    [{ REQTRACE_ROOT: 'nowhere' }, 2],
    [{ REQTRACE_VERSION: '', REQTRACE_FAIL_ON: 'never' }, 2],
    [{ REQTRACE_GATE: 'known-debt' }, 0],
    [{ REQTRACE_GATE: 'known-debt', REQTRACE_FAIL_ON: 'error' }, 1],
    [{ REQTRACE_GATE: 'release' }, 1],
    [{ REQTRACE_GATE: 'proof' }, 2],
    [{ REQTRACE_GATE: 'proof', REQTRACE_FAIL_ON: 'error' }, 2],
    [{ REQTRACE_GATE: 'nowhere' }, 2],
    [{ REQTRACE_GATE: 'known-debt', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'f'.repeat(40) }, 2],
    [{ REQTRACE_GATE: 'merge', REQTRACE_BASE: 'HEAD' }, 0],
    [{ REQTRACE_GATE: 'merge', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' }, 1],
    [{ REQTRACE_GATE: 'merge', CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' }, 1],
    [{ REQTRACE_GATE: 'merge', CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'HEAD', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' }, 0],
  ] as const) {
    it(`ends with ${code} for ${JSON.stringify(variables)}`, async () => assert.equal((await run(variables)).code, code));
  }
});
