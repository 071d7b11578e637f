import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { runCli } from '../../../src/cli/run.ts';
import { Repository } from '../../support/repository.ts';
import { bundle } from '../../support/server/bundle.ts';

const FILES: Readonly<Record<string, string>> = {
  'docs/orders.md': '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept\n- Confirmed\n',
  'src/orders.ts': '// @implements REQ-1/AC1\nexport function keep() {}\n// @implements REQ-1/AC2\nexport function confirm() {}\n',
  'test/orders.test.ts': "// @verifies REQ-1/AC1\nit('keeps', () => {});\n// @verifies REQ-1/AC2\nit('confirms', () => {});\n",
  'reqtrace.yaml': "documents: ['docs/**']\ngates: { merge: { max: { unmet: 0 } } }\n",
};

interface Answered {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function hook({ path }: Repository, args: readonly string[], event: unknown): Promise<Answered> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({ write: (text: string) => void (written[name] += text) });
  const code = await runCli(['hook', ...args], {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd: path,
    env: {},
    readInput: () => Promise.resolve(typeof event === 'string' ? event : JSON.stringify(event)),
  });
  return { code, ...written };
}

function reasonOf({ code, stdout, stderr }: Answered): string {
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  if (stdout === '') return '';
  const { decision, reason } = JSON.parse(stdout) as { readonly decision: string; readonly reason: string };
  assert.equal(decision, 'block');
  assert.ok(encode(reason).length <= 300);
  return reason;
}

describe('reqtrace hook', () => {
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository(FILES);
    repository.git(['checkout', '-q', '-b', 'work']);
  });
  afterEach(() => repository.delete());

  // @verifies RT-6.1/AC19~7bdc21
  it('lets an agent end that broke nothing', async () => {
    repository.change({ 'src/other.ts': 'export const other = 1;\n' });
    assert.equal(reasonOf(await hook(repository, ['stop'], { hook_event_name: 'Stop' })), '');
  });

  const faults: readonly (readonly [what: string, files: Readonly<Record<string, string | null>>, reason: RegExp])[] = [
    ['broke a criterion', { 'src/orders.ts': '// @implements REQ-1/AC1\nexport function keep() {}\n' }, /^1 broken:\nREQ-1\/AC2: /u],
    ['deleted a test', { 'test/orders.test.ts': null }, /^2 broken:/u],
    [
      'removed a criterion',
      { 'docs/orders.md': (FILES['docs/orders.md'] ?? '').replace('- Confirmed\n', '') },
      /^1 removed:\nREQ-1\/AC2: /u,
    ],
    [
      'switched a test off',
      { 'test/orders.test.ts': (FILES['test/orders.test.ts'] ?? '').replace("it('keeps'", "it.skip('keeps'") },
      /^1 broken:\nREQ-1\/AC1: /u,
    ],
    [
      'weakened a gate',
      { 'reqtrace.yaml': (FILES['reqtrace.yaml'] ?? '').replace('unmet: 0', 'unmet: 9') },
      /1 changed rules that may ask for less than before:\nreqtrace\.yaml:2 /u,
    ],
    ['removed the gate', { 'reqtrace.yaml': "documents: ['docs/**']\n" }, /ask for less than before:\nreqtrace\.yaml:\d+ /u],
    [
      'marked a criterion as exempt',
      { 'docs/orders.md': `${FILES['docs/orders.md'] ?? ''}\n**Needs**: none\n` },
      /waived or exempt now:\nREQ-1\/AC1: /u,
    ],
  ];
  for (const [what, files, reason] of faults)
    it(`holds an agent back that ${what}, once`, async () => {
      repository.commit(what, files);
      assert.match(reasonOf(await hook(repository, ['stop'], { cwd: repository.path, stop_hook_active: false })), reason);
      assert.equal(reasonOf(await hook(repository, ['stop'], { cwd: repository.path, stop_hook_active: true })), '');
    });

  it('holds an agent back that claims what no result shows', async () => {
    repository.change({
      'src/orders.ts': (FILES['src/orders.ts'] ?? '').replace('keep() {}', 'keep() { return 1; }'),
      'junit.xml': '<testsuite name="s"><testcase name="keeps" file="test/orders.test.ts"><skipped/></testcase></testsuite>',
    });
    assert.match(reasonOf(await hook(repository, ['stop'], {})), /claimed without proof: .*\nREQ-1\/AC1 — docs\/orders\.md:5/u);
  });

  it('holds an agent back while a report of a test that it claims cannot be read', async () => {
    repository.change({
      'src/orders.ts': (FILES['src/orders.ts'] ?? '').replace('keep() {}', 'keep() { return 1; }'),
      'junit.xml': '<testsuites><testsuite',
    });
    assert.match(reasonOf(await hook(repository, ['stop'], {})), /1 reports that cannot be read, .*:\njunit\.xml cannot be read whole: /u);
  });

  it('tells of an edited file what is wrong in it', async () => {
    repository.change({ 'src/orders.ts': '// @implements REQ-7\nexport function keep() {}\n' });
    for (const name of ['file_path', 'filePath', 'path'])
      assert.match(
        reasonOf(await hook(repository, ['edit'], { tool_input: { [name]: repository.at('src/orders.ts') } })),
        /^src\/orders\.ts:1 error unknown-reference: REQ-7/u,
      );
    const file = repository.at('src/orders.ts');
    for (const event of [
      { tool_input: { notebook_path: file } },
      { tool_input: { files: ['docs/orders.md', 'src/orders.ts'] }, cwd: repository.path },
      { tool_input: { replacements: [{ filePath: repository.at('docs/orders.md') }, { filePath: file, newString: 'x' }] } },
      { toolName: 'edit', toolArgs: JSON.stringify({ path: file }) },
      { hook_event_name: 'afterFileEdit', file_path: file, edits: [{ old_string: 'a', new_string: 'b' }] },
    ])
      assert.match(reasonOf(await hook(repository, ['edit'], event)), /^src\/orders\.ts:1 error unknown-reference: REQ-7/u);
    assert.equal(reasonOf(await hook(repository, ['edit'], { toolArgs: '{' })), '');
    assert.equal(reasonOf(await hook(repository, ['edit'], { tool_input: { file_path: repository.at('docs/orders.md') } })), '');
    assert.equal(reasonOf(await hook(repository, ['edit'], { tool_input: { file_path: '/elsewhere.ts' } })), '');
    assert.equal(reasonOf(await hook(repository, ['edit'], {})), '');
  });

  for (const [what, args, event] of [
    ['an event that is not known', ['fly'], {}],
    ['an option that is not known', ['stop', '--fly'], {}],
    ['no event', [], {}],
    ['an input that is no JSON', ['stop'], '{'],
    ['a base that is not there', ['stop', '--base', 'nowhere'], {}],
  ] as const)
    it(`never holds an agent back by ${what}`, async () => {
      const { code, stdout, stderr } = await hook(repository, args, event);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      assert.notEqual(stderr, '');
    });

  it('lets an agent end that was held back before, however its host writes that', async () => {
    repository.commit('break', { 'test/orders.test.ts': null });
    for (const held of [true, 'true']) assert.equal(reasonOf(await hook(repository, ['stop'], { stop_hook_active: held })), '');
    for (const held of [false, 'false', null]) assert.notEqual(reasonOf(await hook(repository, ['stop'], { stop_hook_active: held })), '');
  });

  it('never ends with the code that holds an agent back, not even where nobody takes its answer', async () => {
    repository.commit('break', { 'test/orders.test.ts': null });
    const cli = await bundle('src/cli/main.ts');
    const child = spawn(process.execPath, [cli, 'hook', 'stop'], { cwd: repository.path, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdout.destroy();
    // The pipe stays open, as hosts leave it.
    child.stdin.write('{}');
    const [code] = (await once(child, 'exit')) as [number];
    child.stdin.destroy();
    assert.equal(code, 1);
  });
});
