import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
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
  if (folders.length === 0) {
    await makeRepository(root);
    return { root, target: { folder: root }, remove };
  }
  for (const folder of folders) await makeRepository(path.join(root, folder));
  const workspace = path.join(root, `${path.basename(fixture)}.code-workspace`);
  await writeFile(workspace, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }, null, 2));
  return { root, target: { workspace }, remove };
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
