import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { fakeCommand, PullRequest, REPOSITORY, runScript } from '../support/ci.ts';
import type { ScriptResult } from '../support/ci.ts';
import { recordedAction } from '../support/recordedCli.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(`${REPOSITORY}action.yml`, 'utf8'));

/** What `${{ … }}` gives for the few expressions that the action uses. */
function evaluate(text: string, inputs: Readonly<Record<string, string>>, outputs: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ ([^}]+) \}\}/gu, (_, expression: string) => {
    const [, input] = /^inputs\.([\w-]+)$/u.exec(expression) ?? [];
    const [, output] = /^steps\.run\.outputs\.([\w-]+)$/u.exec(expression) ?? [];
    if (input !== undefined) return inputs[input] ?? evaluate(action.inputs[input]?.default ?? assert.fail(`no input ${input}`), {}, {});
    if (output !== undefined) return outputs[output] ?? '';
    if (expression === 'github.token') return 'token-of-the-job';
    return assert.fail(`an expression that this test does not know: ${expression}`);
  });
}

/** The steps that a runner would run, one after the other; those of other actions are only named. */
async function runAction(
  pull: PullRequest,
  inputs: Readonly<Record<string, string>> = {},
  environment: Record<string, string> = pull.environment(),
) {
  const results: ScriptResult[] = [];
  const uses: string[] = [];
  for (const step of action.runs.steps) {
    const outputs = results.length ? pull.outputs : {};
    const [, left = '', comparison = '', right = ''] = /^(\S+) (==|!=) '(.*)'$/u.exec(step.if ?? '') ?? [];
    if (step.if !== undefined && (evaluate(`\${{ ${left} }}`, inputs, outputs) === right) !== (comparison === '==')) continue;
    if (step.uses !== undefined) {
      uses.push(`${step.uses} ${evaluate(JSON.stringify(step.with), inputs, outputs)}`);
      continue;
    }
    assert.equal(step.shell, 'bash');
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, inputs, outputs)]));
    results.push(
      await runScript(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], pull.sandbox.root, {
        ...environment,
        ...env,
      }),
    );
  }
  return { results, uses, first: results[0], exit: results.at(-1)?.code };
}

describe('the GitHub action', function () {
  let pull: PullRequest;

  before(async () => {
    pull = new PullRequest();
    pull.action = await recordedAction(pull.sandbox.path('.git/action'));
  });
  after(() => pull.sandbox.remove());

  // @verifies RT-9.2/AC1~d31605
  it('annotates findings, sums up what the branch did, and ends as check does', async () => {
    const { first, exit, results } = await runAction(pull);
    assert.deepEqual({ code: first?.code, stderr: first?.stderr, exit, steps: results.length }, { code: 0, stderr: '', exit: 1, steps: 3 });
    assert.match(results[1]?.stdout ?? '', /^::error file=docs\/launch\.md,line=\d+,[^\n]*title=IP-1\.1\/AC\d is broken::/u);
    assert.match(first?.stdout ?? '', /^::error file=src\/orders\.ts,line=4,/u);
    assert.match(pull.summary, /## Requirements\n\n❌ 2 broken[^]*## Coverage\n/u);
    assert.match(pull.summary, /Met: 1 of 4 before \(25 %\), 0 of 5 after/u);
    assert.match(
      pull.summary,
      /\[docs\/launch\.md:\d+\]\(https:\/\/github\.com\/owner\/shop\/blob\/[0-9a-f]{40}\/docs\/launch\.md#L\d+\)/u,
    );
    const { report: _report, 'branch-annotations': _annotations, ...outputs } = pull.outputs;
    assert.deepEqual(outputs, { 'exit-code': '1', sarif: '', base: pull.base, 'gate-annotations': '' });
  });

  it('writes a file for code scanning where it is asked to', async () => {
    const { uses } = await runAction(pull, { sarif: 'true', root: '.' });
    assert.match(uses.join(), /^github\/codeql-action\/upload-sarif@v4 /u);
    const file = pull.outputs['sarif'] ?? '';
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).version, '2.1.0');
    assert.match(uses.join(), new RegExp(`"sarif_file":"${file}","category":"reqtrace/\\."`, 'u'));
    assert.deepEqual((await runAction(pull)).uses, []);
  });

  it('fails at the severity that it is given', async () => {
    assert.equal((await runAction(pull, { 'fail-on': 'never' })).exit, 0);
  });

  for (const [gate, exit, says] of [
    ['known-debt', 0, '✅ holds'],
    ['release', 1, '❌ does not hold'],
    ['merge', 1, '❌ does not hold'],
    ['proof', 2, '⚠️ could not be decided'],
    ['nowhere', 2, '⚠️ could not be decided'],
  ] as const) {
    it(`ends with ${exit} for the gate ${gate}, whatever else is found, and says why`, async () => {
      const run = await runAction(pull, { gate });
      assert.equal(run.exit, exit);
      assert.match(pull.summary, new RegExp(`^## Gate ${gate}: ${says}\n\n\`\`\`text\n[^]+\n\`\`\`\n\n<!--`, 'u'));
    });
  }

  for (const [gate, exit] of [
    ['known-debt', 1],
    ['proof', 2],
  ] as const)
    it(`ends with ${exit} for the gate ${gate} where errors are to fail as well`, async () => {
      assert.equal((await runAction(pull, { gate, 'fail-on': 'error' })).exit, exit);
    });

  it('says in the summary why it could not run', async () => {
    assert.equal((await runAction(pull, { root: 'nowhere' })).exit, 2);
    assert.match(pull.summary, /^## ReqTrace could not run\n\n```text\nreqtrace: No such folder: nowhere\n```\n$/u);
  });

  it('compares with the base that it is given, and says so where it cannot', async () => {
    await runAction(pull, { base: 'HEAD' });
    assert.match(pull.summary, /No requirement changed/u);
    const { first, exit } = await runAction(pull, { base: 'no-such-revision' });
    assert.match(first?.stdout ?? '', /^::warning title=reqtrace::.*no-such-revision/mu);
    assert.match(pull.summary, /# Requirements coverage/u);
    assert.equal(exit, 1);
  });

  it('says that a clone is too shallow to compare', async () => {
    const environment = pull.environment({ pull_request: { number: 7, base: { sha: 'f'.repeat(40) }, head: { sha: 'e'.repeat(40) } } });
    const { first } = await runAction(pull, {}, environment);
    assert.match(first?.stdout ?? '', /^::warning title=reqtrace::The clone is too shallow .*fetch-depth: 0/mu);
  });

  for (const [what, event, exit] of [
    ['a pull request', { pull_request: { number: 7, base: { sha: 'f'.repeat(40) }, head: { sha: 'e'.repeat(40) } } }, 2],
    ['a merge group', { merge_group: { base_sha: 'f'.repeat(40) } }, 2],
    ['a forced push', { before: 'f'.repeat(40) }, 0],
  ] as const) {
    it(`ends with ${exit} for a gate over everything where the base of ${what} is not in the clone`, async () => {
      const { first, exit: ended } = await runAction(pull, { gate: 'known-debt' }, pull.environment(event));
      assert.equal(ended, exit, first?.stdout);
      if (exit) assert.match(pull.summary, /^## Gate known-debt: ⚠️ could not be decided[^]*There is no revision f{40}/u);
    });
  }

  it('compares a push with what was there before it', async () => {
    await runAction(pull, {}, pull.environment({ before: pull.base }));
    assert.equal(pull.outputs['base'], pull.base);
    await runAction(pull, {}, pull.environment({ before: '0'.repeat(40) }));
    assert.equal(pull.outputs['base'], '');
  });

  it('runs the version that it is given through npx, and nothing else', async () => {
    const environment = { ...pull.environment(), PATH: fakeCommand(pull.sandbox, 'npx', 'echo "npx $*" >&2') };
    const { first } = await runAction(pull, { version: '1.2.3' }, environment);
    assert.match(first?.stderr ?? '', /^npx --yes reqtrace@1\.2\.3 check --root \. --format github --fail-on error --base [0-9a-f]+$/mu);
    const refused = await runAction(pull, { version: '1; touch taken' }, environment);
    assert.notEqual(refused.first?.code, 0);
    assert.ok(!existsSync(pull.sandbox.path('taken')));
  });

  // @verifies RT-9.2/AC2~89fd6f
  it('takes nothing that an input says for a command', async () => {
    for (const name of ['root', 'base', 'gate', 'fail-on'])
      await runAction(pull, { [name]: '$(touch taken); `touch taken` " \' && touch taken' });
    assert.ok(!existsSync(pull.sandbox.path('taken')));
  });

  it('only uses inputs that it declares, and each of them', () => {
    const text = JSON.stringify(action.runs);
    const used = new Set(Array.from(text.matchAll(/inputs\.([\w-]+)/gu), ([, name = '']) => name));
    assert.deepEqual([...used].sort(), Object.keys(action.inputs).sort());
    for (const step of action.runs.steps) assert.doesNotMatch(step.run ?? '', /\$\{\{/u);
  });

  describe('its comment', () => {
    let server: Server;
    let requests: { method: string; path: string; body?: string; authorization?: string }[];
    let answer: (method: string, path: string) => { readonly status: number; readonly data: unknown };

    before(async () => {
      server = createServer((request, response) => {
        let text = '';
        request.on('data', (data: Buffer) => {
          text += data.toString();
        });
        request.on('end', () => {
          const { method = '', url = '', headers } = request;
          requests.push({
            method,
            path: url,
            ...(text && { body: JSON.parse(text).body }),
            ...(headers.authorization && { authorization: headers.authorization }),
          });
          const { status, data } = answer(method, url);
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
        });
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
    });
    after(() => server.close());

    const comment = async (given: typeof answer, event?: object): Promise<ScriptResult | undefined> => {
      requests = [];
      answer = given;
      const { results } = await runAction(
        pull,
        { comment: 'true' },
        { ...pull.environment(event), GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      );
      return results.at(-2);
    };
    const others = Array.from({ length: 100 }, (_, id) => ({ id, body: 'hello', user: { type: 'User', login: 'someone' } }));
    const list = '/repos/owner/shop/issues/7/comments';

    it('is made once', async () => {
      const result = await comment((method, path) =>
        path === '/user' ? { status: 403, data: {} } : { status: method === 'POST' ? 201 : 200, data: method === 'POST' ? {} : [] },
      );
      assert.deepEqual({ code: result?.code, stdout: result?.stdout }, { code: 0, stdout: '' });
      assert.deepEqual(
        requests.map(({ method, path }) => `${method} ${path}`),
        ['GET /user', `GET ${list}?per_page=100&page=1`, `POST ${list}`],
      );
      assert.match(requests[2]?.body ?? '', /^<!-- reqtrace comment: "\." -->\n[^]*## Requirements\n\n❌ 2 broken/u);
      assert.equal(requests[2]?.authorization, 'Bearer token-of-the-job');
    });

    it('is rewritten afterwards, on whatever page it stands, and no other is', async () => {
      const marked = '<!-- reqtrace comment: "." -->\nold';
      await comment((_, path) => {
        if (path === '/user') return { status: 403, data: {} };
        if (path.endsWith('page=1'))
          return { status: 200, data: others.with(3, { id: 3, body: marked, user: { type: 'User', login: 'someone' } }) };
        return {
          status: 200,
          data: path.endsWith('page=2') ? [{ id: 555, body: marked, user: { type: 'Bot', login: 'github-actions[bot]' } }] : {},
        };
      });
      assert.deepEqual(
        requests.slice(3).map(({ method, path }) => `${method} ${path}`),
        ['PATCH /repos/owner/shop/issues/comments/555'],
      );
    });

    it('is known by its author where the token belongs to a person', async () => {
      const marked = '<!-- reqtrace comment: "." -->\nold';
      await comment((_, path) =>
        path === '/user'
          ? { status: 200, data: { login: 'me' } }
          : {
              status: 200,
              data: [
                { id: 4, body: marked, user: { type: 'Bot', login: 'other[bot]' } },
                { id: 5, body: marked, user: { type: 'User', login: 'me' } },
              ],
            },
      );
      assert.equal(requests.at(-1)?.path, '/repos/owner/shop/issues/comments/5');
    });

    it('fails nothing where the token may not write', async () => {
      const result = await comment(() => ({ status: 403, data: {} }));
      assert.equal(result?.code, 0);
      assert.match(
        result.stdout,
        /^::warning title=reqtrace::No comment on the pull request: GET \S+ answered 403\..*pull-requests: write/u,
      );
    });

    it('is not tried without a pull request', async () => {
      assert.match((await comment(() => ({ status: 200, data: [] }), { before: pull.base }))?.stdout ?? '', /^No pull request/u);
      assert.deepEqual(requests, []);
    });
  });
});
