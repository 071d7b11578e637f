import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeAtExit } from './vscode/cleanup.ts';
import { repositoryRoot } from './vscode/obtain.ts';

/** A clone of this repository at its last commit, to be opened in VS Code: `/tmp/reqtrace-own-x1y2z3/reqtrace`. */
export function ownCopy(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'reqtrace-own-'));
  removeAtExit(parent);
  const folder = path.join(parent, 'reqtrace');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(repositoryRoot).href, folder]);
  return folder;
}
