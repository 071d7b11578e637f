import { statSync } from 'node:fs';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { git } from '../git/git.ts';

/**
 * Why nothing of a folder is to be run from the command line, where nobody was asked whether it is trusted: it belongs to somebody else, and git does not count it as safe (`safe.directory`) either.
 * Undefined where it may.
 */
export async function whyUntrusted(root: string): Promise<Message | undefined> {
  const user = process.getuid?.();
  const owner = statSync(root, { throwIfNoEntry: false })?.uid;
  const others = [user, Number(process.env['SUDO_UID'] ?? Number.NaN)];
  if (user === undefined || owner === undefined || others.includes(owner)) return undefined;
  const answer = await git(root, ['rev-parse', '--git-dir']);
  if (answer?.exitCode === 0) return undefined;
  return say(
    '{0} belongs to another user, so nothing in it is run. Where you trust it, tell git: git config --global --add safe.directory {0}',
    root,
  );
}
