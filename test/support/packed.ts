import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packNpm } from '../../scripts/npmPackage.ts';
import { packageExtension } from '../../scripts/vsix.ts';
import { buildProduct } from './ci.ts';
import { madeOnce } from './testRun.ts';

/** Runs npm: `npm(['pack', '--dry-run'], folder)`. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  return (await promisify(execFile)('npm', [...args], { cwd, shell: process.platform === 'win32' })).stdout;
}

/** The VSIX of the product as it is now, packed once in a run. */
export async function packedExtension(): Promise<string> {
  const folder = await madeOnce('vsix', async (made) => {
    await buildProduct();
    await packageExtension(join(made, 'reqtrace.vsix'));
  });
  return join(folder, 'reqtrace.vsix');
}

/** The npm package of the product as it is now, packed once in a run, and a folder of a user who has installed it. */
export async function packedPackage(): Promise<{ readonly tarball: string; readonly user: string }> {
  const folder = await madeOnce('npm', async (made) => {
    await buildProduct();
    const tarball = await packNpm(made);
    const user = join(made, 'user');
    mkdirSync(user);
    writeFileSync(join(user, 'package.json'), '{ "private": true }');
    await npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(made, tarball)], user);
  });
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return { tarball: join(folder, tarball), user: join(folder, 'user') };
}
