import type { Site, SiteContent } from '../../model/site.ts';
import { fileName, folderOf, inFolder, normalPath } from '../../text/paths.ts';
import { address, baseOf, fileMeant, folderAt, folderFile, isIndex, isReadme, outputFile, stemOf } from './addresses.ts';
import type { Generator, Page, PageLink, SiteFile } from './generator.ts';
import { bracesBehind, textOf, withoutComments } from './literals.ts';
import { githubAnchors } from './slugs/github.ts';

/** `01-intro` is `intro`; a date and a version are left alone. */
const NUMBERED = /^(?:\d+)\s*[-_.]+\s*(?=[^-_.\s])/u;
const NOT_NUMBERED = /^(?:\d{2,4}[-_.]\d{2}[-_.]\d{2,4}|\d+[._]\d+)/u;
const CONFIGURATIONS = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `docusaurus.config.${ending}`);

/** Docusaurus: `docs/01-a.md` is `/docs/a`, and links to other files are followed from page to page, or from the folder of documents. */
export const docusaurus: Generator = {
  name: 'docusaurus',
  title: 'Docusaurus',
  files: CONFIGURATIONS,
  pages: /\.(?:mdx?|[jt]sx?)$/iu,
  usual: (folder) => ({
    root: folder,
    contents: [
      { folder: inFolder(folder, 'docs'), url: '/docs' },
      { folder: inFolder(folder, 'src/pages'), url: '', kind: 'pages' },
    ],
    statics: [inFolder(folder, 'static')],
  }),
  read: readSite,
  outputs(site, page) {
    const { content, within, facts } = page;
    if (facts.hidden || within.split('/').some((name) => name.startsWith('_') || name.includes('.test.'))) return [];
    const style = site.traits.includes('html') ? 'html' : 'folder';
    if (content.kind === 'pages') {
      const url = address(content.url, isIndex(within) ? folderOf(within) : stemOf(within));
      return [isIndex(within) ? folderFile(url) : outputFile(url, style)];
    }
    return /\.mdx?$/iu.test(within) ? [outputFile(addressOf(page), style)] : [];
  },
  sources,
  imports: true,
  addsBase: true,
  bare: true,
  made: /^\/(?:blog|tags|search|category|sitemap\.xml|api|(?:[a-z]{2}(?:-[A-Z]{2})?))(?:\/|$)|\/(?:next|v?\d+(?:\.(?:\d+|x))*|tags|category)(?:\/|$)/u,
  anchors: [githubAnchors],
};

function readSite({ path, folder, text: written }: SiteFile): Site {
  const text = withoutComments(written);
  const contents: SiteContent[] = [];
  const add = (block: string | undefined, usual: string): void => {
    const at = folderAt(folder, block && textOf(block, 'path'), usual);
    contents.push({ folder: at, url: address((block && textOf(block, 'routeBasePath')) ?? usual) });
  };
  if (!/(?<![\w.$])docs\s*:\s*false/u.test(text)) add(bracesBehind(text, /(?<![\w.$])docs\s*:\s*(?=\{)/u), 'docs');
  const plugins = text.matchAll(/plugin-content-docs['"`][^{]{0,80}/gu);
  for (const { 0: plugin, index } of plugins) add(bracesBehind(text.slice(index), new RegExp(`^[^{]{${plugin.length}}`, 'u')), 'docs');
  contents.push({ folder: inFolder(folder, 'src/pages'), url: '', kind: 'pages' });
  return {
    generator: 'docusaurus',
    from: path,
    root: folder,
    contents,
    base: baseOf(textOf(text, 'baseUrl')),
    statics: [inFolder(folder, 'static')],
    excluded: [],
    traits: [
      ...(/trailingSlash\s*:\s*false/u.test(text) ? (['html'] as const) : []),
      ...(/fromExtensions\s*:/u.test(text) ? (['endings'] as const) : []),
      ...(/numberPrefixParser|createRedirects|toExtensions|typedoc|openapi|redoc/u.test(text) ? (['open'] as const) : []),
    ],
    permalinks: [],
    redirects: Array.from(text.matchAll(/(?<![\w.$])from\s*:\s*["'](\/[^"'\n]*)["']/gu), ([, from = '']) => outputFile(from, 'folder')),
  };
}

function addressOf({ content, within, facts }: Page): string {
  const folders = folderOf(within).split('/').map(withoutNumber);
  const home = address(content.url, ...folders);
  const { slug, id } = facts;
  if (slug?.startsWith('/')) return address(content.url, slug);
  if (slug !== undefined) return address(home, slug);
  const name = id ?? withoutNumber(stemOf(fileName(within)));
  const isFolder = id === undefined && (isIndex(name) || isReadme(name) || name === folders.at(-1));
  return isFolder ? home : address(home, name);
}

function withoutNumber(name: string): string {
  return NOT_NUMBERED.test(name) ? name : name.replace(NUMBERED, '');
}

function sources({ root, contents }: Site, link: PageLink): readonly string[] {
  const { written, from } = link;
  if (written.startsWith('@site/')) return fileMeant({ from, written: written.slice('@site'.length) }, root);
  if (!/\.[^./]+$/u.test(written)) return [];
  if (!/\.mdx?$/iu.test(written)) return written.startsWith('/') ? [] : fileMeant(link, root);
  const folders = [...contents.map(({ folder }) => folder), root];
  const rooted = folders.flatMap((folder) => normalPath(inFolder(folder, written)) ?? []);
  if (written.startsWith('/')) return rooted;
  return written.startsWith('.') ? fileMeant(link, root) : [...fileMeant(link, root), ...rooted];
}
