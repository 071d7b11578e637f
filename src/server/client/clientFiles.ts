import type { Connection } from 'vscode-languageserver';
import type { FilePath } from '../../model/position.ts';
import type { FolderAccess } from '../../workspace/virtual/folderAccess.ts';
import type { FileAddress, FileEntry } from '../fileProtocol.ts';
import { FILE_BYTES, FILE_ENTRIES, FILE_TIME, KEEP_TEXT, KEPT_TEXT } from '../fileProtocol.ts';
import { fnv1a } from '../../text/fnv1a.ts';
import type { Keeper } from '../../workspace/virtual/virtualFacts.ts';
import { uriInFolder } from '../uris.ts';

/** Files of a folder that only the client can read. */
export function clientFiles(connection: Pick<Connection, 'sendRequest'>, folder: string): FolderAccess {
  const address = (path: FilePath): FileAddress => ({ uri: path === '' ? folder : uriInFolder(folder, path) });
  return {
    async entries(path) {
      return (await connection.sendRequest<readonly FileEntry[] | null>(FILE_ENTRIES, address(path))) ?? undefined;
    },
    async bytes(path) {
      const bytes = await connection.sendRequest<Uint8Array | string | null>(FILE_BYTES, address(path));
      return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) : (bytes ?? undefined);
    },
    async written(path) {
      return (await connection.sendRequest<number | null>(FILE_TIME, address(path))) ?? undefined;
    },
  };
}

/** Keeps a text for a folder in the storage that the client has for the workspace. */
export function clientKeeper(connection: Pick<Connection, 'sendRequest'>, folder: string, engine: string): Keeper {
  const name = [fnv1a(folder), fnv1a(folder, 1)].map((sum) => sum.toString(36)).join('');
  return {
    engine,
    read: async () => (await connection.sendRequest<string | null>(KEPT_TEXT, { name })) ?? undefined,
    write: async (text) => void (await connection.sendRequest(KEEP_TEXT, { name, text })),
  };
}
