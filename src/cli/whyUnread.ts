import { inEnglish } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { git } from '../workspace/git/git.ts';
import { homeOf } from '../workspace/files/innerRepositories.ts';
import type { Project } from '../workspace/project.ts';

/** Why a file that exists was not read, where its role does not say so already; undefined if it was. */
export async function whyUnread(project: Project, path: FilePath): Promise<string | undefined> {
  const skipped = project.skipped.find((file) => file.path === path);
  if (skipped) return `not read: ${inEnglish(skipped.reason)}`;
  if (project.index.files.has(path)) return undefined;
  const ignored = await ignoreRule(project.root, path);
  return ignored === undefined ? 'not read: not among the files of the workspace folder' : `not read: ignored by git, ${ignored}`;
}

/** The rule of git that ignores a file, `.gitignore:3: dist/`; undefined where there is none, or no git. */
async function ignoreRule(root: string, path: FilePath): Promise<string | undefined> {
  const home = homeOf(root, path);
  const answer = await git(home.folder, ['check-ignore', '--verbose', '--', home.path], { alone: home.folder !== root });
  if (answer?.exitCode !== 0) return undefined;
  const [rule = ''] = answer.output.split('\t');
  return rule.replace(/^(.*?:\d+):/u, '$1: ');
}
