import assert from 'node:assert/strict';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox({ ...PROJECT, 'docs/plan.md': '## REQ-7: Backups are kept\n' });
after(() => sandbox.remove());

describe('reqtrace list', () => {
  it('lists everything, one a line, aligned', async () => {
    assert.deepEqual(await sandbox.run(['list']), {
      code: 0,
      stderr: '',
      stdout: `docs/launch.md:3   partial  requirement  IP-1.1      Orders
docs/launch.md:11  met      criterion    IP-1.1/AC1  Orders are confirmed within a minute
docs/launch.md:12  partial  criterion    IP-1.1/AC2  Empty orders are rejected
docs/launch.md:13  unmet    criterion    IP-1.1/AC3  Orders are kept for ten years
docs/launch.md:14  waived   criterion    IP-1.1/AC4  The counter shows new orders
docs/launch.md:16  unmet    requirement  IP-1.2      Stock
docs/launch.md:20  unmet    criterion    IP-1.2/AC1  Stock is counted after each order
docs/plan.md:1     unmet    requirement  REQ-7       Backups are kept
`,
    });
  });

  const cases: readonly [argv: string[], ids: string[]][] = [
    [
      ['--status', 'met,waived'],
      ['IP-1.1/AC1', 'IP-1.1/AC4'],
    ],
    [
      ['--status', 'unmet', '--kind', 'requirement'],
      ['IP-1.2', 'REQ-7'],
    ],
    [['--document', 'plan'], ['REQ-7']],
    [
      ['--document', 'docs/l*.md', '--kind=requirement'],
      ['IP-1.1', 'IP-1.2'],
    ],
    [['--text', 'orders ten'], ['IP-1.1/AC3']],
    [['--text', 'nobody wrote this'], []],
  ];
  for (const [argv, ids] of cases) {
    // @verifies RT-6.1/AC5~898774
    it(`${argv.join(' ')} gives ${ids.join(', ') || 'nothing'}`, async () => {
      const { code, stdout } = await sandbox.run(['list', '--format', 'json', ...argv]);
      assert.equal(code, 0);
      assert.deepEqual(
        JSON.parse(stdout).items.map(({ id }: { id: string }) => id),
        ids,
      );
    });
  }

  describe('--skipped', () => {
    const unread = new Sandbox({
      ...PROJECT,
      'src/b.ts': '// @implements IP-1.1\0\n',
      'src/a.js': 'f(1);'.repeat(20_000),
      'src/c.ts': '\0',
      'docs/picture.png': '\0',
    });
    after(() => unread.remove());

    // @verifies RT-6.1/AC5~898774
    it('lists files that were not read instead, and why', async () => {
      assert.deepEqual(await unread.run(['list', '--skipped']), {
        code: 0,
        stderr: '',
        stdout: 'src/a.js  minified\nsrc/b.ts  binary\nsrc/c.ts  binary\n',
      });
      const { stdout } = await unread.run(['list', '--skipped', '--format', 'json']);
      assert.deepEqual(JSON.parse(stdout).skipped[0], { file: 'src/a.js', reason: 'minified' });
    });

    it('says nothing where all were read', async () => {
      assert.deepEqual(await sandbox.run(['list', '--skipped']), { code: 0, stderr: '', stdout: '' });
    });

    it('goes with no filter', async () => {
      assert.deepEqual(await unread.run(['list', '--skipped', '--kind', 'criterion']), {
        code: 2,
        stdout: '',
        stderr: 'reqtrace: --skipped lists files, so --kind does not go with it\n',
      });
    });

    const counted: readonly [argv: string[], line: string][] = [
      [['check'], '3 files were not read: binary (2), minified (1); see "reqtrace list --skipped"'],
      [['check', 'src/a.js'], '1 file was not read: minified (1); see "reqtrace list --skipped"'],
      [['report'], '3 files were not read: binary (2), minified (1); see "reqtrace list --skipped"'],
    ];
    for (const [argv, line] of counted) {
      it(`is what ${argv.join(' ')} ends with a count of`, async () =>
        assert.ok((await unread.run(argv)).stdout.endsWith(`\n\n${line}\n`)));
    }

    it('has nothing to do with what other programs read', async () => {
      assert.doesNotMatch((await unread.run(['check', '--format', 'github'])).stdout, /were not read/u);
    });
  });

  it('prints nothing at all for an empty list', async () => {
    assert.deepEqual(await sandbox.run(['list', '--text', 'nobody wrote this']), { code: 0, stdout: '', stderr: '' });
  });
});
