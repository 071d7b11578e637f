import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox({
  ...PROJECT,
  '.gitignore': 'build/\n',
  'build/made.md': '## REQ-1: Never read\n',
  'node_modules/x/readme.md': '## REQ-2: Never read\n',
  'data/picture.bin.md': new Uint8Array([0x23, 0x20, 0, 1, 2, 0, 255]),
});
sandbox.git('init', '-q');
after(() => sandbox.remove());

describe('reqtrace explain', () => {
  for (const [path, file] of [
    ['docs/launch.md', 'explain-document.txt'],
    ['src/orders.ts', 'explain-code.txt'],
    ['test/orders.test.ts', 'explain-test.txt'],
  ] as const) {
    // @verifies RT-6.1/AC7~e55980
    it(`accounts for the lines of ${path}`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['explain', path]);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(file, stdout);
    });
  }

  it('tells about one line only', async () => {
    const { stdout } = await sandbox.run(['explain', 'docs/launch.md:12']);
    assert.match(stdout, /\n {2}12 {2}criterion {2}/u);
    assert.doesNotMatch(stdout, /\n {2}11 {2}/u);
  });

  it('tells what a line lies in that says nothing itself', async () => {
    const { stdout } = await sandbox.run(['explain', 'docs/launch.md:6']);
    assert.match(
      stdout,
      /Nothing on this line is a requirement, a criterion or an annotation\.\n {2}Inside requirement IP-1\.1, which starts at line 3\.\n$/u,
    );
  });

  const unread: readonly [path: string, why: RegExp][] = [
    ['build/made.md', /\n {2}not read: ignored by git, \.gitignore:1: build\/\n$/u],
    ['node_modules/x/readme.md', /^node_modules\/x\/readme\.md: other\n {2}Never read: [^\n]*\*\*\/node_modules\/\*\*[^\n]*\n$/u],
    ['data/picture.bin.md', /\n {2}not read: binary\n$/u],
  ];
  for (const [path, why] of unread) {
    it(`tells why ${path} was not read`, async () => {
      const { code, stdout } = await sandbox.run(['explain', path]);
      assert.equal(code, 0);
      assert.match(stdout, why);
    });
  }

  it('refuses a file or a line that is not there', async () => {
    assert.deepEqual(await sandbox.run(['explain', 'docs/gone.md:3']), {
      code: 2,
      stdout: '',
      stderr: 'reqtrace: No such file or folder: docs/gone.md\n',
    });
    for (const line of ['0', '21', '99999999999999999999']) {
      const { code, stderr } = await sandbox.run(['explain', `docs/launch.md:${line}`]);
      assert.equal(code, 2);
      assert.match(stderr, /^reqtrace: docs\/launch\.md has no line \S+ it has 20 lines\n$/u);
    }
  });

  it('takes paths as reports print them, wherever it runs', async () => {
    assert.equal((await sandbox.run(['explain', '--root', '..', 'src/orders.ts:1'], { cwd: 'docs' })).code, 0);
  });
});
