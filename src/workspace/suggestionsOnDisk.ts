import type { FilePath } from '../model/position.ts';
import { factFolder } from './cache/cacheFolder.ts';
import { ProfileCache } from './cache/profileCache.ts';
import { gitLine } from './git/git.ts';
import { recentCommits } from './past/recentCommits.ts';
import type { Project } from './project.ts';
import { Suggestions } from './suggestions.ts';

/**
 * Suggested links of a folder on the disk, with a cache and git: `await suggestionsOnDisk(project, true).now()`.
 *
 * @param usesGit false in a folder that the user does not trust.
 */
export function suggestionsOnDisk(project: Project, usesGit: boolean): Suggestions {
  const { cacheFolder, root, index } = project;
  return new Suggestions(project, {
    ...(cacheFolder !== undefined && { cache: new ProfileCache(factFolder(cacheFolder, root, index.configuration)) }),
    ...(usesGit && { commits: commitsOf(root) }),
  });
}

/** Asks git again once there is another commit. */
function commitsOf(root: string): () => Promise<readonly (readonly FilePath[])[]> {
  let known: { readonly head: string; readonly commits: readonly (readonly FilePath[])[] } | undefined;
  return async () => {
    const head = await gitLine(root, ['rev-parse', 'HEAD']);
    if (head === undefined) return [];
    if (known?.head !== head) known = { head, commits: await recentCommits(root) };
    return known.commits;
  };
}
