import { existsSync, realpathSync } from 'node:fs';
import nodePath from 'node:path';
import { git } from '../../git/git.ts';

/**
 * The index file that git hands to its hooks where it is not the usual one, as for `git commit --all` and `git commit FILE` (githooks(5)):
 * `stagedIndex('/repo', '.git/next-index-17.lock')` is `/repo/.git/next-index-17.lock`. One among the files of another repository, whose hook
 * asks about this one, is not meant.
 *
 * @param given the variable GIT_INDEX_FILE, relative to the root of the repository.
 */
export async function stagedIndex(root: string, given: string | undefined): Promise<string | undefined> {
  if (!given) return undefined;
  const answer = await git(root, ['rev-parse', '--absolute-git-dir', '--show-toplevel']);
  const [gitFolder = '', top = ''] = answer?.exitCode === 0 ? answer.output.split(/\r?\n/u) : [];
  if (top === '') return undefined;
  const file = nodePath.resolve(top, given);
  const folder = nodePath.dirname(file);
  try {
    // Whoever commits may have git write its index anywhere.
    return realpathSync(folder) === realpathSync(gitFolder) || !existsSync(nodePath.join(folder, 'HEAD')) ? file : undefined;
  } catch {
    return undefined;
  }
}
