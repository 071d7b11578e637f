import { fileName, folderOf, inFolder } from '../../text/paths.ts';
import { slugOf } from '../carriers/markdown/slugs.ts';
import { address, baseOf, fileMeant, folderFile, isIndex, outputFile, stemOf } from './addresses.ts';
import type { Generator } from './generator.ts';
import { textOf, withoutComments } from './literals.ts';
import { starlightAnchors } from './slugs/github.ts';
import type { FilePath } from '../../model/position.ts';

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
    };
  },
  outputs(_site, { within, content, facts }) {
    if (facts.hidden || within.split('/').some((name) => name.startsWith('_'))) return [];
    if (facts.slug !== undefined) return [outputFile(address(content.url, facts.slug), 'folder')];
    const folder = address(content.url, ...folderOf(within).split('/').map(slugged));
    if (isIndex(within)) return [folderFile(folder)];
    return [outputFile(address(folder, slugged(stemOf(fileName(within)))), 'folder')];
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

function slugged(name: string): string {
  return slugOf(name);
}

function placesIn(folder: FilePath): readonly { readonly folder: FilePath; readonly url: string; readonly kind?: string }[] {
  return [
    { folder: inFolder(folder, 'src/content/docs'), url: '' },
    { folder: inFolder(folder, 'src/pages'), url: '', kind: 'pages' },
  ];
}
