import { execFile } from 'node:child_process';
import type { ExecFileOptions } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atExit, removeAtExit } from './cleanup.ts';

const execute = promisify(execFile);

/** Root folder of this repository, absolute: `/home/me/reqtrace`. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/** The folder that holds everything downloaded for tests: `.vscode-test`, which `@vscode/test-electron` uses too. */
export const downloadFolder = path.join(repositoryRoot, '.vscode-test');

/** `code-server` from the npm registry carries a complete VS Code (1.139.1) under `lib/vscode`. */
const CODE_SERVER = {
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** That server runs on Node 24, whatever Node runs this script. */
const NODE_VERSION = '24.21.0';

/** Where a usable VS Code server lies: `node` is an executable, `root` the folder with `out/server-main.js`. */
export interface VsCodeServer {
  readonly node: string;
  readonly root: string;
}

/** A failure with a message that needs no stack trace: `cannot get code-server 4.139.1: network is unreachable`. */
export class HarnessError extends Error {}

/**
 * Gets VS Code and its Node into `.vscode-test/`, once; later calls only look. Safe when two runs start at the same
 * time: each works in a folder of its own and moves it into place when whole, so a half-written folder is never used.
 *
 * @throws HarnessError when the npm registry cannot be reached or serves another tarball than expected.
 * @example
 * const { node, root } = await obtainServer(console.log);
 */
export async function obtainServer(log: (line: string) => void): Promise<VsCodeServer> {
  const platform = `${process.platform}-${process.arch}`;
  const server = path.join(downloadFolder, `code-server-${CODE_SERVER.version}-${platform}`);
  await place(server, `VS Code (code-server ${CODE_SERVER.version})`, unpackServer, log);
  return { node: await obtainNode(log), root: path.join(server, 'package', 'lib', 'vscode') };
}

/** The Node of that VS Code, which is newer than the oldest one that ReqTrace runs in: `const node = await obtainNode(console.log)`. */
export async function obtainNode(log: (line: string) => void): Promise<string> {
  const nodeHome = path.join(downloadFolder, `node-${NODE_VERSION}-${process.platform}-${process.arch}`);
  await place(nodeHome, `Node ${NODE_VERSION}`, installNode, log);
  return nodeBinary(nodeHome);
}

/**
 * A package of the npm registry with all that it needs, in a folder of its own; no script of it is run:
 * `await installPackage('@modelcontextprotocol/inspector', '2.12.0', console.log)` is the folder of the package.
 *
 * @throws HarnessError with one line of what went wrong.
 */
export async function installPackage(name: string, version: string, log: (line: string) => void): Promise<string> {
  const home = path.join(downloadFolder, `${name.replaceAll(/[@/]/gu, '-')}-${version}`);
  const fill = async (folder: string): Promise<void> => {
    await npm(['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`], folder);
  };
  await place(home, `${name} ${version}`, fill, log);
  return path.join(home, 'node_modules', name);
}

/**
 * Fills a folder below `downloadFolder` once, by what fills an empty one; where it is there already, nothing happens.
 *
 * @throws HarnessError with one line of what went wrong.
 * @example
 * await place(path.join(downloadFolder, 'node-24'), 'Node 24', installNode, console.log);
 */
export async function place(
  target: string,
  name: string,
  fill: (folder: string) => Promise<void>,
  log: (line: string) => void,
): Promise<void> {
  if (await exists(target)) return;
  log(`getting ${name} …`);
  await mkdir(downloadFolder, { recursive: true });
  const partial = await mkdtemp(`${target}.partial-`);
  const remove = removeAtExit(partial);
  try {
    await fill(partial);
    await rename(partial, target);
  } catch (error) {
    remove();
    // Another run was faster: its folder is as good as ours.
    if (await exists(target)) return;
    throw new HarnessError(`cannot get ${name}: ${firstLine(error)}`);
  }
}

/**
 * Unpacks a package of the npm registry into `package` of a folder; nothing of it is run.
 *
 * @throws where the registry serves another tarball than the one that was tried.
 */
export async function unpackPackage(name: string, integrity: string, folder: string): Promise<void> {
  const { stdout } = await npm(['pack', name, '--json'], folder);
  const [packed] = JSON.parse(stdout) as { filename: string; integrity: string }[];
  if (packed?.integrity !== integrity)
    throw new Error(`the registry served another tarball (${packed?.integrity ?? 'none'}) than ${integrity}`);
  await run('tar', ['-xzf', packed.filename], { cwd: folder });
  await rm(path.join(folder, packed.filename));
}

async function unpackServer(folder: string): Promise<void> {
  await unpackPackage(`code-server@${CODE_SERVER.version}`, CODE_SERVER.integrity, folder);
  // Native add-ons stay unbuilt (log files, process watchdog, terminal): VS Code logs that and works without.
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], path.join(folder, 'package/lib/vscode'));
}

async function installNode(folder: string): Promise<void> {
  await npm(['install', '--prefix', folder, '--ignore-scripts=false', '--no-audit', '--no-fund', `node@${NODE_VERSION}`], folder);
  await run(nodeBinary(folder), ['--version']);
}

/** Runs a program to its end; it is killed where the run ends before. */
export async function run(file: string, args: readonly string[], options: ExecFileOptions = {}): Promise<{ stdout: string }> {
  const running = execute(file, args, { ...options, encoding: 'utf8' });
  const stop = atExit(() => running.child.kill('SIGKILL'));
  return running.finally(stop);
}

function nodeBinary(folder: string): string {
  return path.join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs the npm that runs us, else the one on PATH; free of the settings that an outer `npm run` hands down. */
function npm(args: readonly string[], cwd: string): Promise<{ stdout: string }> {
  const outer = process.env['npm_execpath'];
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(npm_(package|lifecycle|config_(prefix|global|omit|local_prefix))|NODE_OPTIONS)/iu.test(key),
  );
  const options = { cwd, env: Object.fromEntries(inherited), maxBuffer: 64 << 20 };
  return outer?.endsWith('.js')
    ? run(process.execPath, [outer, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** A new empty folder for one run, under the system's temporary folder: `/tmp/reqtrace-vscode-x1y2z3`. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'reqtrace-vscode-'));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** What went wrong, in one line: of npm's many lines the first that is a sentence. */
function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  const lines = `${stderr ?? ''}\n${message ?? String(error)}`.split('\n').map((line) => line.trim());
  const said =
    lines.find((line) => /^npm (error|ERR!) (?!code|errno|syscall|path|address|port|A complete log)\S/u.test(line)) ??
    lines.find((line) => line !== '' && !line.startsWith('npm warn'));
  return said ?? 'unknown error';
}
