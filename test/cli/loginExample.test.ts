import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Sandbox } from '../support/sandbox.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/login', import.meta.url));

describe('the example of a project with two kinds of tests', () => {
  let sandbox: Sandbox;
  before(() => {
    sandbox = new Sandbox();
    cpSync(EXAMPLE, sandbox.root, { recursive: true });
  });
  after(() => sandbox.remove());

  /** What is printed, without the blanks that make columns of it. */
  async function printed(...argv: readonly string[]): Promise<string[]> {
    const { code, stdout, stderr } = await sandbox.run([...argv, '--no-cache']);
    assert.deepEqual([code, stderr], [0, '']);
    return stdout.split('\n').map((line) => line.replaceAll(/ +/gu, ' ').trim());
  }

  it('has a criterion that is met by a unit and a security test', async () => {
    const lines = await printed('show', 'REQ-1/AC1');
    assert.ok(lines.includes('Status met'));
    assert.deepEqual(
      lines.filter((line) => /^(?:implements|unit|security|verifies) /u.test(line)).map((line) => line.split(' ').slice(0, 2)),
      [
        ['implements', 'src/login.ts:16'],
        ['security', 'test/security/login.test.ts:6'],
        ['unit', 'test/unit/login.test.ts:8'],
      ],
    );
  });

  it('has one that lacks its security test, and says so', async () => {
    assert.ok((await printed('show', 'REQ-1/AC2')).includes('Status partial, no security test'));
    assert.deepEqual(
      (await printed('check')).filter((line) => line.startsWith('docs/')),
      ['docs/login.md:10:3 information unmet-criterion REQ-1/AC2 is partial: no security test'],
    );
  });

  it('asks by rules for less elsewhere: a unit test, and nothing of decisions and drafts', async () => {
    const lines = await printed('list');
    assert.deepEqual(
      lines.filter((line) => line !== '').map((line) => line.split(' ').slice(1, 4)),
      [
        ['exempt', 'requirement', 'ADR-1'],
        ['partial', 'requirement', 'REQ-1'],
        ['met', 'criterion', 'REQ-1/AC1'],
        ['partial', 'criterion', 'REQ-1/AC2'],
        ['met', 'requirement', 'REQ-2'],
        ['met', 'criterion', 'REQ-2/AC1'],
        ['exempt', 'requirement', 'REQ-3'],
        ['exempt', 'criterion', 'REQ-3/AC1'],
      ],
    );
  });
});
