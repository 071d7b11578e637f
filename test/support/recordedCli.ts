import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct, REPOSITORY } from './ci.ts';
import type { ActionCheckout } from './ci.ts';

/*
 * The CLI of the product that answers the same question only once: scripts around it are run many times over a repository that stays as it
 * is, and ask it several times each. What it says the first time is written down and said again, without Node being started for it.
 */

const PRODUCT = join(REPOSITORY, 'dist/cli.cjs');

/**
 * A program that takes the place of `npx reqtrace`: `PROGRAM check --root .`. What tells one question from another is the folder and each
 * word on a line of its own.
 */
const PROGRAM = `#!/bin/sh
answer="RECORDS/$({ pwd; printf '%s\\n' "$@"; } | cksum | tr ' ' -)"
if [ ! -f "$answer.code" ]; then
  code=0
  NODE 'PRODUCT' "$@" >"$answer.out" 2>"$answer.err" || code=$?
  echo "$code" >"$answer.code"
fi
cat "$answer.out"
cat "$answer.err" >&2
read -r code <"$answer.code"
exit "$code"
`;

/** What Node loads before a script of the action, which starts the CLI by itself: `spawnSync(process.execPath, ['…/dist/cli.cjs', …])`. */
const PRELOADED = `
const childProcess = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');
const { spawnSync } = childProcess;
childProcess.spawnSync = (command, args, options) => {
  const [program, ...question] = args;
  if (program !== CLI || command !== process.execPath || options.shell) return spawnSync(command, args, options);
  const file = join(RECORDS, createHash('sha256').update(JSON.stringify([process.cwd(), question])).digest('hex'));
  if (!existsSync(file)) {
    const { status, stdout, stderr } = spawnSync(command, [PRODUCT, ...question], options);
    writeFileSync(file, JSON.stringify({ status, stdout, stderr }));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
};
syncBuiltinESMExports();
`;

/** A copy of the action in a folder, as a runner checks it out. */
export async function recordedAction(folder: string): Promise<ActionCheckout> {
  await buildProduct();
  cpSync(join(REPOSITORY, 'ci/github'), join(folder, 'ci/github'), { recursive: true });
  const [cli, preloaded, records] = [join(folder, 'dist/cli.cjs'), join(folder, 'preloaded.cjs'), join(folder, 'records')];
  for (const made of [join(folder, 'dist'), records]) mkdirSync(made, { recursive: true });
  writeFileSync(cli, "throw new Error('this question was not recorded');\n");
  writeFileSync(preloaded, filledIn(PRELOADED, { CLI: cli, RECORDS: records, PRODUCT }));
  return { folder, environment: { NODE_OPTIONS: `--require=${preloaded}` } };
}

/** A command for a shell that takes the place of `npx reqtrace`. */
export async function recordedCommand(folder: string): Promise<string> {
  await buildProduct();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'reqtrace');
  writeFileSync(file, PROGRAM.replaceAll('RECORDS', folder).replace('NODE', `'${process.execPath}'`).replace('PRODUCT', PRODUCT), {
    mode: 0o755,
  });
  return `'${file}'`;
}

function filledIn(program: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(name, JSON.stringify(value)), program);
}
