import type { FilePath } from './position.ts';

/** A program that makes a documentation site of the documents of a project. */
export type GeneratorName = 'jekyll' | 'mkdocs' | 'docusaurus' | 'hugo' | 'vitepress' | 'starlight' | 'eleventy' | 'sphinx';

/** A folder whose pages a site has, and the address that it has there: `docs` is `/docs`; empty for the root of the site. */
export interface SiteContent {
  readonly folder: FilePath;
  readonly url: string;
  /** What the generator calls pages of this kind, where it has several: `guides` of Jekyll's collections. */
  readonly kind?: string;
}

/** What a generator does otherwise than it usually does. */
export type SiteTrait =
  /** Pages are at `x.html` where they would be at `x/`, or the other way round. */
  | 'html'
  | 'folders'
  /** Plugins or the project's own code make pages, addresses or links that only the generator knows. */
  | 'open'
  /** Addresses that end in `.html` lead on to the pages. */
  | 'endings'
  /** Anchors are made by a rule of the project's own. */
  | 'own-anchors'
  /** Links that begin with `/` are links to files. */
  | 'rooted';

/** An address that front matter did not give, for pages whose path begins so: Jekyll's `defaults` and collections. */
export interface SitePermalink {
  readonly under: FilePath;
  readonly kind?: string;
  /** With Jekyll's placeholders: `/:path/`. */
  readonly pattern: string;
}

/** One documentation site of a project, as the configuration of its generator describes it. */
export interface Site {
  readonly generator: GeneratorName;
  /** The file that says so: `mkdocs.yml`, or reqtrace.yaml where `site:` does. */
  readonly from: FilePath;
  /** The folder that its paths start from, that of its configuration for most. */
  readonly root: FilePath;
  readonly contents: readonly SiteContent[];
  /** What every address begins with: `/base`; empty for most. */
  readonly base: string;
  /** Folders whose files the site has as they are: `static`. */
  readonly statics: readonly FilePath[];
  /** Globs of files that it leaves out, seen from its root. */
  readonly excluded: readonly string[];
  readonly traits: readonly SiteTrait[];
  readonly permalinks: readonly SitePermalink[];
  /** Addresses that lead on to others: `/old` of a plugin for redirects. */
  readonly redirects: readonly string[];
  /** Languages in which a page that is not translated is there in the first of them, whose folder that is, empty for the root: `['', 'de']`. */
  readonly fallbacks?: readonly string[];
}

/** What a page says about its address, most of it in its front matter, and about what is put into it. */
export interface PageFacts {
  /** `permalink`, `url` and the like: the address itself, without a leading slash for some. */
  readonly permalink?: string;
  /** The last part of the address, or a part of a path. */
  readonly slug?: string;
  /** Docusaurus: what stands for the name of the file. */
  readonly id?: string;
  /** Further addresses: `aliases`, `redirect_from`. */
  readonly redirects?: readonly string[];
  /** `draft: true`, `published: false`. */
  readonly hidden?: true;
  /** Pages that it imports, and that are put into it: `docs/_install.mdx`. */
  readonly partials?: readonly FilePath[];
}

/** How a link is written that only a generator of sites follows: `{% link %}` and `{% post_url %}` of Jekyll, `ref` and `relref` of Hugo, `{doc}` of MyST. */
export type LinkTag = 'link' | 'post_url' | 'ref' | 'doc';

/** What the project says in reqtrace.yaml of its sites: none at all, or these in place of those that are found. */
export type WrittenSites = 'none' | readonly WrittenSite[];

/** One entry of `site:`. */
export interface WrittenSite {
  readonly generator: GeneratorName;
  /** The folder of its pages, or of its configuration; empty for the root. */
  readonly folder?: FilePath;
  readonly base?: string;
}
