import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes beside a file and renames, so that whoever reads meanwhile, a crash, or a disk that is full leaves the old text or the new one:
 * `replaceFile('/home/me/shop/coverage.html', text)`. A file that was there keeps its rights.
 *
 * @param target absolute; no link.
 * @throws what the file system says.
 */
export async function replaceFile(target: string, text: string | Uint8Array): Promise<void> {
  const mode = await stat(target).then(
    (there) => there.mode,
    () => undefined,
  );
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      // The mode given to `open` is cut by the umask.
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
