import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileAddress, FileEntry, KeptName } from '../../server/fileProtocol.ts';
import { FILE_BYTES, FILE_ENTRIES, FILE_TIME, KEEP_TEXT, KEPT_TEXT } from '../../server/fileProtocol.ts';

/**
 * Answers what the server asks of files that only VS Code can read. A folder that is not one of the window, or in one, is none of its business.
 *
 * @param encode makes of bytes what can be sent.
 * @param storage folder of our own for the workspace, where there is one.
 */
export function answerFiles(
  client: BaseLanguageClient,
  encode: (bytes: Uint8Array) => Uint8Array | string,
  storage: Uri | undefined,
): void {
  client.onRequest(FILE_ENTRIES, async ({ uri }: FileAddress): Promise<FileEntry[] | null> => {
    const entries = await unlessGone(workspace.fs.readDirectory(known(uri)));
    return entries?.map(([name, type]) => [name, kindOf(type)] as const) ?? null;
  });
  client.onRequest<object | string | null, never>(FILE_BYTES, async ({ uri }: FileAddress) => {
    const bytes = await unlessGone(workspace.fs.readFile(known(uri)));
    return bytes ? encode(bytes) : null;
  });
  client.onRequest(FILE_TIME, async ({ uri }: FileAddress): Promise<number | null> => {
    const stat = await unlessGone(workspace.fs.stat(known(uri)));
    return stat?.mtime ?? null;
  });
  client.onRequest(KEPT_TEXT, async ({ name }: KeptName): Promise<string | null> => {
    const bytes = storage && (await unlessGone(workspace.fs.readFile(keptAt(storage, name))));
    return bytes ? new TextDecoder().decode(bytes) : null;
  });
  client.onRequest(KEEP_TEXT, async ({ name, text }: KeptName & { readonly text: string }): Promise<null> => {
    if (storage) await workspace.fs.writeFile(keptAt(storage, name), new TextEncoder().encode(text));
    return null;
  });
}

function keptAt(storage: Uri, name: string): Uri {
  if (!/^\w+$/u.test(name)) throw new Error('Not a name');
  return Uri.joinPath(storage, `${name}.json`);
}

function known(text: string): Uri {
  const uri = Uri.parse(text);
  if (!workspace.getWorkspaceFolder(uri)) throw new Error('Not in a folder of the window');
  return uri;
}

function kindOf(type: FileType): FileEntry[1] {
  // It is told beside what the link leads to.
  if (type >= FileType.SymbolicLink) return 'link';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

async function unlessGone<Answer>(asked: Thenable<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code))
      return undefined;
    throw error;
  }
}
