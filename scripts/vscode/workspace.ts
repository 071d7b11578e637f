import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { removeAtExit } from './cleanup.ts';
import type { WorkspaceTarget } from './host.ts';
import { temporaryFolder } from './obtain.ts';

/** A throw-away copy of a fixture, ready to be opened. */
export interface WorkspaceCopy {
  /** The copy's folder, absolute. It has the fixture's own name, which is what the window title shows. */
  readonly root: string;
  readonly target: WorkspaceTarget;
  /** Makes all that is in the folder, its repository included, what it was at first. */
  readonly restore: () => Promise<void>;
  readonly remove: () => void;
}

/**
 * Copies `fixture` to a temporary folder and makes it a git repository with one commit, so that a test may change
 * it at will and nothing in this repository is written.
 *
 * @param folders for a multi-root workspace, the sub-folders to be its roots; each becomes a repository of its own.
 * @example
 * await copyWorkspace('/home/me/reqtrace/examples/shop'); // { root: '/tmp/reqtrace-vscode-a1/shop', … }
 */
export async function copyWorkspace(fixture: string, folders: readonly string[] = []): Promise<WorkspaceCopy> {
  const temporary = await temporaryFolder();
  const remove = removeAtExit(temporary);
  const root = path.join(temporary, path.basename(fixture));
  await cp(fixture, root, { recursive: true, filter: (file) => !['.git', 'node_modules'].includes(path.basename(file)) });
  const target = folders.length === 0 ? { folder: root } : { workspace: path.join(root, `${path.basename(fixture)}.code-workspace`) };
  if (target.workspace === undefined) await makeRepository(root);
  else {
    for (const folder of folders) await makeRepository(path.join(root, folder));
    await writeFile(target.workspace, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }, null, 2));
  }
  const pristine = path.join(temporary, 'pristine');
  await cp(root, pristine, { recursive: true });
  const restore = (): Promise<void> => makeAlike(pristine, root);
  return { root, target, restore, remove };
}

/** Touches only what differs, so that nobody who watches the folder hears of the rest. */
async function makeAlike(from: string, to: string): Promise<void> {
  for (const entry of await readdir(to, { recursive: true }))
    if (!existsSync(path.join(from, entry))) await rm(path.join(to, entry), { recursive: true, force: true });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(from, source));
    if (entry.isDirectory()) await mkdir(target, { recursive: true });
    else if (!(existsSync(target) && (await readFile(source)).equals(await readFile(target)))) await cp(source, target);
  }
}

async function makeRepository(folder: string): Promise<void> {
  const run = promisify(execFile);
  const settings = [
    'user.name=Fixture',
    'user.email=fixture@localhost',
    'commit.gpgsign=false',
    'core.autocrlf=false',
    'core.hooksPath=/dev/null',
  ];
  const git = (...args: string[]): Promise<unknown> =>
    run('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd: folder });
  await mkdir(folder, { recursive: true });
  await git('init', '--quiet', '--initial-branch=main');
  if ((await readdir(folder)).length === 1) return;
  await git('add', '--all');
  await git('commit', '--quiet', '--message=fixture');
}
