import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { say } from '../../model/message.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';

/** `reqtrace lsp --stdio`: the language server of the VS Code extension, for any other editor. */
export const lsp: Command = {
  name: 'lsp',
  summary: say('serve an editor through the Language Server Protocol'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { stdio: { type: 'boolean', help: say('talk over standard input and output (the only way, and the default)') } },
  exitCodes: {
    0: say('the editor ended the session'),
    1: say('the editor closed the connection without ending the session'),
    2: say('could not run'),
  },
  example: 'reqtrace lsp --stdio',

  run() {
    const program = realpathSync(process.argv[1] ?? '.');
    const server = join(dirname(program), 'server.cjs');
    if (!existsSync(server)) throw new UserError(say('{0} is missing; install reqtrace again, or build it with "npm run build"', server));
    // A bundle of its own: the other commands start faster without it. It lives as long as standard input.
    createRequire(program)(server);
    return Promise.resolve(0);
  },
};
