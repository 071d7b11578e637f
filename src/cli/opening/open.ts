import { resolve } from 'node:path';
import { say } from '../../model/message.ts';
import { renderFindings } from '../../report/findings/text.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { defaultCacheFolder } from '../../workspace/cache/cacheFolder.ts';
import { isDay } from '../../text/day.ts';
import type { Project, ProjectOptions } from '../../workspace/project.ts';
import { openProject } from '../../workspace/openProject.ts';
import { UserError } from '../../workspace/userError.ts';
import type { CommandContext } from '../command.ts';
import { choosePalette } from '../terminal/colour.ts';
import { progressLine } from '../terminal/progress.ts';
import { chooseRoot } from './root.ts';

/** Where facts are kept, unless the arguments say `--no-cache`. */
export function cacheFolderOf({ io, args }: Pick<CommandContext, 'io' | 'args'>): string | undefined {
  return args.flag('no-cache') ? undefined : defaultCacheFolder(io.env);
}

/**
 * Opens the workspace folder that the arguments ask for, with a line of progress if it takes long.
 *
 * @param folder wins over `--root`.
 * @param options says whether code is read even if there is nothing to trace it to, and which texts win over the disk.
 * @throws UserError when there is no such folder, `--today` is not a date, or reqtrace.yaml has an error.
 */
export async function openWorkspace(
  { io, args }: CommandContext,
  folder?: string,
  { readsAll = false, openTexts }: Pick<ProjectOptions, 'readsAll' | 'openTexts'> = {},
): Promise<Project> {
  const today = parseToday(args.value('today'));
  const progress = progressLine(io);
  // What is read of texts that are not the folder's own is not kept for the next run.
  const cacheFolder = openTexts ? undefined : cacheFolderOf({ io, args });
  const project = await openProject(chooseRoot(io.cwd, folder ?? args.value('root')), {
    ...(today !== undefined && { today }),
    ...(cacheFolder !== undefined && { cacheFolder }),
    readsAll,
    ...(openTexts && { openTexts }),
    evidence: args.values('evidence').map((file) => resolve(io.cwd, file)),
    onProgress: progress.update,
  }).finally(progress.done);

  if (!project.configurationValid) {
    const errors = project.index.findings(CONFIGURATION_FILE);
    io.stderr.write(`${renderFindings(errors, choosePalette({ ...io, stdout: io.stderr }, args.flag('no-color')))}\n`);
    throw new UserError(say('{0} has errors. Fix them and rerun', CONFIGURATION_FILE));
  }
  return project;
}

/** The day that `--today` names; a UserError for anything else. */
export function parseToday(text: string | undefined): string | undefined {
  if (text === undefined || isDay(text)) return text;
  throw new UserError(say('"{0}" is not a date: --today takes YYYY-MM-DD, as in --today 2026-11-21', text));
}
