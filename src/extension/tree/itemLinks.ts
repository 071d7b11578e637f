import type { ItemAddress } from '../../server/protocol.ts';

/** What links begin with, behind the id of the extension. */
const PATH = '/item';

/**
 * The link that opens an item in VS Code: `vscode://reqtrace.reqtrace/item?folder=shop&key=docs%2Flaunch%23IP-1`. It names the last part of the
 * folder's path, since it is elsewhere on other machines.
 */
export function itemLink({ folder, key }: ItemAddress, scheme: string, extensionId: string): string {
  const name = decodeURIComponent(folder.replace(/\/+$/u, '')).split('/').at(-1) ?? '';
  return `${scheme}://${extensionId}${PATH}?folder=${encoded(name)}&key=${encoded(key)}`;
}

/** VS Code hands over a query that it has decoded once, so what means something in a query is encoded twice. */
function encoded(value: string): string {
  return encodeURIComponent(value.replaceAll(/[%&+=]/gu, encodeURIComponent));
}

/**
 * What a link asks for, of the folders of this window; undefined for one that is not ours. Without a folder of that name the first is taken.
 *
 * @param link its query decoded once, as VS Code does.
 */
export function itemOfLink(link: { readonly path: string; readonly query: string }, folders: readonly string[]): ItemAddress | undefined {
  const { path, query } = link;
  const asked = new URLSearchParams(query);
  const key = asked.get('key');
  if (path !== PATH || key === null) return undefined;
  const named = folders.find((folder) => decodeURIComponent(folder.replace(/\/+$/u, '')).endsWith(`/${asked.get('folder') ?? ''}`));
  const folder = named ?? folders[0];
  return folder === undefined ? undefined : { folder, key };
}
