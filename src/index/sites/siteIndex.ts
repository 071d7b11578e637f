import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { Site } from '../../model/site.ts';
import { addressOf, siteOf } from '../../formats/sites/siteOf.ts';
import type { SitePage } from '../../formats/sites/siteOf.ts';
import { stemOf } from '../../formats/sites/addresses.ts';
import { fileName } from '../../text/paths.ts';
import { MultiMap } from '../multiMap.ts';

/** What the pages of sites are made of: paths that exist, and facts. */
export interface SiteSources {
  readonly files: { readonly roles: ReadonlyMap<FilePath, unknown>; has(path: FilePath): boolean };
  facts(path: FilePath): FileFacts | undefined;
}

/** A page with what its site has for it. */
export interface PlacedPage extends SitePage {
  /** The files of the site, its own first; none for a page that it leaves out. */
  readonly outputs: readonly string[];
  /** Where people read it; undefined for a page that is left out. */
  readonly address: string | undefined;
}

const NOTHING: readonly string[] = [];
/** Pages whose front matter is read; that of others may move them anywhere. */
const READ = /\.(?:md|mdx|markdown)$/iu;

/** Which pages are at which addresses of the documentation sites of a folder; made when a link first asks, since most folders have no site. */
export class SiteIndex {
  readonly sites: readonly Site[];
  readonly #sources: SiteSources;
  #pages: MultiMap<string, FilePath> | undefined;
  readonly #placed = new Map<FilePath, readonly string[]>();

  constructor(sites: readonly Site[], sources: SiteSources) {
    this.sites = sites;
    this.#sources = sources;
  }

  /** A file as a page of its site; undefined for one that no site has. */
  page(path: FilePath): PlacedPage | undefined {
    const page = this.sites.length === 0 ? undefined : siteOf(this.sites, path);
    if (!page) return undefined;
    const { site, generator, content, within } = page;
    const outputs = generator.outputs(site, { path, content, within, facts: this.#sources.facts(path)?.page ?? {} });
    const [own] = outputs;
    return { ...page, outputs, address: own === undefined ? undefined : addressOf(site, generator, own) };
  }

  /** The page at an address of a site: the one whose own address it is, or else the first by path, where several would be there. */
  pageAt(site: Site, output: string): FilePath | undefined {
    const found = [...this.#table().get(keyOf(site, output))];
    if (found.length < 2) return found[0];
    const sorted = found.toSorted();
    return sorted.find((path) => this.page(path)?.outputs[0] === output) ?? sorted[0];
  }

  /**
   * Takes up files that came, went or say something else of their address.
   *
   * @returns keys, as {@link keyOf} makes them, of the addresses at which there is another page now.
   */
  update(changed: Iterable<FilePath>): ReadonlySet<string> {
    const moved = new Set<string>();
    if (!this.#pages) return moved;
    for (const path of changed) {
      const before = this.#placed.get(path) ?? NOTHING;
      const after = this.#keysOf(path);
      for (const key of before) {
        this.#pages.delete(key, path);
        if (!after.includes(key)) moved.add(key);
      }
      for (const key of after) {
        this.#pages.add(key, path);
        if (!before.includes(key)) moved.add(key);
      }
      if (after.length > 0) this.#placed.set(path, after);
      else this.#placed.delete(path);
    }
    return moved;
  }

  #table(): MultiMap<string, FilePath> {
    if (this.#pages) return this.#pages;
    this.#pages = new MultiMap();
    this.update(this.#sources.files.roles.keys());
    return this.#pages;
  }

  #keysOf(path: FilePath): readonly string[] {
    const page = this.#sources.files.has(path) ? this.page(path) : undefined;
    if (!page) return NOTHING;
    const unread = page.generator.moves && !READ.test(path) ? [`stem:${stemOf(fileName(path))}`] : [];
    return [...new Set([...page.outputs, ...unread])].map((output) => keyOf(page.site, output));
  }
}

/** The name of an address among those of all sites. */
export function keyOf(site: Site, output: string): string {
  return `${site.from} ${output}`;
}
