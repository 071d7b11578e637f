import { writeFile } from 'node:fs/promises';
import { messageOf } from '../../text/errors.ts';
import { UserError } from '../../workspace/userError.ts';

/**
 * Writes a file that the user named: `save('/home/me/shop/coverage.html', 'coverage.html', text)`.
 *
 * @throws UserError, with the name as it was given, where it cannot be written.
 */
export async function save(path: string, named: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UserError(`Cannot write ${named}: ${messageOf(error)}`);
  }
}
