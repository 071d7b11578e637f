import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Whether something may be installed: only on a Debian machine of continuous integration (`CI=true`, root). */
export function mayInstall(env: NodeJS.ProcessEnv): boolean {
  return env['CI'] === 'true' && process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * Installs a package of Debian, `chromium`, unless its command is there by now. Processes that want something at the same time wait for each
 * other, as apt-get itself does not for the lists of packages.
 *
 * @throws with what apt-get says when it fails.
 */
export async function installPackage(name: string, command: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const steps = [`command -v ${command} >/dev/null`, `{ apt-get update -qq; apt-get install -y -qq --no-install-recommends ${name}; }`];
  await promisify(execFile)('flock', [path.join(tmpdir(), 'reqtrace-apt.lock'), 'sh', '-ec', steps.join(' || ')], {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 << 20,
  });
}
