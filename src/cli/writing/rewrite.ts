import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { messageOf } from '../../text/errors.ts';
import { UserError } from '../../workspace/userError.ts';
import { replaceFile } from './replaceFile.ts';

/** A file of the workspace folder that is about to be rewritten. */
export interface PreparedFile {
  readonly path: FilePath;
  /** Puts the new text in its place, unless the file changed meanwhile. */
  write(newText: string): Promise<void>;
}

const BOM = '\uFEFF';

/**
 * Reads a file that is to be rewritten and makes sure that a rewrite loses nothing.
 *
 * @param text what the edits were made for; with or without the file's byte order mark.
 * @throws UserError when the file is not valid UTF-8, cannot be read, lies outside of the root, or is no longer that text.
 */
export async function prepareRewrite(root: string, path: FilePath, text: string): Promise<PreparedFile> {
  const named = join(root, path);
  const target = await realpath(named).catch((error: unknown) => refuse(say('{0} cannot be read: {1}', path, messageOf(error))));
  const realRoot = await realpath(root);
  // A link inside the folder that leads out of it must not make us write there.
  if (dirname(target) !== realRoot && !target.startsWith(join(realRoot, '/'))) refuse(say('{0} leads out of the workspace folder', path));

  const bytes = await readFile(target).catch((error: unknown) => refuse(say('{0} cannot be read: {1}', path, messageOf(error))));
  const onDisk = decode(path, bytes);
  const mark = onDisk.startsWith(BOM) && !text.startsWith(BOM) ? BOM : '';
  if (onDisk !== mark + text) refuse(say('{0} changed since it was read; run this again', path));

  return {
    path,
    async write(newText) {
      if (!bytes.equals(await readFile(target))) refuse(say('{0} changed since it was read; run this again', path));
      await replaceFile(target, mark + newText).catch((error: unknown) =>
        refuse(say('{0} cannot be written: {1}', path, messageOf(error))),
      );
    },
  };
}

function decode(path: FilePath, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(say('{0} is not valid UTF-8, so that a rewrite could damage it; convert it first', path));
  }
}

function refuse(why: Message): never {
  throw new UserError(why);
}
