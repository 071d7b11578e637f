import type { FileAddress, FileEntry } from '../../../src/server/fileProtocol.ts';
import { FILE_BYTES, FILE_ENTRIES } from '../../../src/server/fileProtocol.ts';
import type { Client } from './client.ts';

/** Answers what the server asks of files that no disk has: `answerFiles(client, 'memfs:/shop', { 'docs/a.md': '# A' })`. */
export function answerFiles(client: Client, root: string, files: Readonly<Record<string, string>>): void {
  const pathOf = ({ uri }: FileAddress): string => decodeURIComponent(uri.slice(root.length + 1));
  client.connection.onRequest(FILE_ENTRIES, (address: FileAddress): FileEntry[] => {
    const folder = pathOf(address);
    const start = folder === '' ? '' : `${folder}/`;
    const below = Object.keys(files)
      .filter((file) => file.startsWith(start))
      .map((file) => file.slice(start.length));
    const kinds = new Map(below.map((rest) => [rest.split('/')[0] ?? '', rest.includes('/') ? ('folder' as const) : ('file' as const)]));
    return [...kinds];
  });
  client.connection.onRequest(FILE_BYTES, (address: FileAddress) => {
    const text = files[pathOf(address)];
    return text === undefined ? null : Buffer.from(text).toString('base64');
  });
}
