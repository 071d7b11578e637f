import type { ItemAddress } from '../../server/protocol.ts';

/** What links begin with, behind the id of the extension. */
const PATH = '/item';

/**
 * The link that opens an item in VS Code: `vscode://reqtrace.reqtrace/item?folder=shop&key=docs%2Flaunch%23IP-1`. It names the last part of the
 * folder's path, since it stands elsewhere on other machines.
 */
export function itemLink({ folder, key }: ItemAddress, scheme: string, extensionId: string): string {
  const name = decodeURIComponent(folder.replace(/\/+$/u, '')).split('/').at(-1) ?? '';
  return `${scheme}://${extensionId}${PATH}?folder=${encodeURIComponent(name)}&key=${encodeURIComponent(key)}`;
}

/** What a link asks for, of the folders of this window; undefined for one that is not ours. Without a folder of that name the first is taken. */
export function itemOfLink(
  { path, query }: { readonly path: string; readonly query: string },
  folders: readonly string[],
): ItemAddress | undefined {
  const asked = new URLSearchParams(query);
  const key = asked.get('key');
  if (path !== PATH || key === null) return undefined;
  const named = folders.find((folder) => decodeURIComponent(folder.replace(/\/+$/u, '')).endsWith(`/${asked.get('folder') ?? ''}`));
  const folder = named ?? folders[0];
  return folder === undefined ? undefined : { folder, key };
}
