import { fileName, folderOf, inFolder } from '../../text/paths.ts';
import { slugOf } from '../carriers/markdown/slugs.ts';
import { address, baseOf, fileMeant, folderFile, isIndex, outputFile, stemOf } from './addresses.ts';
import type { Generator, Page } from './generator.ts';
import { bracesBehind, textOf, withoutComments } from './literals.ts';
import { starlightAnchors } from './slugs/github.ts';
import type { FilePath } from '../../model/position.ts';
import type { Site } from '../../model/site.ts';

/** Starlight, of Astro: `src/content/docs/a.md` is `/a/`, and links to files stay as they are. */
export const starlight: Generator = {
  name: 'starlight',
  title: 'Starlight',
  files: ['mjs', 'ts', 'js', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`),
  pages: /\.(?:mdx?|mdoc|markdown|astro|html)$/iu,
  usual: (folder) => ({ root: folder, contents: [{ folder, url: '' }], statics: [] }),
  read({ path, folder, text: written }) {
    const text = withoutComments(written);
    if (!text.includes('starlight')) return undefined;
    const fallbacks = localesIn(text);
    return {
      generator: 'starlight',
      from: path,
      root: folder,
      contents: placesIn(folder),
      base: baseOf(textOf(text, 'base')),
      statics: [inFolder(folder, 'public')],
      excluded: [],
      traits: /starlight(?:TypeDoc|OpenAPI|Blog|Obsidian)|typedoc|openapi|remarkPlugins|rehypePlugins/iu.test(text) ? ['open'] : [],
      permalinks: [],
      redirects: Array.from(text.matchAll(/["'](\/[^"'\n]*)["']\s*:\s*["'{]/gu), ([, from = '']) => outputFile(from, 'folder')),
      ...(fallbacks.length > 1 && { fallbacks }),
    };
  },
  outputs(site, page) {
    const own = outputOf(page);
    return own === undefined ? [] : [own, ...translated(site, page, own)];
  },
  // Pictures are taken up when the site is built.
  sources: ({ root }, link) =>
    /\.(?:png|jpe?g|gif|svg|webp|avif)$/iu.test(link.written) && !link.written.startsWith('/') ? fileMeant(link, root) : [],
  imports: true,
  addsBase: false,
  bare: false,
  made: /^\/(?:_astro\/|404|sitemap|rss\.xml)/u,
  anchors: [starlightAnchors],
};

function outputOf({ within, content, facts }: Page): string | undefined {
  if (facts.hidden || within.split('/').some((name) => name.startsWith('_'))) return undefined;
  if (facts.slug !== undefined) return outputFile(address(content.url, facts.slug), 'folder');
  const folder = address(content.url, ...folderOf(within).split('/').map(slugged));
  return isIndex(within) ? folderFile(folder) : outputFile(address(folder, slugged(stemOf(fileName(within)))), 'folder');
}

/** A page of the first language stands in for those of others that are not there. */
function translated({ fallbacks: [first, ...others] = [] }: Site, { within, content }: Page, own: string): readonly string[] {
  const language = within.split('/')[0] ?? '';
  if (first === undefined || content.kind !== undefined || (first === '' ? others.includes(language) : language !== first)) return [];
  const rest = first === '' ? own : own.slice(first.length + 1);
  return others.map((other) => `/${other}${rest}`);
}

/** The folders of the languages, that of the first before the others; none where the configuration does not write them. */
function localesIn(text: string): readonly string[] {
  const written = bracesBehind(text, /(?<![\w.$])locales\s*[:=]\s*(?=\{)/u)?.slice(1, -1) ?? '';
  const flat = written.replace(/\{[^{}]*\}/gu, '{}');
  const names = Array.from(flat.matchAll(/(?:^|[,{\s])["']?(root|[a-z]{2,3}(?:-[\w-]{1,12})?)["']?\s*:\s*\{\}/gu), ([, name = '']) => name);
  const first = names.includes('root') ? 'root' : textOf(text, 'defaultLocale');
  if (first === undefined || !names.includes(first)) return [];
  return [first, ...names.filter((name) => name !== first)].map((name) => (name === 'root' ? '' : name.toLowerCase()));
}

function slugged(name: string): string {
  return slugOf(name);
}

function placesIn(folder: FilePath): readonly { readonly folder: FilePath; readonly url: string; readonly kind?: string }[] {
  return [
    { folder: inFolder(folder, 'src/content/docs'), url: '' },
    { folder: inFolder(folder, 'src/pages'), url: '', kind: 'pages' },
  ];
}
