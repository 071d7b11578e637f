import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run.ts';
import { REPOSITORY } from './ci.ts';

/*
 * Scripts around the CLI are run many times over a repository that stays as it is, and start the CLI several times each. What is tested is the
 * script: so the CLI is a small program that has its question answered by the process of the tests, where all is loaded and warm, and the same
 * question only once. That the product answers the same as a program of its own is tested in test/package.
 */

/** Writes the question down, waits for the answer and says it. Only a process that is gone gives none. */
const PROGRAM = `
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const question = JSON.stringify({ cwd: process.cwd(), argv: process.argv.slice(2), env: { HOME: process.env.HOME } });
const file = join(__dirname, createHash('sha256').update(question).digest('hex'));
if (!existsSync(file + '.answer')) {
  writeFileSync(file + '.partial', question);
  renameSync(file + '.partial', file + '.question');
}
const clock = new Int32Array(new SharedArrayBuffer(4));
while (!existsSync(file + '.answer')) {
  if (process.ppid === 1) process.exit(3);
  Atomics.wait(clock, 0, 0, 5);
}
const { code, stdout, stderr } = JSON.parse(readFileSync(file + '.answer', 'utf8'));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
`;

interface Question {
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A copy of the action in a folder, as a runner checks it out, whose CLI is answered by this process as long as the folder is there. */
export function recordedAction(folder: string): string {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  cpSync(join(REPOSITORY, 'ci/github'), join(folder, 'ci/github'), { recursive: true });
  writeFileSync(join(dist, 'cli.cjs'), PROGRAM);
  const asked = new Set<string>();
  const timer = setInterval(() => {
    for (const file of namesIn(dist)) {
      if (!file.endsWith('.question') || asked.has(file)) continue;
      asked.add(file);
      void answer(join(dist, file));
    }
    if (namesIn(dist).length === 0) clearInterval(timer);
  }, 5);
  timer.unref();
  return folder;
}

/** The same CLI as a command for a shell. */
export function recordedCommand(folder: string): string {
  return `'${process.execPath}' '${join(recordedAction(folder), 'dist/cli.cjs')}'`;
}

async function answer(file: string): Promise<void> {
  const { cwd, argv, env } = JSON.parse(readFileSync(file, 'utf8')) as Question;
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write(text: string) {
      written[name] += text;
    },
  });
  const io = { stdout: output('stdout'), stderr: output('stderr'), cwd, env };
  const code = await runCli(argv, io).catch((error: unknown) => {
    written.stderr += String(error);
    return 2;
  });
  const partial = file.replace(/question$/u, 'partial');
  writeFileSync(partial, JSON.stringify({ code, ...written }));
  renameSync(partial, file.replace(/question$/u, 'answer'));
}

/** Empty where the folder is gone. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
