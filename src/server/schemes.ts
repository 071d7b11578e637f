import type { ServerCapabilities, WorkspaceFolder } from 'vscode-languageserver';
import { schemeOf } from './uris.ts';

const FILE = '"scheme":"file"';

/**
 * Capabilities that select files of the disk, with the files of the window's folders selected as well, wherever these lie:
 * `[{ scheme: 'file' }, { scheme: 'vscode-vfs' }]` where a folder of GitHub is open.
 */
export function inSchemes(capabilities: ServerCapabilities, folders: readonly Pick<WorkspaceFolder, 'uri'>[]): ServerCapabilities {
  const schemes = [...new Set(['file', ...folders.map(({ uri }) => schemeOf(uri))])];
  return schemes.length === 1 ? capabilities : (spread(capabilities, schemes) as ServerCapabilities);
}

/** Each element of a list that names the scheme once for every scheme. */
function spread(value: unknown, schemes: readonly string[]): unknown {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => copies(each, schemes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spread(inner, schemes)]));
}

function copies(value: unknown, schemes: readonly string[]): readonly unknown[] {
  const text = JSON.stringify(value);
  if (!text.includes(FILE)) return [value];
  return schemes.map((scheme) => JSON.parse(text.replaceAll(FILE, `"scheme":${JSON.stringify(scheme)}`)) as unknown);
}
