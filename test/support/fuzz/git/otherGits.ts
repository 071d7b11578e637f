import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Other programs that write git's index than git itself, as far as this machine has them. */
export interface OtherGits {
  /** A folder in which Node finds `isomorphic-git`. */
  readonly isomorphic: string | undefined;
  /** The interpreter that can import it. */
  readonly dulwich: string | undefined;
  readonly pygit2: string | undefined;
  readonly jgit: string | undefined;
  readonly remove: () => void;
}

const ISOMORPHIC = 'isomorphic-git@1.44.19';

/** Installs the one of npm, and looks for those that Debian has: `apt-get install python3-dulwich python3-pygit2 jgit-cli`. */
export function findOtherGits(): OtherGits {
  const folder = mkdtempSync(path.join(tmpdir(), 'reqtrace-gits-'));
  const installed = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ISOMORPHIC],
    { stdio: 'ignore', timeout: 300_000 },
  );
  const isThere = installed.status === 0 && existsSync(path.join(folder, 'node_modules/isomorphic-git'));
  return {
    isomorphic: isThere ? folder : undefined,
    dulwich: pythonWith('dulwich'),
    pygit2: pythonWith('pygit2'),
    jgit: spawnSync('jgit', ['version'], { stdio: 'ignore', timeout: 60_000 }).status === 0 ? 'jgit' : undefined,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function pythonWith(module: string): string | undefined {
  return ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0);
}
