import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import { messageOf } from '../../text/errors.ts';
import { Fitting } from '../../workspace/configuration/fitting.ts';
import { proposeConfiguration } from '../../workspace/configuration/proposeConfiguration.ts';
import { filesOnDisk } from '../../workspace/files/diskFiles.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Project } from '../../workspace/project.ts';
import type { Command, CommandContext } from '../command.ts';
import { chooseRows, pickedOf } from '../terminal/chooseRows.ts';
import type { CliIo } from '../terminal/io.ts';
import { progressLine } from '../terminal/progress.ts';
import { openWorkspace } from '../opening/open.ts';

/**
 * `reqtrace init`: a commented reqtrace.yaml that says what was found. On a terminal it asks which proposals to write, with the effect of each; without one
 * it changes nothing yet.
 */
export const init: Command = {
  name: 'init',
  summary: say('write a commented reqtrace.yaml that fits this repository'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    'dry-run': { type: 'boolean', help: say('print the file instead of writing it') },
    yes: { type: 'boolean', short: 'y', help: say('do not ask, and write what is selected by default') },
  },
  exitCodes: { 0: say('file written or printed'), 2: say('there is one already, or could not run') },
  example: 'reqtrace init --dry-run',

  async run(context) {
    const { io, args } = context;
    // Not upward: a file for this folder is wanted, whatever the folders above have.
    const folder = args.value('root') ?? '.';
    const file = join(resolve(io.cwd, folder), CONFIGURATION_FILE);
    if (existsSync(file)) throw new UserError(say('{0} is there already; edit it, or move it away first', file));

    const project = await openWorkspace(context, folder);
    const ask = args.flag('yes') ? undefined : io.ask;
    const text =
      args.flag('yes') || ask
        ? await chosenText(context, project, ask)
        : proposeConfiguration(project, await filesOnDisk(project.root, true));
    if (text === undefined) {
      io.stderr.write(`${l10n.t('Nothing was written')}\n`);
      return 0;
    }
    if (args.flag('dry-run')) {
      io.stdout.write(text);
      return 0;
    }
    await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
      throw new UserError(say('Cannot write {0}: {1}', file, messageOf(error)));
    });
    io.stdout.write(`${l10n.t('Wrote {0}', file)}\n`);
    return 0;
  },
};

/** The text with what a person chose in it, or with what is ticked where nobody is asked; undefined for one who gives up. */
async function chosenText({ io }: CommandContext, project: Project, ask: CliIo['ask']): Promise<string | undefined> {
  const progress = progressLine(io);
  const fitting = await Fitting.begin(project, { trusted: true, onProgress: progress.update }).finally(progress.done);
  const chosen = ask ? await chooseRows(fitting, (text) => io.stderr.write(text), ask) : pickedOf(fitting);
  return chosen && fitting.text(chosen);
}
