import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { inEnglish } from '../../../src/model/message.ts';
import { AGENTS } from '../../../src/cli/agents/setup/agentTable.ts';
import { runCli } from '../../../src/cli/run.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import type { Folder } from '../../support/workspace/folder.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();
const NAMES = AGENTS.map(({ name }) => name);

/** Of a project in whose files something stands already. */
const TAKEN: Readonly<Record<string, string>> = {
  '.mcp.json': '{\n  "mcpServers": { "files": { "command": "files" } }\n}\n',
  '.claude/settings.json': '{\n  "permissions": { "allow": ["Bash(npm test)"] },\n  "hooks": { "Stop": [] }\n}\n',
  '.vscode/mcp.json': '{ "inputs": [], "servers": {} }\n',
  'AGENTS.md': '# Agents\n\nBe brief.\n',
};

async function run({ path }: Folder, ...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const output = { write: (text: string) => void (said += text) };
  const code = await runCli(['agents', ...args, '--root', path], { stdout: output, stderr: output, cwd: path, env: {} });
  return { code, said };
}

function textsOf({ path }: Folder): Readonly<Record<string, string>> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) => `${parentPath}/${name}`);
  return Object.fromEntries(names.sort().map((name) => [name.slice(path.length + 1), readFileSync(name, 'utf8')]));
}

/** What JSON means, whatever its blanks. */
function meaningOf(texts: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, name.endsWith('.json') ? (JSON.parse(text) as unknown) : text]),
  );
}

describe('reqtrace agents', () => {
  // @verifies RT-6.1/AC20~887352
  it('shows what it would write, and writes nothing', async () => {
    const folder = make({ 'AGENTS.md': '# Agents\n' });
    const { code, said } = await run(folder, 'claude', 'agents-md');
    assert.equal(code, 0);
    for (const part of [
      'Claude Code\n  .mcp.json: would be written\n    {\n',
      '"reqtrace hook stop"'.slice(1, -1),
      'AGENTS.md: would be written',
    ])
      assert.ok(said.includes(part), part);
    assert.ok(said.endsWith('Nothing was written. To write it: reqtrace agents claude agents-md --write\n'));
    assert.deepEqual(textsOf(folder), { 'AGENTS.md': '# Agents\n' });
  });

  for (const [what, files] of [
    ['an empty folder', { 'README.md': '# Shop\n' }],
    ['a folder that has such files', TAKEN],
  ] as const)
    it(`writes, writes nothing the second time, and takes out all of it again: ${what}`, async () => {
      const folder = make(files);
      assert.deepEqual((await run(folder, ...NAMES, '--write')).code, 0);
      const written = textsOf(folder);
      assert.deepEqual(
        Object.keys(written).filter((name) => !(name in files)).length,
        AGENTS.flatMap(({ pieces }) => pieces).filter(({ path }) => !(path in files)).length,
      );
      const again = await run(folder, ...NAMES, '--write');
      assert.deepEqual([again.code, textsOf(folder)], [0, written]);
      assert.doesNotMatch(again.said, /written/u);
      assert.equal((await run(folder, '--remove')).code, 0);
      // Lists that were empty before are what cannot be told from ours.
      const rest = meaningOf(textsOf(folder));
      assert.deepEqual(rest, meaningOf(without(files)));
    });

  it('starts nothing but what is installed', async () => {
    const folder = make();
    await run(folder, ...NAMES, '--write');
    for (const [name, text] of Object.entries(textsOf(folder))) {
      const calls = [...text.matchAll(/\bnpx\b[^\n]*/gu)].map(([call]) => call);
      for (const call of calls) assert.match(call, /^npx --no -- reqtrace |^npx",$/u, `${name}: ${call}`);
      if (name.endsWith('.json'))
        for (const { args } of serversOf(JSON.parse(text))) assert.deepEqual(args, ['--no', '--', 'reqtrace', 'mcp']);
    }
  });

  it('adds nothing to what ReqTrace reads', async () => {
    const files = { 'docs/a.md': '## REQ-1: Pay\n', 'src/a.ts': '// @implements REQ-1\n' };
    const folder = make(files);
    await run(folder, ...NAMES, '--write');
    const { index } = await openProject(folder.path, { trusted: false });
    assert.deepEqual(
      Array.from(index.requirements(), ({ id }) => id),
      ['REQ-1'],
    );
    assert.deepEqual(
      index
        .allFindings()
        .filter(({ path }) => !(path in files))
        .map(({ message }) => inEnglish(message)),
      [],
    );
  });

  const left: readonly (readonly [what: string, files: Readonly<Record<string, string>>, agent: string, why: RegExp])[] = [
    [
      'JSON with comments',
      { '.mcp.json': '// mine\n{}\n' },
      'claude',
      /\.mcp\.json: left as it is: it has comments or is not a JSON object\n {4}\{\n/u,
    ],
    ['JSON that does not parse', { '.gemini/settings.json': '{' }, 'gemini', /settings\.json: left as it is: .*\n {4}\{\n/u],
    [
      'a skill of somebody else',
      { '.claude/skills/reqtrace/SKILL.md': '# Mine\n' },
      'claude',
      /SKILL\.md: left as it is: it was not written by/u,
    ],
    ['half a block', { 'AGENTS.md': '<!-- reqtrace: end -->\n' }, 'agents-md', /AGENTS\.md: left as it is: its markers/u],
  ];
  for (const [what, files, agent, why] of left)
    it(`leaves ${what} as it is and shows what belongs there`, async () => {
      const folder = make(files);
      const { code, said } = await run(folder, agent, '--write');
      assert.equal(code, 2);
      assert.match(said, why);
      for (const [name, text] of Object.entries(files)) assert.equal(textsOf(folder)[name], text);
      assert.equal((await run(folder, agent, '--remove')).code, 2);
    });

  it('writes nothing outside of the folder', async () => {
    const outside = make({ 'mcp.json': '{}\n' });
    const folder = make();
    symlinkSync(outside.path, folder.at('.cursor'));
    symlinkSync(outside.at('nowhere.md'), folder.at('AGENTS.md'));
    for (const agent of ['cursor', 'agents-md']) {
      const { code, said } = await run(folder, agent, '--write');
      assert.equal(code, 2);
      assert.match(said, /leads out of the workspace folder/u);
    }
    assert.deepEqual(textsOf(outside), { 'mcp.json': '{}\n' });
    assert.equal(existsSync(outside.at('nowhere.md')), false);
  });

  it('takes the agents that the folder shows signs of, and asks where there is none', async () => {
    const folder = make({ 'CLAUDE.md': '', '.kiro/steering/a.md': '' });
    const { code, said } = await run(folder, '--write');
    assert.deepEqual([code, said.split('\n').filter((line) => /^\S/u.test(line))], [0, ['Claude Code', 'Kiro']]);
    const none = await run(make(), '--write');
    assert.deepEqual(none, {
      code: 2,
      said: 'reqtrace: The folder has no sign of an agent, so name one: claude, vscode, cursor, gemini, kiro, agents-md, spec-kit\n',
    });
    assert.match((await run(make())).said, /^Claude Code\n[^]*^spec-kit\n[^]*specify extension add --dev/mu);
  });

  for (const [args, why] of [
    [['claud'], /^reqtrace: There is no agent "claud" \(did you mean "claude"\?\); it takes claude, /u],
    [['--write', '--remove'], /^reqtrace: --write and --remove do not go together$/mu],
  ] as const)
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, said } = await run(make(), ...args);
      assert.equal(code, 2);
      assert.match(said, why);
    });
});

/** What is left of files after everything of ours went: what was empty and then held ours is not there any more. */
function without(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...files,
    ...('.vscode/mcp.json' in files && { '.vscode/mcp.json': '{ "inputs": [] }' }),
    ...('.claude/settings.json' in files && { '.claude/settings.json': '{ "permissions": { "allow": ["Bash(npm test)"] } }' }),
  };
}

function serversOf(value: unknown): readonly { readonly args: unknown }[] {
  const { mcpServers, servers } = value as Readonly<Record<string, Readonly<Record<string, { readonly args: unknown }>> | undefined>>;
  return Object.values(mcpServers ?? servers ?? {});
}
