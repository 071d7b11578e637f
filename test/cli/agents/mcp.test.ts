import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { QUESTIONS, transcript } from '../../support/agents/questions.ts';
import type { Answered } from '../../support/agents/questions.ts';
import { assertGolden } from '../../support/golden.ts';
import { bundle } from '../../support/server/bundle.ts';
import { Folder } from '../../support/workspace/folder.ts';

describe('reqtrace mcp', () => {
  const folder = new Folder({ 'docs/a.md': '## REQ-1: Pay\n', 'src/a.ts': '// @implements REQ-1\n' });
  let cli: string;

  after(() => folder.delete());

  before(async () => {
    cli = await bundle('src/cli/main.ts');
  });

  for (const [era, mode, version] of [
    ['of today', { pin: '2026-07-28' }, '2026-07-28'],
    ['from before', 'legacy', '2025-11-25'],
  ] as const)
    // @verifies RT-6.1/AC17~a3115d
    it(`answers a client ${era}`, async () => {
      const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', '--root', folder.path], stderr: 'pipe' }),
      );
      try {
        assert.equal(client.getNegotiatedProtocolVersion(), version);
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
          ['coverage', 'next_criteria', 'find_criteria', 'read_criterion', 'check_claim', 'review_changes', 'explain_line'].map((name) => [
            name,
            true,
          ]),
        );
        const { content, structuredContent, isError } = await client.callTool({ name: 'check_claim', arguments: { refs: ['REQ-1'] } });
        assert.deepEqual(content, [{ type: 'text', text: 'does not hold\nREQ-1 partial, unknown: no test' }]);
        assert.deepEqual(structuredContent, { holds: false, missing: ['REQ-1: no test'] });
        assert.notEqual(isError, true);
        const wrong = await client.callTool({ name: 'read_criterion', arguments: { ref: 'REQ-9' } });
        assert.equal(wrong.isError, true);
      } finally {
        await client.close();
      }
    });

  for (const mode of [{ pin: '2026-07-28' }, 'legacy'] as const)
    // @verifies RT-6.1/AC17~a3115d
    it(`gives exactly these answers over examples/shop: ${JSON.stringify(mode)}`, async () => {
      const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
      const shop = path.resolve(import.meta.dirname, '../../../examples/shop');
      await client.connect(
        new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', '--no-cache', '--root', shop], stderr: 'pipe' }),
      );
      try {
        const answers: Answered[] = [];
        for (const { tool, given } of QUESTIONS) {
          const { content, isError = false } = await client.callTool({ name: tool, arguments: { ...given } });
          answers.push({ text: content.map((part) => (part.type === 'text' ? part.text : part.type)).join('\n'), isError });
        }
        assertGolden('agents-shop.txt', transcript(answers));
      } finally {
        await client.close();
      }
    });

  it('offers what runs and writes only where that is allowed', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const args = [cli, 'mcp', '--root', folder.path, '--allow-tests', '--allow-write'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'pipe' }));
    try {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name),
        ['run_tests', 'annotate'],
      );
    } finally {
      await client.close();
    }
  });

  it('says what to do where its program is missing', () => {
    const alone = folder.at('cli.cjs');
    copyFileSync(cli, alone);
    const { status, stderr } = spawnSync(process.execPath, [alone, 'mcp'], { encoding: 'utf8', input: '' });
    assert.equal(status, 2);
    assert.match(stderr, /mcp\.mjs is missing; install reqtrace again/u);
  });
});
