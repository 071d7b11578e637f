import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct, REPOSITORY } from './ci.ts';

/**
 * The CLI of the product that answers the same question only once: scripts around it are run many times over a repository that stays as it
 * is, and start it several times each. What it says the first time is written down and said again.
 */
const PROGRAM = `
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const question = process.argv.slice(2);
const file = join(__dirname, createHash('sha256').update(JSON.stringify([process.cwd(), question])).digest('hex'));
if (!existsSync(file)) {
  const { spawnSync } = require('node:child_process');
  const { status, stdout, stderr } = spawnSync(process.execPath, [PRODUCT, ...question], { encoding: 'utf8', maxBuffer: 1 << 30 });
  writeFileSync(file, JSON.stringify({ status, stdout, stderr }));
}
const { status, stdout, stderr } = JSON.parse(readFileSync(file, 'utf8'));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
`;

/** A copy of the action in a folder, as a runner checks it out, whose CLI is recorded; gives the folder. */
export async function recordedAction(folder: string): Promise<string> {
  await buildProduct();
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync(join(REPOSITORY, 'ci/github'), join(folder, 'ci/github'), { recursive: true });
  writeFileSync(join(folder, 'dist/cli.cjs'), PROGRAM.replace('PRODUCT', JSON.stringify(join(REPOSITORY, 'dist/cli.cjs'))));
  return folder;
}

/** The recorded CLI as a command for a shell. */
export async function recordedCommand(folder: string): Promise<string> {
  return `'${process.execPath}' '${join(await recordedAction(folder), 'dist/cli.cjs')}'`;
}
