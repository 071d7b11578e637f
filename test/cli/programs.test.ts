import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { PROJECT, Sandbox } from '../support/sandbox.ts';

const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true, allErrors: true });
for (const name of ['report', 'list', 'show', 'error'])
  ajv.addSchema(
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object,
    `${name}.schema.json`,
  );

function assertFits(name: string, value: unknown): void {
  assert.equal(ajv.validate(`${name}.schema.json`, value), true, ajv.errorsText());
}

const sandbox = new Sandbox({
  ...PROJECT,
  'docs/other.md': '### Integration Point 1.2: Stock again\n\n**Acceptance Criteria**:\n\n- Stock is counted twice\n',
  'src/stale.ts': '// @implements IP-1.1/AC2~000000\n',
  'src/binary.ts': '\0',
});
after(() => sandbox.remove());

describe('the command line for programs', () => {
  for (const ref of ['IP-1.1', 'IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC4', 'other#IP-1.2'])
    // @verifies RT-6.1/AC21~7109be
    it(`shows all of ${ref} as data`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['show', ref, '--format', 'json', '--today', '2026-11-21']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      const shown: unknown = JSON.parse(stdout);
      assertFits('show', shown);
      assert.equal(ajv.validate('show.schema.json', { ...(shown as object), item: {} }), false);
    });

  it('shows the status, what is missing, the links, waivers and findings of one', async () => {
    const show = async (ref: string): Promise<Record<string, never>> =>
      JSON.parse((await sandbox.run(['show', ref, '--format', 'json', '--today', '2026-11-21'])).stdout);
    const { item, findings } = (await show('IP-1.1/AC2')) as unknown as {
      readonly item: Record<string, unknown>;
      readonly findings: unknown[];
    };
    assert.deepEqual(
      [item['status'], item['missing'], item['lack'], item['document'], item['requirement'], findings.length],
      ['stale', ['verifies'], 'the text changed since it was pinned', 'docs/launch.md', 'docs/launch#IP-1.1', 1],
    );
    const waived = (await show('IP-1.1/AC4')) as unknown as { readonly item: { readonly waivers: readonly { readonly valid: boolean }[] } };
    assert.deepEqual(
      waived.item.waivers.map(({ valid }) => valid),
      [true],
    );
    const { criteria } = (await show('IP-1.1')) as unknown as { readonly criteria: readonly { readonly id: string }[] };
    assert.deepEqual(
      criteria.map(({ id }) => id),
      ['IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4'],
    );
  });

  it('lists in parts, the same in both formats, and says what is left', async () => {
    const { stdout: all } = await sandbox.run(['list']);
    const rows = all.trimEnd().split('\n');
    const ids = (text: string): string[] =>
      text
        .trimEnd()
        .split('\n')
        .map((row) => /(?:IP|REQ)-[\d./AC]+/u.exec(row)?.[0] ?? '');
    const seen: string[] = [];
    for (let offset = 0; offset < rows.length; offset += 3) {
      const part = ['list', '--limit', '3', '--offset', String(offset)];
      const text = await sandbox.run(part);
      const left = Math.max(0, rows.length - offset - 3);
      assert.equal(text.stderr, left > 0 ? `reqtrace: ${left} more: --offset ${offset + 3}\n` : '');
      const json: { readonly items: readonly { readonly id: string }[] } = JSON.parse(
        (await sandbox.run([...part, '--format=json'])).stdout,
      );
      assertFits('list', json);
      assert.deepEqual({ ...json, items: [] }, { schemaVersion: 1, total: rows.length, offset, left, items: [] });
      assert.deepEqual(
        json.items.map(({ id }) => id),
        ids(text.stdout),
      );
      seen.push(...ids(text.stdout));
    }
    assert.deepEqual(seen, ids(all));
  });

  it('says where a list ends before the part that was asked for', async () => {
    assert.deepEqual(await sandbox.run(['list', '--kind', 'requirement', '--offset', '9']), {
      code: 0,
      stdout: '',
      stderr: 'reqtrace: there are only 3\n',
    });
  });

  it('lists files that were not read in parts too', async () => {
    const { stdout } = await sandbox.run(['list', '--skipped', '--limit', '1', '--format', 'json']);
    const value: unknown = JSON.parse(stdout);
    assertFits('list', value);
    assert.deepEqual(value, { schemaVersion: 1, total: 1, offset: 0, left: 0, skipped: [{ file: 'src/binary.ts', reason: 'binary' }] });
  });

  const failed: readonly (readonly [argv: readonly string[], error: Readonly<Record<string, unknown>>])[] = [
    [
      ['show', 'IP-1.2/AC1'],
      {
        message: 'IP-1.2/AC1 is ambiguous, write one of: docs/launch#IP-1.2/AC1, docs/other#IP-1.2/AC1',
        fix: 'reqtrace show KEY',
        candidates: ['docs/launch#IP-1.2/AC1', 'docs/other#IP-1.2/AC1'],
      },
    ],
    [
      ['show', 'IP-9.9'],
      { message: 'Nothing has the ID IP-9.9 (did you mean "IP-1.1"?)', fix: 'reqtrace list --text WORDS', candidates: ['IP-1.1'] },
    ],
    [['show'], { message: '"reqtrace show" needs more arguments: reqtrace show REF', fix: 'reqtrace show --help' }],
    [['list', '--limit', '0'], { message: '"0" is not a value of --limit: it takes a whole number from 1 to 999999' }],
    [['list', '--offset', '-1'], { message: '"-1" is not a value of --offset: it takes a whole number from 0 to 999999' }],
    [
      ['list', '--limt', '1'],
      { message: 'Unknown option --limt for "reqtrace list" (did you mean "--limit"?)', fix: 'reqtrace list --help' },
    ],
    [
      ['list', '--kind', 'cow'],
      {
        message: '"cow" is not a value of --kind; it takes requirement, criterion, step, target',
        fix: 'reqtrace list --help',
        candidates: ['requirement', 'criterion', 'step', 'target'],
      },
    ],
    [['report', '--root', 'nowhere'], { message: 'No such folder: nowhere' }],
    [
      ['check', '--gate', 'merge'],
      { message: 'reqtrace.yaml has no gates: write one under "gates", as in gates: { merge: { max: { unmet: 0 } } }' },
    ],
  ];
  for (const [argv, error] of failed)
    // @verifies RT-6.1/AC21~7109be
    it(`says as data why it could not run: ${argv.join(' ')}`, async () => {
      const { code, stdout, stderr } = await sandbox.run([...argv, '--format', 'json'], { env: { LANG: 'de' } });
      assert.equal(code, 2);
      const value: unknown = JSON.parse(stdout);
      assertFits('error', value);
      assert.deepEqual(value, { schemaVersion: 1, error });
      assert.notEqual(stderr, '');
      assert.equal((await sandbox.run(argv)).stdout, '');
    });
});
