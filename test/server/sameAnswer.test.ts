import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCli } from '../../src/cli/run.ts';
import type { TreeNode } from '../../src/server/protocol.ts';
import { PACKED_SCHEME, REFRESH, TREE_CHILDREN } from '../../src/server/protocol.ts';
import type { JsonReport } from '../../src/report/json/report.ts';
import { Client, TestFolder } from '../support/server/client.ts';

/** What editor and CLI must agree on. */
interface Answer {
  /** `src/a.ts:3:4 error unknown-reference No document …`. */
  readonly findings: readonly string[];
  /** `docs/launch#IP-1.1/AC2 partial`. */
  readonly statuses: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'information'];

async function cliAnswer(folder: string): Promise<Answer> {
  let out = '';
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: process.stderr, cwd: folder, env: {} };
  assert.equal(await runCli(['report', '--root', folder, '--format', 'json'], io), 0);
  const { findings, requirements, planned, summary }: JsonReport = JSON.parse(out);
  const { requirements: _requirements, criteria: _criteria, ...counts } = summary;
  return {
    findings: findings
      .map(({ file, line, column, severity, code, message }) => `${file}:${line}:${column} ${severity} ${code} ${message}`)
      .sort(),
    statuses: [...requirements, ...planned]
      .flatMap((item) => [item, ...item.criteria])
      .map(({ key, status }) => `${key} ${status}`)
      .sort(),
    counts,
  };
}

async function serverAnswer(client: Client, folder: string): Promise<Answer> {
  const statuses: string[] = [];
  const walk = async (id?: string): Promise<void> => {
    const rows = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, {
      ...(id !== undefined && { id }),
      options: { groupBy: 'document', unmetOnly: false },
    });
    // What is suggested is shown above already, by its place.
    for (const row of rows.filter(({ kind }) => kind !== 'suggested')) {
      if (row.kind === 'requirement' || row.kind === 'criterion') statuses.push(`${keyOf(row.id)} ${row.status}`);
      if (row.hasChildren) await walk(row.id);
    }
  };
  await walk();
  const root = `${pathToFileURL(folder).href}/`;
  const findings = [...client.diagnostics].flatMap(([address, diagnostics]) => {
    // What is packed is shown as a text that stands for it.
    const uri = address.replace(`${PACKED_SCHEME}:`, 'file:');
    assert.ok(uri.startsWith(root), uri);
    const path = decodeURIComponent(uri.slice(root.length));
    return diagnostics.map(
      ({ range: { start }, severity, code, message }) =>
        `${path}:${start.line + 1}:${start.character + 1} ${SEVERITIES[severity ?? 0]} ${code} ${String(message)}`,
    );
  });
  return { findings: findings.sort(), statuses: statuses.sort(), counts: { ...client.state.folders[0]?.counts } };
}

/** The key in the id of a row: `FOLDER ["item","docs/launch#IP-1.1"]`. */
function keyOf(id: string): string {
  const [, key]: string[] = JSON.parse(id.slice(id.indexOf(' ') + 1));
  return key ?? '';
}

/** Folders of the repository that hold examples or files for tests. */
function fixtures(): string[] {
  return ['examples', 'test/vscode/fixtures', 'test/vscode/fixtures/multi-root'].flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => resolve(parent, name)),
  );
}

/** One of every kind of finding that files of a test can have. */
const TROUBLE = {
  'docs/a.md':
    '\uFEFF# A\r\n\r\n## REQ-1: One\r\n\r\n**Acceptance Criteria**:\r\n- [x] first\r\n- [ ] second\r\n\r\n## REQ-1: Again\r\n\r\n[gone](gone.md)\r\n\r\n**Acceptance Criteria**\r\n- near\r\n',
  'docs/b.md': '# B\n\n## REQ-1: Other\n\n**Covers**: REQ-3\n\n## REQ-3: Circle\n\n**Covers**: b#REQ-1\n',
  'docs/latin1.md': Buffer.from([0x23, 0x20, 0xe4, 0x0a]).toString('latin1'),
  'src/a.ts':
    '// @implements REQ-1\n// @implements REQ-9\n// @implements a#REQ-1/AC2\n// @implements a#REQ-1/AC2\nexport function a() {}\n',
  'src/b.py': '# @verifies\n# @waives a#REQ-1/AC1\n# @waives a#REQ-1/AC1: late until 2020-01-01\n',
  'test/a.test.ts': '// @verifies a#REQ-1\nit("a#REQ-1/AC2~000000 is old", () => {});\n',
  'src/ä (1).ts': '// @implements REQ-77\n',
  'data.bin': '\0\0\0',
  'reqtrace.yaml':
    'waivers:\n  - { ref: REQ-3, reason: known }\n  - { ref: REQ-4, reason: gone }\nseverity: { duplicate-link: warning, near-miss: off }\n',
};

describe('CLI and server', () => {
  let client: Client | undefined;
  const trouble = new TestFolder(TROUBLE);

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  after(() => trouble.remove());

  const all = [...fixtures(), trouble.path];
  it('have something to compare', async () => {
    assert.ok(all.length >= 5, all.join());
    const { findings } = await cliAnswer(trouble.path);
    const codes = new Set(findings.map((finding) => finding.split(/:\d+:\d+ /u)[1]?.split(' ')[1]));
    assert.ok(codes.size >= 10, [...codes].join());
  });

  for (const folder of all) {
    // @verifies RT-8.1/AC1~8d7f31
    it(`say the same about ${folder.split('/').slice(-2).join('/')}, opened or not`, async () => {
      client = Client.ofServerHere();
      const uri = pathToFileURL(folder).href;
      await client.start([{ uri }]);
      const expected = await cliAnswer(folder);
      assert.deepEqual(await serverAnswer(client, folder), expected);

      const touched = new Set(expected.findings.map((finding) => finding.slice(0, finding.indexOf(':'))));
      for (const path of touched) {
        // An editor has no byte order mark in its text.
        const text = readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/u, '');
        await client.open(`${uri}/${encodeURIComponent(path).replaceAll('%2F', '/')}`, text);
      }
      await client.connection.sendRequest(REFRESH);
      assert.deepEqual(await serverAnswer(client, folder), expected);
    });
  }
});
