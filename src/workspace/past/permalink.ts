import { say } from '../../model/message.ts';
import type { Location } from '../../model/position.ts';
import { forgeAddress } from '../../report/writing/forge.ts';
import { encodedPath } from '../../report/writing/permalink.ts';
import { git, gitLine } from '../git/git.ts';
import { UserError } from '../userError.ts';
import { gitPrefix } from './gitState.ts';
import type { GitState } from './gitState.ts';

/**
 * The address at which the forge shows a place at the commit that is checked out: `https://github.com/o/r/blob/3f2a9c1…/docs/a.md#L7`. Without the line
 * where the file is another now than at that commit, since the line may be, too.
 *
 * @throws UserError where there is no such address: no commit, one that no remote branch has, a file that it does not have, a forge that is not known.
 */
export async function permalink(root: string, { path, range }: Location): Promise<string> {
  const commit = await gitLine(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (commit === undefined) throw new UserError(say('There is no commit yet'));
  const branches = await gitLine(root, [
    'for-each-ref',
    '--count=1',
    `--contains=${commit}`,
    '--format=%(refname:lstrip=2)',
    'refs/remotes/',
  ]);
  if (branches === undefined) throw new UserError(say('No remote branch has the commit {0} yet: push it first', commit.slice(0, 10)));
  const prefix = await gitPrefix(root);
  if ((await gitLine(root, ['ls-tree', '--name-only', commit, '--', path])) === undefined)
    throw new UserError(say('{0} is not in the commit {1} yet', path, commit.slice(0, 10)));
  const remote = await gitLine(root, ['remote', 'get-url', branches.split('/', 1)[0] ?? 'origin']);
  const address = remote === undefined ? undefined : forgeAddress(remote, commit);
  if (!address) throw new UserError(say('Where the forge of this repository shows its files is not known'));
  const changed = await git(root, ['diff', '--quiet', commit, '--', path]);
  const file = address.file.replace('{path}', () => encodedPath(prefix + path));
  return changed?.exitCode === 0 ? file + address.line.replace('{line}', String(range.start.line + 1)) : file;
}

/**
 * Where the forge shows lines of all files as the checked out commit has them: `https://github.com/o/r/blob/3f2a9c1…/shop/{path}#L{line}`. Undefined
 * where nobody else can see that: tracked files differ from the commit, no remote branch has it, the forge is not known.
 */
export async function forgeLines(root: string, { prefix, commit, modified }: GitState): Promise<string | undefined> {
  if (commit === undefined || modified) return undefined;
  const branches = await gitLine(root, [
    'for-each-ref',
    '--count=1',
    `--contains=${commit}`,
    '--format=%(refname:lstrip=2)',
    'refs/remotes/',
  ]);
  if (branches === undefined) return undefined;
  const remote = await gitLine(root, ['remote', 'get-url', branches.split('/', 1)[0] ?? 'origin']);
  const address = remote === undefined ? undefined : forgeAddress(remote, commit);
  return address && address.file.replace('{path}', () => `${encodedPath(prefix)}{path}`) + address.line;
}
