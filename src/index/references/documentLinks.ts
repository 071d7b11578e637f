import type { FilePath } from '../../model/position.ts';
import { folderOf, inFolder, normalPath } from '../../text/paths.ts';
import { decodePercent } from '../../text/percent.ts';

/** Where a link of a document may lead. */
export type LinkTargets =
  /** Another page of the web, or a place in the same document. */
  | { readonly kind: 'elsewhere' }
  /** Above the root of the workspace folder. */
  | { readonly kind: 'outside' }
  /** The link is whole if one of these files or this folder exists. */
  | { readonly kind: 'inside'; readonly files: readonly FilePath[]; readonly folder: string };

/**
 * What a link means, as a site that is built from the documents resolves it: `../plan/overview` from
 * `docs/launch/a.md` may be `docs/plan/overview`, `docs/plan/overview.md`, `docs/plan/overview/index.md`,
 * `docs/plan/overview/README.md` or the folder itself (which a code host shows); `x.html` may be `x.md`. Query and fragment are
 * cut off, `%20` is decoded, and a leading slash means the site's root.
 */
export function linkTargets(target: string, from: FilePath, siteRoot: string): LinkTargets {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(target)) return { kind: 'elsewhere' };
  const written = decodePercent(target.replace(/[?#].*$/su, ''));
  if (written === '') return { kind: 'elsewhere' };
  const base = written.startsWith('/') ? siteRoot : folderOf(from);
  const path = normalPath(`${base}/${written}`);
  if (path === undefined) return { kind: 'outside' };
  return { kind: 'inside', files: filesFor(path, written.endsWith('/')), folder: path };
}

function filesFor(path: string, isFolder: boolean): readonly FilePath[] {
  const startPages = ['index.md', 'README.md'].map((name) => inFolder(path, name));
  if (path === '') return startPages;
  const pages = [`${path}.md`, `${path}.markdown`, ...startPages];
  if (isFolder) return pages;
  const source = path.replace(/\.html?$/u, '.md');
  return source === path ? [path, ...pages] : [path, source, ...pages];
}
