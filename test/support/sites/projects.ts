import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { withSites } from '../../../src/formats/sites/siteFiles.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { Configuration } from '../../../src/model/configuration.ts';

/** The index of a project of these files, with the sites that its configurations describe. */
export function siteProject(files: Readonly<Record<string, string>>, configuration: Partial<Configuration> = {}): TraceIndex {
  const all = withSites({ ...DEFAULT_CONFIGURATION, ...configuration }, new Map(Object.entries(files)));
  const extractor = createExtractor(all);
  const index = new TraceIndex({ configuration: all, today: '2026-11-21' });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

/** A generator with the version that the tables were made with, and a small project of it. */
export interface TriedGenerator {
  readonly title: string;
  /** Its configuration, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder of its pages. */
  readonly folder: string;
  /** What their addresses begin with. */
  readonly url: string;
  /** Folder of files that are copied to the root of the site. */
  readonly statics?: string;
}

/** What was run to make the tables of links and anchors, `npm run sites` runs those again that npm and Debian have. */
export const TRIED = {
  jekyll: {
    title: 'Jekyll 4.3.1, relative-links 0.7.0, redirect-from 0.16.0',
    files: { '_config.yml': 'title: x\ncollections:\n  guides:\n    output: true\n' },
    folder: 'docs',
    url: '/docs',
  },
  pretty: {
    title: 'Jekyll 4.3.1, relative-links 0.7.0, redirect-from 0.16.0, permalink: pretty',
    files: { '_config.yml': 'permalink: pretty\n' },
    folder: 'docs',
    url: '/docs',
  },
  hugo: { title: 'Hugo 0.111.3', files: { 'hugo.toml': "baseURL = 'https://x.org/'\n" }, folder: 'content', url: '', statics: 'static' },
  mkdocs: { title: 'MkDocs 1.4.2', files: { 'mkdocs.yml': 'site_name: x\n' }, folder: 'docs', url: '' },
  html: {
    title: 'MkDocs 1.4.2, use_directory_urls: false',
    files: { 'mkdocs.yml': 'use_directory_urls: false\n' },
    folder: 'docs',
    url: '',
  },
  sphinx: { title: 'Sphinx 5.3 with MyST 0.18.1', files: { 'docs/conf.py': "extensions = ['myst_parser']\n" }, folder: 'docs', url: '' },
  vitepress: {
    title: 'VitePress 1.6.4',
    files: { 'docs/.vitepress/config.ts': "export default { title: 'x' }\n" },
    folder: 'docs',
    url: '',
    statics: 'docs/public',
  },
  docusaurus: {
    title: 'Docusaurus 3.10.2',
    files: { 'docusaurus.config.js': "module.exports = { baseUrl: '/' }\n" },
    folder: 'docs',
    url: '/docs',
    statics: 'static',
  },
  starlight: {
    title: 'Starlight 0.42.4 with Astro 7.3.5',
    files: { 'astro.config.mjs': "import starlight from '@astrojs/starlight';\n" },
    folder: 'src/content/docs',
    url: '',
    statics: 'public',
  },
  eleventy: {
    title: 'Eleventy 3.1.8 with InputPathToUrl',
    files: {
      'eleventy.config.js':
        "import { InputPathToUrlTransformPlugin } from '@11ty/eleventy';\nexport const config = { dir: { input: 'docs' } };\n",
    },
    folder: 'docs',
    url: '',
  },
} satisfies Record<string, TriedGenerator>;
