import type { FilePath } from '../../../model/position.ts';
import { git } from '../../git/git.ts';
import { homeOf } from './innerRepositories.ts';

/** The rule of git that ignores a file, `.gitignore:3: dist/`; undefined where there is none, or no git. */
export async function whyIgnored(root: string, path: FilePath): Promise<string | undefined> {
  const home = homeOf(root, path);
  const answer = await git(home.folder, ['check-ignore', '--verbose', '--', home.path], { alone: home.folder !== root });
  if (answer?.exitCode !== 0) return undefined;
  const [rule = ''] = answer.output.split('\t');
  return rule.replace(/^(.*?:\d+):/u, '$1: ');
}
