import { git, gitLine } from '../git/git.ts';

/** Where a workspace folder is in its repository. */
export interface GitState {
  /** Path of the folder in its repository: empty at its root or without one, else with a slash at the end, `examples/shop/`. */
  readonly prefix: string;
  /** The commit that is checked out; absent without a repository or before its first commit. */
  readonly commit?: string;
  /** Day of that commit in UTC, `2026-11-21`, as the committer's clock had it. */
  readonly committed?: string;
  /** The branch that is checked out; absent where a commit itself is. */
  readonly branch?: string;
  /** True if tracked files differ from that commit; a submodule does if it is at another one, whatever was changed in it. */
  readonly modified: boolean;
}

/** Asks git, which only reads: `{ prefix: 'examples/shop/', commit: '0a1b8e4…', modified: false }`. */
export async function gitState(root: string): Promise<GitState> {
  const prefix = await gitPrefix(root);
  const commit = await gitLine(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (commit === undefined) return { prefix, modified: false };
  // To look into a submodule, git would run the filters that this one names.
  const changes = await git(root, ['status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty', '-z', '--', '.']);
  const committed = Number(await gitLine(root, ['log', '-1', '--no-show-signature', '--format=%ct', 'HEAD']));
  const branch = await gitLine(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return {
    prefix,
    commit,
    ...(committed > 0 && { committed: new Date(committed * 1000).toISOString().slice(0, 10) }),
    ...(branch !== undefined && { branch }),
    modified: changes?.exitCode === 0 && changes.output !== '',
  };
}

/** Path of a folder in its repository, which tools that look at the whole repository need in front of ours: `examples/shop/`. */
export async function gitPrefix(root: string): Promise<string> {
  const answer = await git(root, ['rev-parse', '--show-prefix']);
  return answer?.exitCode === 0 ? answer.output.replace(/\r?\n$/u, '') : '';
}
