import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { staged } from './vsix.ts';

/**
 * Packs the npm package as it is built now into a folder; the same sources make the same archive, whoever cloned them.
 *
 * @returns the name of the file: `reqtrace-0.2.0.tgz`.
 */
export async function packNpm(folder: string): Promise<string> {
  const stage = await staged(['.npmignore', 'README.md']);
  try {
    return (await npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', path.resolve(folder)], stage)).trim();
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  return (await promisify(execFile)('npm', [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' })).stdout;
}
