import { isPackedName } from '../formats/packed/packedText.ts';
import type { FilePath } from '../model/position.ts';
import { PACKED_SCHEME } from './protocol.ts';
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
  const path = isOnDisk(uri) ? decodedPath(uri) : undefined;
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
  // What a virtual folder is asked with goes on behind its path.
  const [base = '', query = ''] = folderUri.split(/(?=[?#])/u, 2);
  return `${base.replace(BEHIND, '$1$2')}/${path.split('/').map(encodeSegment).join('/')}${query}`;
}

/** The address of the text that stands for a file where that is packed, else the file's own. */
export function uriOfText(fileUri: string): string {
  return isOnDisk(fileUri) && isPackedName(fileUri) ? fileUri.replace(/^file:/iu, `${PACKED_SCHEME}:`) : fileUri;
}

/** True for the address of the text of a packed file. */
export function isOfPackedText(uri: string): boolean {
  return schemeOf(uri) === PACKED_SCHEME;
}

/** URI of an absolute path as the operating system writes it: `file:///c%3A/a%20b` for `c:\\a b`. */
export function uriOfPath(path: string): string {
  return uriInFolder('file:///', path.replaceAll('\\', '/').replace(/^\/+/u, ''));
}

/** The scheme of a URI, in small letters: `vscode-vfs`. */
export function schemeOf(uri: string): string {
  return (URI.exec(uri)?.[1] ?? '').toLowerCase();
}

/** True for a file that the operating system knows, and not only an editor: `file:///p/a.md`, not `vscode-vfs://github/owner/shop/a.md`. */
export function isOnDisk(uri: string): boolean {
  return /^file:\/\//iu.test(uri);
}

/** True for the URI of a text that was never saved: `untitled:Untitled-1`. */
export function isUntitled(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** A URI and the slashes at the end of its path. */
const BEHIND = /^([^:]+:(?:\/\/[^/]*)?)(.*?)\/*$/u;

/** Parts of a URI that has a scheme: `memfs`, `github`, `/shop/docs` of `memfs://github/shop/docs?at=main`. */
const URI = /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/iu;

/**
 * What two URIs of one file have in common: escapes resolved, and of a file on disk the drive letter in lower case: `/c:/a b`, `//server/share`, else
 * `vscode-vfs:github/owner/shop`.
 */
function decodedPath(address: string): string | undefined {
  // The text of a packed file is where the file is.
  const uri = isOfPackedText(address) ? address.replace(/^[^:]+:/u, 'file:') : address;
  const [, scheme = '', authority = '', path = ''] = URI.exec(uri) ?? [];
  if (scheme === '') return undefined;
  if (!isOnDisk(uri)) return `${scheme.toLowerCase()}:${decodePercent(authority)}${decodePercent(path) || '/'}`;
  const server = authority === '' || authority.toLowerCase() === 'localhost' ? '' : `//${decodePercent(authority)}`;
  const decoded = decodePercent(path).replace(/^\/[A-Z]:/u, (drive) => drive.toLowerCase());
  return server + (decoded || '/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
