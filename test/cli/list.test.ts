import assert from 'node:assert/strict';
import { PROJECT, Sandbox } from './sandbox.ts';

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
    [['--status', 'met,waived'], ['IP-1.1/AC1', 'IP-1.1/AC4']],
    [['--status', 'unmet', '--kind', 'requirement'], ['IP-1.2', 'REQ-7']],
    [['--document', 'plan'], ['REQ-7']],
    [['--document', 'docs/l*.md', '--kind=requirement'], ['IP-1.1', 'IP-1.2']],
    [['--text', 'orders ten'], ['IP-1.1/AC3']],
    [['--text', 'nobody wrote this'], []],
  ];
  for (const [argv, ids] of cases) {
    it(`${argv.join(' ')} gives ${ids.join(', ') || 'nothing'}`, async () => {
      const { code, stdout } = await sandbox.run(['list', '--format', 'json', ...argv]);
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(stdout).items.map(({ id }: { id: string }) => id), ids);
    });
  }

  it('prints nothing at all for an empty list', async () => {
    assert.deepEqual(await sandbox.run(['list', '--text', 'nobody wrote this']), { code: 0, stdout: '', stderr: '' });
  });
});
