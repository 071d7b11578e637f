import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeAtExit } from './vscode/cleanup.ts';
import { repositoryRoot } from './vscode/obtain.ts';

const RESULTS = 'out/results';

/** A clone of this repository at its last commit, with the results of its last tests, to be opened in VS Code: `/tmp/reqtrace-own-x1y2z3/reqtrace`. */
export function ownCopy(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'reqtrace-own-'));
  removeAtExit(parent);
  const folder = path.join(parent, 'reqtrace');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(repositoryRoot).href, folder]);
  execFileSync('git', ['branch', '--quiet', '--move', 'main'], { cwd: folder });
  if (existsSync(path.join(repositoryRoot, RESULTS)))
    cpSync(path.join(repositoryRoot, RESULTS), path.join(folder, RESULTS), { recursive: true });
  return folder;
}
