import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.ts';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox({
  ...PROJECT,
  'docs/other.md': '### Integration Point 1.2: Stock again\n\n**Acceptance Criteria**:\n\n- Stock is counted twice\n',
  'src/stale.ts': '// @implements IP-1.1/AC2~000000\n',
});
after(() => sandbox.remove());

describe('reqtrace show', () => {
  for (const [ref, file] of [
    ['IP-1.1', 'show-requirement.txt'],
    ['IP-1.1/AC1', 'show-criterion.txt'],
    ['IP-1.1/AC2', 'show-stale.txt'],
    ['IP-1.1/AC4', 'show-waived.txt'],
  ] as const) {
    // @verifies RT-6.1/AC6~816aa9
    it(`shows all of ${ref}`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['show', ref, '--today', '2026-11-21']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(file, stdout);
    });
  }

  it('says that the source switches a test off', async () => {
    const off = new Sandbox({ 'docs/a.md': '## REQ-1: A\n', 'test/a.test.ts': '// @verifies REQ-1\nit.skip("works", () => { f(); });\n' });
    const { stdout } = await off.run(['show', 'REQ-1']);
    off.remove();
    assert.match(stdout, /works +switched off in the source/u);
  });

  // @verifies RT-6.1/AC6~816aa9
  it('lists what an ambiguous reference could mean', async () => {
    const { code, stdout, stderr } = await sandbox.run(['show', 'IP-1.2/AC1']);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.equal(stderr, 'reqtrace: IP-1.2/AC1 is ambiguous, write one of: docs/launch#IP-1.2/AC1, docs/other#IP-1.2/AC1\n');
    assert.equal((await sandbox.run(['show', 'other#IP-1.2/AC1'])).code, 0);
  });
});
