import type { Site } from '../../model/site.ts';
import { address, baseOf, fileMeant, outputFile, stemOf } from './addresses.ts';
import type { Generator, LinkTags, PageLink } from './generator.ts';
import { docutilsAnchors, mystAnchors } from './slugs/docutils.ts';

const ENDINGS = ['', '.md', '.rst', '.ipynb', '.txt'];
/** `{doc}`the plan <../plan>`` names a page beside its own, or from the folder of pages. */
const TAGS: LinkTags = {
  form: /\{(?<tag>doc)\}`(?:[^`<\n]{0,300}<)?(?<target>[^`<>\n]{1,300}?)>?`/dgu,
  inCode: true,
  tagOf: () => 'doc',
  files: ({ root }, link) => ENDINGS.flatMap((ending) => fileMeant({ ...link, written: `${link.written}${ending}` }, root)),
  isSure: () => true,
};

/** Sphinx with MyST: `a.md` is `a.html`, and links to files and names of documents are followed. */
export const sphinx: Generator = {
  name: 'sphinx',
  title: 'Sphinx',
  files: ['conf.py'],
  pages: /\.(?:md|markdown|rst|txt|ipynb)$/iu,
  usual: (folder) => ({ root: folder, contents: [{ folder, url: '' }], statics: [] }),
  read({ path, folder, text }) {
    // Without an extension for it, Markdown is not read.
    if (!/["'](?:myst_parser|myst_nb|recommonmark|m2r2?|sphinx_mdinclude)["']/u.test(text)) return undefined;
    const excluded = /exclude_patterns\s*(?::[^=\n]*)?=\s*\[([^\]]*)\]/u.exec(text)?.[1] ?? '';
    return {
      generator: 'sphinx',
      from: path,
      root: folder,
      contents: [{ folder, url: '' }],
      base: baseOf(/html_baseurl\s*=\s*["']([^"'\n]*)["']/u.exec(text)?.[1]),
      statics: [],
      excluded: Array.from(excluded.matchAll(/["']([^"'\n]+)["']/gu), ([, glob = '']) => glob),
      traits: /autodoc|autosummary|autoapi|apidoc|breathe|exhale|gallery/u.test(text) ? ['open'] : [],
      permalinks: [],
      redirects: [],
    };
  },
  outputs: (_site, { within, content }) => [outputFile(address(content.url, stemOf(within)), 'html')],
  sources,
  tags: TAGS,
  onlySources: true,
  addsBase: false,
  bare: false,
  made: /^\/(?:genindex|search|py-modindex|modindex|_static\/|_sources\/|_images\/|_modules\/|_downloads\/)/u,
  anchors: [mystAnchors, docutilsAnchors],
};

function sources({ root }: Site, link: PageLink): readonly string[] {
  if (link.target.includes('?')) return [];
  const written = link.written.replace(/\/$/u, '');
  return ['', '.md', '.rst', '.ipynb'].flatMap((ending) => fileMeant({ ...link, written: `${written}${ending}` }, root));
}
