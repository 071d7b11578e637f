import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CLIENT_FILES, CLIENT_STEPS } from '../test/support/clients/script.ts';
import { CLIENTS, VIM_LSP_FOLDER } from './clients/list.ts';
import type { ClientProgram } from './clients/list.ts';

/*
 * `npm run clients -- [NAME...]`: drives the language server through the clients of Emacs and Vim of `scripts/clients/list.ts`, all through one script of what a
 * person does: diagnostics of the first file and of one opened later, hover, definition, completion, a code action, a rename, and a document that another
 * program writes. Says what any of them saw otherwise, and which are not on this machine.
 */

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in CLIENTS));
if (unknown.length > 0) throw new Error(`No such client: ${unknown.join(', ')}. There are ${Object.keys(CLIENTS).join(', ')}.`);
for (const [name, client] of Object.entries(CLIENTS)) if (names.length === 0 || names.includes(name)) await runOne(name, client);

async function runOne(name: string, client: ClientProgram): Promise<void> {
  if (!client.isThere()) return report(`${name}: not on this machine: ${client.install}`);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `client-${name}-`)));
  try {
    for (const [file, text] of Object.entries(CLIENT_FILES)) write(path.join(folder, file), text);
    chmodSync(path.join(folder, 'bin/reqtrace'), 0o755);
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    const seen = path.join(folder, 'seen.json');
    const printed = await run(client.command, folder, seen);
    if (!existsSync(seen)) return report(`${name}: it stopped\n${printed.slice(-3000)}`);
    const found = JSON.parse(readFileSync(seen, 'utf8')) as Record<string, unknown>;
    console.log(`${name}: ${client.version()}`);
    for (const [what, expected] of Object.entries(CLIENT_STEPS)) {
      const written = JSON.stringify(found[what]) ?? 'nothing';
      if (!expected.test(written)) report(`  ${what}: ${written}`);
    }
    if (found['failure'] !== undefined) report(`  ${JSON.stringify(found['failure'])}`);
    if (typeof found['warnings'] === 'string' && found['warnings'] !== '') report(`  warnings: ${found['warnings']}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a client until it has written what it saw, and no longer than two minutes. Its input stays open, as a person's is. */
async function run([program, ...args]: ClientProgram['command'], folder: string, seen: string): Promise<string> {
  const env = {
    ...process.env,
    VIM_LSP_PATH: VIM_LSP_FOLDER,
    HOME: folder,
    TERM: 'xterm',
    REQTRACE_FOLDER: folder,
    REQTRACE_SEEN: seen,
    NO_COLOR: '1',
  };
  const child = spawn(program, args, {
    cwd: folder,
    stdio: 'pipe',
    env: { ...env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', (error) => resolve(void (printed += error.message)));
  });
  await Promise.race([ended, wait(120_000, undefined, { ref: false })]);
  child.kill();
  return printed;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function report(text: string): void {
  console.log(text);
  process.exitCode = 1;
}
