import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { runCli } from '../../../src/cli/run.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(path.join(REPOSITORY, 'docs/agents.md'), 'utf8');

/** How far a figure of the page may be from what is counted. */
const TOLERANCE = 0.15;

describe('the sizes that docs/agents.md tells agents', () => {
  const rows = [...PAGE.matchAll(/^\| `reqtrace (?<command>[^`]+)` \| (?<fields>.+) \| (?<tokens>[\d,]+) \|$/gmu)].map(({ groups }) => ({
    command: groups?.['command'] ?? '',
    fields: [...(groups?.['fields'] ?? '').matchAll(/`(?<name>\w+)`/gu)].map((field) => field.groups?.['name'] ?? ''),
    tokens: Number(groups?.['tokens']?.replaceAll(',', '')),
  }));

  it('are there', () => assert.ok(rows.length >= 8));

  for (const { command, fields, tokens } of rows)
    it(`are those of ${command}`, async () => {
      let printed = '';
      const stdout = { write: (text: string) => void (printed += text) };
      const cwd = path.join(REPOSITORY, 'examples/shop');
      await runCli([...command.split(' '), '--no-cache', '--root', '.'], { stdout, stderr: { write: () => undefined }, cwd, env: {} });
      const counted = encode(printed).length;
      assert.ok(Math.abs(counted - tokens) <= tokens * TOLERANCE + 5, `${counted} tokens`);
      if (command.includes('json')) for (const field of fields) assert.ok(field in (JSON.parse(printed) as object), field);
    });
});
