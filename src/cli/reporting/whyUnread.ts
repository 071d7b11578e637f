import { inEnglish } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { whyIgnored } from '../../workspace/files/listing/whyIgnored.ts';
import type { Project } from '../../workspace/project.ts';

/** Why a file that exists was not read, where its role does not say so already; undefined if it was. */
export async function whyUnread(project: Project, path: FilePath): Promise<string | undefined> {
  const skipped = project.skipped.find((file) => file.path === path);
  if (skipped) return `not read: ${inEnglish(skipped.reason)}`;
  if (project.index.files.has(path)) return undefined;
  const ignored = await whyIgnored(project.root, path);
  return ignored === undefined ? 'not read: not among the files of the workspace folder' : `not read: ignored by git, ${ignored}`;
}
