import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../../model/message.ts';
import { UserError } from '../../workspace/userError.ts';

/**
 * Loads a program of the product that lies beside the command line, which starts faster without it: `await programBeside('server')`.
 *
 * @returns what it exports.
 * @throws UserError where it is missing.
 */
export async function programBeside(name: string): Promise<unknown> {
  const folder = dirname(realpathSync(process.argv[1] ?? '.'));
  const program = ['.mjs', '.cjs'].map((ending) => join(folder, `${name}${ending}`)).find((file) => existsSync(file));
  if (program === undefined)
    throw new UserError(say('{0} is missing; install reqtrace again, or build it with "npm run build"', join(folder, `${name}.mjs`)));
  return import(pathToFileURL(program).href);
}
