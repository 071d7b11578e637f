import { statSync } from 'node:fs';
import nodePath from 'node:path';
import { say } from '../model/message.ts';
import { diskWorld } from './diskWorld.ts';
import { DiskFiles } from './files/diskFiles.ts';
import { FolderProject } from './folderProject.ts';
import type { Project, ProjectOptions } from './project.ts';
import { UserError } from './userError.ts';

/**
 * Opens a workspace folder and indexes it.
 *
 * @throws UserError when the folder does not exist or cannot be listed.
 */
export async function openProject(root: string, options: ProjectOptions = {}): Promise<Project> {
  const folder = nodePath.resolve(root);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UserError(say('No such folder: {0}', root));
  const project = new FolderProject(folder, new DiskFiles(folder, options.trusted ?? true), diskWorld(folder, options), options);
  await project.reload(options.signal);
  return project;
}
