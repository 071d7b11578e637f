import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { toFilePath } from '../../workspace/files/filePaths.ts';
import { UserError } from '../../workspace/userError.ts';

/**
 * The file or folder of the workspace folder that an argument names: relative to `cwd`, else to the root, since
 * that is how reports print paths.
 *
 * @throws UserError when there is none or it lies outside.
 */
export function locate(argument: string, cwd: string, root: string): FilePath {
  const absolute = [cwd, root].map((base) => resolve(base, argument)).find((candidate) => existsSync(candidate));
  if (absolute === undefined) throw new UserError(say('No such file or folder: {0}', argument));
  const path = toFilePath(root, absolute) ?? toFilePath(realpathSync(root), realpathSync(absolute));
  if (path === undefined) throw new UserError(say('{0} is not in the workspace folder {1}', argument, root));
  return path;
}
