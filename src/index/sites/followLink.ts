import type { DocumentLink } from '../../model/facts.ts';
import type { LinkTag } from '../../model/site.ts';
import type { FilePath } from '../../model/position.ts';
import { stemOf } from '../../formats/sites/addresses.ts';
import type { PageLink } from '../../formats/sites/generator.ts';
import { fileName, folderOf, inFolder, normalPath } from '../../text/paths.ts';
import { decodePercent } from '../../text/percent.ts';
import type { PlacedPage, SiteIndex } from './siteIndex.ts';
import { keyOf } from './siteIndex.ts';

/** Where a link leads on the site of its page. */
export type Followed =
  | { readonly kind: 'page' | 'file'; readonly path: FilePath }
  /** Nowhere. */
  | { readonly kind: 'dead'; readonly page: PlacedPage; readonly address: string | undefined }
  /** Only the generator knows. */
  | { readonly kind: 'unknown' };

/** A link without its place. */
export type WrittenLink = Pick<DocumentLink, 'target' | 'tag'>;

/** What a link asks of other files, each of which its answer depends on. */
export interface LinkQuestions {
  exists(path: FilePath): boolean;
  /** @param what an address at which there may be another page later, or a page that may be left out later. */
  asks(what: `page:${string}` | `anchors:${string}`): void;
}

/** What a site has as a page or not at all. */
const MARKDOWN = /\.(?:mdx?|markdown)$/iu;
const NAMED_PAGE = /\.(?:mdx?|markdown|html?|rst|ipynb)$/iu;

// @implements RT-1.6/AC1~77d8dd
/** Follows a link as the generator of its page's site and then a browser do: undefined for one of a page that no site has, and for one to another site. */
export function followLink(sites: SiteIndex, from: FilePath, { target, tag }: WrittenLink, questions: LinkQuestions): Followed | undefined {
  const page = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(target) ? undefined : sites.page(from);
  if (!page) return undefined;
  // What a template puts in is not known.
  if (/\{[{%<]/u.test(target)) return { kind: 'unknown' };
  const written = decodePercent(target.replace(/[?#].*$/su, ''));
  if (written === '') return undefined;
  if (tag !== undefined) return byTag(page, { from, content: page.content, written, target }, tag, questions);
  return bySource(sites, page, { from, content: page.content, written, target }, questions) ?? byAddress(sites, page, written, questions);
}

/** The same for a link that only the generator follows. */
function byTag(page: PlacedPage, link: PageLink, tag: LinkTag, { exists, asks }: LinkQuestions): Followed {
  const {
    site,
    generator: { tags },
  } = page;
  const path = tags?.files(site, link, tag).find(exists);
  if (path === undefined) return tags?.isSure(link, tag) ? { kind: 'dead', page, address: undefined } : { kind: 'unknown' };
  asks(`anchors:${path}`);
  return { kind: 'page', path };
}

function bySource(sites: SiteIndex, page: PlacedPage, link: PageLink, { exists, asks }: LinkQuestions): Followed | undefined {
  for (const path of page.generator.sources(page.site, link)) {
    if (!exists(path)) continue;
    asks(`anchors:${path}`);
    const other = sites.page(path);
    if (!other && !MARKDOWN.test(path)) return { kind: 'file', path };
    if (other?.address !== undefined) return { kind: 'page', path };
  }
  return undefined;
}

function byAddress(sites: SiteIndex, page: PlacedPage, written: string, questions: LinkQuestions): Followed {
  const { site, generator } = page;
  const dead: Followed = { kind: 'dead', page, address: undefined };
  // A word alone may be the name of any place of the project.
  if (generator.onlySources) return /[./]/u.test(written) ? dead : { kind: 'unknown' };
  const url = urlOf(page, written);
  if (url === undefined) return page.outputs.length === 0 ? { kind: 'unknown' } : dead;
  const inside = withoutBase(page, written, url);
  const found = pageAt(sites, page, inside ?? url, questions);
  if (inside === undefined) return { ...dead, address: found && sites.page(found)?.address };
  if (found !== undefined) return { kind: 'page', path: found };
  const file = fileAt(sites, page, inside, questions);
  if (file !== undefined) return { kind: 'file', path: file };
  const mayBe =
    inside === '/' ||
    mayBeMoved(sites, page, inside, questions) ||
    isMade(page, inside) ||
    candidates(inside, page).some((one) => site.redirects.includes(one));
  const isOpen = site.traits.includes('open') ? !NAMED_PAGE.test(written) : site.traits.includes('endings') && /\.html?$/iu.test(written);
  return !MARKDOWN.test(written) && (mayBe || isOpen) ? { kind: 'unknown' } : dead;
}

/** The address that a browser makes of a link, with a slash at its end if it has one; undefined above the root, and in a page that the site leaves out. */
function urlOf({ outputs: [own], generator }: PlacedPage, written: string): string | undefined {
  if (written.startsWith('/')) return closed(normalPath(written), written);
  if (own === undefined) return undefined;
  const at = generator.bare ? own.replace(/(?<=.)\/index\.html$/u, '') : own;
  return closed(normalPath(`${folderOf(at)}/${written}`), written);
}

function closed(path: string | undefined, written: string): string | undefined {
  if (path === undefined) return undefined;
  return path === '' ? '/' : `/${path}${/(?:^|\/)\.{0,2}$/u.test(written) ? '/' : ''}`;
}

/** The address within the site; undefined where a link from the root of the host leaves out the base of the site. */
function withoutBase({ site: { base }, generator }: PlacedPage, written: string, url: string): string | undefined {
  if (base === '' || !written.startsWith('/') || generator.addsBase) {
    // Some write the base where it would be added.
    return base !== '' && generator.addsBase && url.startsWith(`${base}/`) ? url.slice(base.length) : url;
  }
  if (url === base) return '/';
  return url.startsWith(`${base}/`) ? url.slice(base.length) : undefined;
}

function pageAt(sites: SiteIndex, page: PlacedPage, url: string, { asks }: LinkQuestions): FilePath | undefined {
  const { site } = page;
  for (const output of candidates(url, page)) {
    asks(`page:${keyOf(site, output)}`);
    const found = sites.pageAt(site, output);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files that a host looks for: `/a`, `/a.html` and `/a/index.html`; of `/a/` the last alone. */
function candidates(url: string, { generator }: PlacedPage): readonly string[] {
  if (url.endsWith('/')) return [`${url}index.html`];
  return [url, `${url}.html`, ...(generator.strict ? [] : [`${url}/index.html`])];
}

/** True for an address among those that the generator makes, unless the page that asks is among them: then they are the project's own. */
function isMade({ generator: { made }, outputs: [own] }: PlacedPage, url: string): boolean {
  const match = made?.exec(url)?.[0];
  return match !== undefined && (own === undefined || made?.exec(own)?.[0] !== match);
}

/** True where a page whose front matter is not read has the name that the address ends in. */
function mayBeMoved(sites: SiteIndex, { site }: PlacedPage, url: string, { asks }: LinkQuestions): boolean {
  const stem = `stem:${stemOf(fileName(url.replace(/\/$/u, '')))}`;
  asks(`page:${keyOf(site, stem)}`);
  return sites.pageAt(site, stem) !== undefined;
}

/** A file that the site has as it is, in a folder for such files or beside its pages. */
function fileAt(sites: SiteIndex, { site, generator }: PlacedPage, url: string, { exists }: LinkQuestions): FilePath | undefined {
  const places = [
    ...site.statics.map((folder) => inFolder(folder, url.slice(1))),
    ...(generator.copies ? site.contents : []).flatMap(({ folder, url: at }) =>
      `${url}/`.startsWith(`${at}/`) ? [inFolder(folder, url.slice(at.length + 1))] : [],
    ),
  ];
  return places.flatMap((path) => [path, `${path}.html`]).find((path) => path !== '' && exists(path) && !sites.page(path));
}
