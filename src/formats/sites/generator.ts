import type { LinkTag, PageFacts, Site, SiteContent, GeneratorName } from '../../model/site.ts';
import type { FilePath } from '../../model/position.ts';
import type { MakeAnchors } from './slugs/headingWords.ts';

/** The configuration of a generator: `docs/.vitepress/config.ts` of the folder `docs`. */
export interface SiteFile {
  readonly path: FilePath;
  readonly folder: FilePath;
  readonly text: string;
}

/** A page in the words of its site. */
export interface Page {
  readonly path: FilePath;
  readonly content: SiteContent;
  /** Its path seen from the folder of its content. */
  readonly within: string;
  readonly facts: PageFacts;
}

/** A link as a page writes it, without query and fragment, decoded. */
export interface PageLink {
  readonly from: FilePath;
  readonly content: SiteContent;
  readonly written: string;
  /** The same with both, as it stands there. */
  readonly target: string;
}

/** Links that only the generator follows: `{% link docs/a.md %}`. */
export interface LinkTags {
  /** What they look like in a line: the name of the tag is the group `tag`, and `target` the file or page. */
  readonly form: RegExp;
  /** True where they are read in code, too, since they look like it. */
  readonly inCode?: true;
  readonly tagOf: (name: string) => LinkTag;
  /** The files that one may mean, the likeliest first. */
  readonly files: (site: Site, link: PageLink, tag: LinkTag) => readonly FilePath[];
  /** True where the build fails, or the link is gone, if none of them is there; otherwise it may be found in another way. */
  readonly isSure: (link: PageLink, tag: LinkTag) => boolean;
}

/**
 * A program that makes a site of documents, as far as addresses go: what its configuration says, at which address each page is, which links it follows
 * itself and what it calls a heading. Nothing of it is ever run.
 */
export interface Generator {
  readonly name: GeneratorName;
  /** As people call it: `Jekyll`. */
  readonly title: string;
  /** Where its configuration lies in the folder of a site: `.vitepress/config.ts`. */
  readonly files: readonly string[];
  /** Names of the files that are pages. */
  readonly pages: RegExp;
  /** What a configuration says; undefined where it is of another program. */
  readonly read: (file: SiteFile) => Site | undefined;
  /** The site of a folder of which reqtrace.yaml alone says that there is one. */
  readonly usual: (folder: FilePath) => Pick<Site, 'root' | 'contents' | 'statics'>;
  /** The files that the site has for a page, its own first: `/docs/a/index.html`; none for one that it leaves out. */
  readonly outputs: (site: Site, page: Page) => readonly string[];
  /** Files that the generator itself takes a link for, before any browser sees it; none where it leaves the link as it is. */
  readonly sources: (site: Site, link: PageLink) => readonly FilePath[];
  /** Tags and roles that are links to files or pages, for those generators that have them. */
  readonly tags?: LinkTags;
  /** True where front matter of a page in HTML or a template may put it at another address. */
  readonly moves?: true;
  /** True where files beside the pages are copied to the site. */
  readonly copies?: true;
  /** True where indented text below `!!! note` is text. */
  readonly opens?: true;
  /** True where a page may import others into itself. */
  readonly imports?: true;
  /** True where a link without a slash at its end is never that of a folder. */
  readonly strict?: true;
  /** True where a link that the generator does not take for a file is not a link on the page. */
  readonly onlySources?: true;
  /** True where links that begin with `/` get the base of the site put before them. */
  readonly addsBase: boolean;
  /** True where the address of a page has no slash at its end, though its file is `a/index.html`. */
  readonly bare: boolean;
  /** Addresses of pages that it makes itself, or of which more than paths decides. */
  readonly made?: RegExp;
  /** What it may call headings, its usual way first. */
  readonly anchors: readonly MakeAnchors[];
}
