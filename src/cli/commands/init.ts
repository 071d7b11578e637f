import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { messageOf } from '../../text/errors.ts';
import { proposeConfiguration } from '../../workspace/configuration/proposeConfiguration.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';

/** `reqtrace init`: a commented reqtrace.yaml that says what was found and changes nothing yet. */
export const init: Command = {
  name: 'init',
  summary: 'write a commented reqtrace.yaml that fits this repository',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { 'dry-run': { type: 'boolean', help: 'print the file instead of writing it' } },
  exitCodes: { 0: 'file written or printed', 2: 'there is one already, or could not run' },
  example: 'reqtrace init --dry-run',

  async run(context) {
    const { io, args } = context;
    // Not upward: a file for this folder is wanted, whatever the folders above have.
    const folder = args.value('root') ?? '.';
    const file = join(resolve(io.cwd, folder), CONFIGURATION_FILE);
    if (existsSync(file)) throw new UserError(`${file} is there already; edit it, or move it away first`);

    const text = await proposeConfiguration(await openWorkspace(context, folder), true);
    if (args.flag('dry-run')) {
      io.stdout.write(text);
      return 0;
    }
    await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
      throw new UserError(`Cannot write ${file}: ${messageOf(error)}`);
    });
    io.stdout.write(`Wrote ${file}\n`);
    return 0;
  },
};
