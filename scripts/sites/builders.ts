import type { SITE_NAMES } from '../../test/support/sites/links.ts';

/** How a generator is had and run: `hugo --quiet`, whose site is then in `public`. */
export interface Builder {
  /** Prints its version, in the folder of the project where it is of npm. */
  readonly version: readonly string[];
  /** What npm installs; absent for a program of Debian. */
  readonly packages?: readonly string[];
  /** What its project needs beside the pages, or instead of the configuration that the tests have. */
  readonly files: Readonly<Record<string, string>>;
  /** True where the title of a page has no anchor, so that headings are tried one level lower. */
  readonly untitled?: true;
  /** A page that it cannot read here. */
  readonly without?: string;
  readonly command: readonly string[];
  /** Where the site is then. */
  readonly out: string;
  /** Links and headings of the tables that this way of building it does otherwise, with the reason. */
  readonly known?: Readonly<Record<string, string>>;
}

const LAYOUT = '<!doctype html><title>x</title>{{ .Content }}\n';
const PUBLISHED = 'what GitHub Pages adds is not installed';
const JEKYLL = 'plugins: [jekyll-relative-links, jekyll-redirect-from]\nexclude: [_out]\n';
const LITERAL = 'the plugin does not know this form, which the facts of a link do not tell from others';
/** With a class, kramdown takes the braces for words, and so do names that ReqTrace has. */
const CLASSES = '# Title {#req-13 .cls}\n# Title';
const WORDS = 'both readings are names in ReqTrace';
const MKDOCS: Omit<Builder, 'files'> = {
  version: ['mkdocs', '--version'],
  command: ['mkdocs', 'build', '--quiet', '--site-dir', 'out'],
  out: 'out',
};
const ATTRIBUTES = 'markdown_extensions: [attr_list]\n';

/** One for each column of the table of links. */
export const BUILDERS: Readonly<Record<(typeof SITE_NAMES)[number], Builder>> = {
  jekyll: {
    version: ['jekyll', '--version'],
    files: { '_config.yml': `${JEKYLL}collections:\n  guides:\n    output: true\n` },
    command: ['jekyll', 'build', '--quiet', '--destination', '_out'],
    out: '_out',
    known: { '../ops/': PUBLISHED, '../with space.md': LITERAL, [CLASSES]: WORDS },
  },
  pretty: {
    version: ['jekyll', '--version'],
    files: { '_config.yml': `${JEKYLL}permalink: pretty\n` },
    command: ['jekyll', 'build', '--quiet', '--destination', '_out'],
    out: '_out',
    known: { '../with space.md': LITERAL, [CLASSES]: WORDS },
  },
  hugo: {
    version: ['hugo', 'version'],
    files: { 'layouts/_default/single.html': LAYOUT, 'layouts/_default/list.html': LAYOUT, 'layouts/index.html': LAYOUT },
    without: 'content/business/guide.rst',
    command: ['hugo', '--quiet'],
    out: 'public',
  },
  mkdocs: { ...MKDOCS, files: { 'mkdocs.yml': `site_name: x\n${ATTRIBUTES}`, 'docs/index.md': '# X\n' } },
  html: { ...MKDOCS, files: { 'mkdocs.yml': `site_name: x\nuse_directory_urls: false\n${ATTRIBUTES}`, 'docs/index.md': '# X\n' } },
  sphinx: {
    version: ['sphinx-build', '--version'],
    files: { 'docs/conf.py': "extensions = ['myst_parser']\nmyst_heading_anchors = 6\n", 'docs/index.md': '# X\n' },
    command: ['sphinx-build', '-q', 'docs', 'out'],
    out: 'out',
  },
  vitepress: {
    version: ['node', '-p', "require('./node_modules/vitepress/package.json').version"],
    packages: ['vitepress@1'],
    files: { 'docs/.vitepress/config.ts': "export default { title: 'x', ignoreDeadLinks: true }\n" },
    command: ['npx', 'vitepress', 'build', 'docs'],
    out: 'docs/.vitepress/dist',
    known: { '..\\plan\\index.md': 'a browser takes a backslash for a slash, a code host does not' },
  },
  docusaurus: {
    version: ['node', '-p', "require('./node_modules/@docusaurus/core/package.json').version"],
    packages: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
    files: {
      'package.json': '{ "private": true }',
      'docusaurus.config.js':
        "module.exports = { title: 'x', url: 'http://site', baseUrl: '/', onBrokenLinks: 'ignore', onBrokenAnchors: 'ignore', onBrokenMarkdownLinks: 'ignore', markdown: { format: 'detect' }, presets: [['classic', { blog: false, theme: {} }]] }\n",
    },
    untitled: true,
    command: ['npx', 'docusaurus', 'build', '--out-dir', 'out'],
    out: 'out',
    known: { [CLASSES]: 'the anchor is `req-13 .cls`, which has a blank in it' },
  },
  starlight: {
    version: ['node', '-p', "require('./node_modules/@astrojs/starlight/package.json').version"],
    // Astro takes no Node older than 22.
    packages: ['astro@7', '@astrojs/starlight@0.42', 'node@24'],
    files: {
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'x', pagefind: false })] });\n",
      'src/content.config.ts':
        "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
      // Every page needs a title.
      'src/content/docs/business/nofm.md': '---\ntitle: x\n---\n',
      'src/content/docs/business/draft.md': '---\ntitle: x\ndraft: true\n---\n',
      'src/content/docs/business/perma.md': '---\ntitle: x\nslug: custom/perma\n---\n',
    },
    command: ['npx', 'astro', 'build'],
    out: 'dist',
    known: { ['# Title {#given}\n# Title']: WORDS, [CLASSES]: WORDS },
  },
  eleventy: {
    version: ['node', '-p', "require('./node_modules/@11ty/eleventy/package.json').version"],
    packages: ['@11ty/eleventy@3'],
    files: {
      'eleventy.config.js':
        "import { InputPathToUrlTransformPlugin } from '@11ty/eleventy';\nexport default (config) => config.addPlugin(InputPathToUrlTransformPlugin);\nexport const config = { dir: { input: 'docs' } };\n",
    },
    command: ['npx', 'eleventy', '--quiet', '--output=out'],
    out: 'out',
  },
};
