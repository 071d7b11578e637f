import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../../model/message.ts';
import { findRoot } from '../../workspace/configuration/findRoot.ts';
import { UserError } from '../../workspace/userError.ts';

/**
 * The workspace folder: the one that was named, else the nearest one upward from `cwd` that has a reqtrace.yaml, else `cwd`.
 *
 * @throws UserError when the named one is not a folder.
 */
export function chooseRoot(cwd: string, named: string | undefined): string {
  if (named === undefined) return findRoot(cwd);
  const root = resolve(cwd, named);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new UserError(say('No such folder: {0}', named));
  return root;
}
