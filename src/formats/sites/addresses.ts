import { fileName, folderOf, inFolder, normalPath } from '../../text/paths.ts';
import type { FilePath } from '../../model/position.ts';
import type { PageLink } from './generator.ts';

const EXTENSION = /\.[^./]+$/u;

/** An address of parts: `address('/docs', 'a')` is `/docs/a`. */
export function address(...parts: readonly string[]): string {
  return `/${normalPath(parts.join('/')) ?? ''}`;
}

/** A path without the ending of its name: `a/b` for `a/b.md`. */
export function stemOf(path: string): string {
  return path.replace(EXTENSION, '');
}

/** The file that a site has for a page, in a folder of its own or beside others: `/a/index.html`, `/a.html`; that of a folder is the same for both. */
export function outputFile(url: string, style: 'folder' | 'html'): string {
  const at = address(url);
  if (at === '/') return '/index.html';
  return style === 'folder' ? `${at}/index.html` : `${at}.html`;
}

/** The file of a page that stands for its folder: `/docs/index.html`. */
export function folderFile(url: string): string {
  return address(url, 'index.html');
}

/** What a permalink makes of a page: `/x/` is `/x/index.html`, `/x.html` itself, `/x` what `bare` says. */
export function permalinkFile(permalink: string, bare: 'folder' | 'html'): string {
  const at = address(permalink);
  if (permalink.endsWith('/') || at === '/') return folderFile(at);
  return EXTENSION.test(fileName(at)) ? at : outputFile(at, bare);
}

/** The file that a link means beside the page that it is written in, or below a folder if it begins with a slash. */
export function fileMeant({ from, written }: Pick<PageLink, 'from' | 'written'>, root: FilePath): readonly FilePath[] {
  const path = normalPath(written.startsWith('/') ? inFolder(root, written.slice(1)) : inFolder(folderOf(from), written));
  return path === undefined ? [] : [path];
}

/** A name that stands for its folder. */
export function isIndex(path: string): boolean {
  return /^index$/iu.test(stemOf(fileName(path)));
}

/** Also `README`, in a generator that shows it for its folder. */
export function isReadme(path: string): boolean {
  return /^readme$/iu.test(stemOf(fileName(path)));
}

/** A slash before and none behind: `/base`; empty for the root. */
export function baseOf(written: string | undefined): string {
  const path = written?.replace(/^[a-z]+:\/\/[^/]+/iu, '') ?? '';
  const at = address(path);
  return at === '/' ? '' : at;
}

/** What a configuration says of its folders, as a path of the project. */
export function folderAt(folder: FilePath, written: string | undefined, usual: string): FilePath {
  return normalPath(inFolder(folder, written ?? usual)) ?? folder;
}
