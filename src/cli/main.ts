#!/usr/bin/env node
import { optimiseLater } from '../workspace/pace/optimiseLater.ts';
import { runCli } from './run.ts';
import { askLine } from './terminal/askLine.ts';
import { handedOver } from './terminal/handedOver.ts';
import type { CliIo } from './terminal/io.ts';
import { standardOutput } from './terminal/standardOutput.ts';

/** Node's own code for a crash is 1, which would read as "there are findings"; to whoever runs a hook, 2 says that the agent is to be held back. */
const COULD_NOT_RUN = process.argv[2] === 'hook' ? 1 : 2;

optimiseLater();
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of the pipe has seen enough, as in `reqtrace list | head`: no reason for noise. Who asks for the exit code must not take what was cut off for a gate that holds.
    if (stream === process.stdout && error.code !== 'EPIPE') process.stderr.write(`reqtrace: cannot write the output: ${error.message}\n`);
    process.exit(COULD_NOT_RUN);
  });
}

const isAttended = process.stdin.isTTY && process.stdout.isTTY;
const io: CliIo = {
  stdout: standardOutput(process.stdout),
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  readInput: async () => (process.stdin.isTTY ? '' : handedOver(process.stdin)),
  ...(isAttended && { ask: askLine }),
};

// Not `process.exit`, which could cut off output that a pipe has not taken yet.
runCli(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = COULD_NOT_RUN;
    process.stderr.write(`reqtrace: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
  },
);
