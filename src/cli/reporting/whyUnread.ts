import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { whyIgnored } from '../../workspace/files/listing/whyIgnored.ts';
import type { Project } from '../../workspace/project.ts';

/** Why a file that exists was not read, where its role does not say so already; undefined if it was. */
export async function whyUnread(project: Project, path: FilePath): Promise<Message | undefined> {
  const skipped = project.skipped.find((file) => file.path === path);
  if (skipped) return say('not read: {0}', skipped.reason);
  if (project.index.files.has(path)) return undefined;
  const ignored = await whyIgnored(project.root, path);
  return ignored === undefined
    ? say('not read: not among the files of the workspace folder')
    : say('not read: ignored by git, {0}', ignored);
}
