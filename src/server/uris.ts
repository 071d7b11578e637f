import type { FilePath } from '../model/position.ts';
import { decodePercent } from '../text/percent.ts';

/*
 * URIs of the protocol and paths of files. Clients write the same file in different ways (`file:///c%3A/x`, `file:///C:/x`), so
 * two URIs are only ever compared by their decoded paths.
 */

/**
 * Path of a `file:` URI as the operating system writes it: `file:///c%3A/a%20b` is `c:\a b` on Windows,
 * `file://server/share` is `\\server\share` there. Undefined for any other scheme and for what is not a URI.
 */
export function fsPathOf(uri: string, windows: boolean): string | undefined {
  const path = decodedPath(uri);
  if (path === undefined) return undefined;
  if (!windows) return path;
  const local = /^\/[a-z]:/u.test(path) ? path.slice(1) : path;
  const rooted = /^[a-z]:$/u.test(local) ? `${local}/` : local;
  return rooted.replaceAll('/', '\\');
}

/**
 * Path of a file relative to a folder, both as URIs: `file:///c%3A/p/docs/a.md` in `file:///C:/p` is `docs/a.md`.
 * The folder itself is the empty path; undefined for what is not in it.
 */
export function pathInFolder(folderUri: string, uri: string): FilePath | undefined {
  const folder = decodedPath(folderUri)?.replace(/\/+$/u, '');
  const path = decodedPath(uri)?.replace(/\/+$/u, '');
  if (folder === undefined || path === undefined) return undefined;
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/**
 * URI of a file in a folder, encoded as VS Code does, so that editors that compare strings find it:
 * `docs/a b (1).md` in `file:///p` is `file:///p/docs/a%20b%20%281%29.md`.
 */
export function uriInFolder(folderUri: string, path: FilePath): string {
  return `${folderUri.replace(/\/+$/u, '')}/${path.split('/').map(encodeSegment).join('/')}`;
}

/** True for the URI of a text that was never saved: `untitled:Untitled-1`. */
export function isUntitled(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** Authority and path with escapes resolved and the drive letter in lower case: `/c:/a b`, `//server/share`. */
function decodedPath(uri: string): string | undefined {
  const match = /^file:\/\/([^/?#]*)([^?#]*)/iu.exec(uri);
  if (!match) return undefined;
  const [, authority = '', path = ''] = match;
  const server = authority === '' || authority.toLowerCase() === 'localhost' ? '' : `//${decodePercent(authority)}`;
  const decoded = decodePercent(path).replace(/^\/[A-Z]:/u, (drive) => drive.toLowerCase());
  return server + (decoded || '/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
