import { realpath, stat, writeFile } from 'node:fs/promises';
import { say } from '../../model/message.ts';
import { codeOf, messageOf } from '../../text/errors.ts';
import { UserError } from '../../workspace/userError.ts';
import { replaceFile } from './replaceFile.ts';

/** A file that may be written in a folder that may not, or one that somebody holds open on Windows. */
const NOT_BESIDE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EBUSY']);

/**
 * Writes a file that the user named: `save('/home/me/shop/coverage.html', 'coverage.html', text)`. Where it cannot be written whole, what was there
 * stays.
 *
 * @throws UserError, with the name as it was given, where it cannot be written.
 */
export async function save(path: string, named: string, text: string | Uint8Array): Promise<void> {
  try {
    // Through a link the file is replaced that it leads to.
    const target = await realpath(path).catch(() => path);
    const there = await stat(target).catch(() => undefined);
    // Such as /dev/stdout.
    if (there && !there.isFile()) await writeFile(target, text);
    else
      await replaceFile(target, text).catch((error: unknown) => {
        if (!there || !NOT_BESIDE.has(codeOf(error) ?? '')) throw error;
        return writeFile(target, text);
      });
  } catch (error) {
    throw new UserError(say('Cannot write {0}: {1}', named, messageOf(error)));
  }
}
