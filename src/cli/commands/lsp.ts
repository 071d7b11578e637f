import { say } from '../../model/message.ts';
import type { Command } from '../command.ts';
import { programBeside } from '../opening/programBeside.ts';

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

  async run() {
    // It lives as long as standard input.
    await programBeside('server');
    return 0;
  },
};
