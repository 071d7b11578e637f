import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const AC1 = '2166f5';
const AC2 = '2a4b4f';

describe('reqtrace pin', () => {
  let sandbox: Sandbox;
  const read = (path: string): string => readFileSync(sandbox.path(path), 'utf8');
  const write = (...argv: string[]) => sandbox.run(['pin', '--write', ...argv]);

  beforeEach(() => {
    sandbox = new Sandbox(PROJECT);
  });
  afterEach(() => sandbox.remove());

  // @verifies RT-6.1/AC8~7788ec
  it('prints references with the pin of the present text', async () => {
    assert.deepEqual(await sandbox.run(['pin', 'IP-1.1/AC1', 'launch#IP-1.1/AC-2~ffffff']), {
      code: 0,
      stdout: `IP-1.1/AC1~${AC1}\nIP-1.1/AC2~${AC2}\n`,
      stderr: '',
    });
  });

  it('prints all of them', async () => {
    const { stdout } = await sandbox.run(['pin', '--all']);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/~[0-9a-f]{6}$/u, '~')),
      ['IP-1.1~', 'IP-1.1/AC1~', 'IP-1.1/AC2~', 'IP-1.1/AC3~', 'IP-1.1/AC4~', 'IP-1.2~', 'IP-1.2/AC1~'],
    );
  });

  // @verifies RT-6.1/AC8~7788ec
  it('writes pins into the annotations that point at the item, and nothing else', async () => {
    const { code, stdout, stderr } = await write('IP-1.1/AC2');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.equal(stdout, `src/orders.ts:4: IP-1.1/AC2 -> IP-1.1/AC2~${AC2}\nPinned 1 annotation in 1 file.\n`);
    assert.equal(
      read('src/orders.ts'),
      (PROJECT['src/orders.ts'] ?? '').replace('@implements IP-1.1/AC2', `@implements IP-1.1/AC2~${AC2}`),
    );
    assert.equal(read('test/orders.test.ts'), PROJECT['test/orders.test.ts']);
    assert.equal(read('docs/launch.md'), PROJECT['docs/launch.md']);
  });

  it('finds nothing to do the second time, and the link is not stale', async () => {
    await write('IP-1.1/AC2');
    assert.deepEqual(await write('IP-1.1/AC2'), { code: 0, stdout: 'Nothing to pin.\n', stderr: '' });
    assert.doesNotMatch((await sandbox.run(['check'])).stdout, /stale-link/u);
  });

  it('renews stale pins, keeps line ends, byte order mark and mode', async () => {
    const script = '\uFEFF# @implements IP-1.1/AC2~000000, IP-1.1/AC1 "ä"\r\n\r\n# @implements launch#IP-1.1/AC2\rlast';
    sandbox.write('src/run.py', script);
    chmodSync(sandbox.path('src/run.py'), 0o755);
    const { stdout } = await write('IP-1.1/AC1', 'IP-1.1/AC2');
    assert.match(stdout, /\nPinned 5 annotations in 2 files\.\n$/u);
    assert.equal(
      read('src/run.py'),
      `\uFEFF# @implements IP-1.1/AC2~${AC2}, IP-1.1/AC1~${AC1} "ä"\r\n\r\n# @implements launch#IP-1.1/AC2~${AC2}\rlast`,
    );
    if (process.platform !== 'win32') assert.equal(statSync(sandbox.path('src/run.py')).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(sandbox.path('src')).sort(), ['orders.ts', 'run.py']);
  });

  it('pins what a title of a test names, and leaves what has no place for a pin', async () => {
    sandbox.write('test/test_orders.py', 'def test_IP_1_1__AC2_rejects():\n    pass\n');
    sandbox.write('test/one.test.ts', "it('IP-1.1/AC2 rejects', () => {});\n");
    const { code, stdout, stderr } = await write('IP-1.1/AC2');
    assert.equal(code, 0);
    assert.equal(read('test/one.test.ts'), `it('IP-1.1/AC2~${AC2} rejects', () => {});\n`);
    assert.equal(read('test/test_orders.py'), 'def test_IP_1_1__AC2_rejects():\n    pass\n');
    assert.match(stderr, /^test\/test_orders\.py:1: \S+ cannot hold a pin, left as it is\n$/u);
    assert.match(stdout, /\nPinned 2 annotations in 2 files\.\n$/u);
  });

  it('leaves annotations of a pattern that would no longer match', async () => {
    sandbox.write('reqtrace.yaml', 'annotations:\n  - { pattern: "^;; Meets: (?<ref>[A-Z]+-[0-9.]+/AC[0-9]+);", kind: implements }\n');
    sandbox.write('src/a.el', ';; Meets: IP-1.1/AC2;\n');
    const { stderr } = await write('IP-1.1/AC2');
    assert.match(stderr, /^src\/a\.el:1: IP-1\.1\/AC2 cannot hold a pin, left as it is\n$/u);
    assert.equal(read('src/a.el'), ';; Meets: IP-1.1/AC2;\n');
  });

  it('refuses a file that is not valid UTF-8 and then writes no other file either', async () => {
    const bytes = Buffer.concat([Buffer.from('// @implements IP-1.1/AC2 caf'), Buffer.from([0xe9]), Buffer.from('\n')]);
    sandbox.write('src/z.ts', bytes);
    assert.deepEqual(await write('--all'), {
      code: 2,
      stdout: '',
      stderr: 'reqtrace: src/z.ts is not valid UTF-8, so that a rewrite could damage it; convert it first\n',
    });
    assert.ok(readFileSync(sandbox.path('src/z.ts')).equals(bytes));
    assert.equal(read('src/orders.ts'), PROJECT['src/orders.ts']);
  });

  for (const argv of [['pin'], ['pin', '--write'], ['pin', '--all', 'IP-1.1']]) {
    it(`refuses "${argv.join(' ')}"`, async () => {
      const { code, stderr } = await sandbox.run(argv);
      assert.deepEqual(
        { code, stderr },
        { code: 2, stderr: 'reqtrace: "reqtrace pin" takes either references or --all: reqtrace pin IP-1.1.1/AC2\n' },
      );
    });
  }
});
