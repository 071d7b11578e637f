import type { TRIED, TriedGenerator } from './projects.ts';

const REDIRECTED: Readonly<Record<string, string>> = { jekyll: 'redirect_from', pretty: 'redirect_from' };

/** The same pages for each generator, in the words of each: `sitePages('hugo', TRIED.hugo)['content/business/data.csv']`. */
export function sitePages(name: string, { files, folder, statics }: TriedGenerator): Record<string, string> {
  const permalink =
    { hugo: 'url: /custom/perma/', docusaurus: 'slug: /custom/perma', starlight: 'slug: custom/perma' }[name] ??
    'permalink: /custom/perma/';
  const text = (front = 'title: x') => `---\n${front}\n---\n# A\n\n## Scope\n`;
  return {
    ...files,
    [`${folder}/business/product/a.md`]: text(),
    [`${folder}/business/product/strategy.md`]: text(),
    [`${folder}/business/plan/index.md`]: text(),
    [`${folder}/business/ops/README.md`]: text(),
    [`${folder}/business/perma.md`]: text(`${permalink}\n${REDIRECTED[name] ?? 'aliases'}: [/old/perma]`),
    [`${folder}/business/with space.md`]: text(),
    [`${folder}/business/01-numbered.md`]: text(),
    [`${folder}/business/umläut.md`]: text(),
    [`${folder}/business/_hidden.md`]: text(),
    [`${folder}/business/draft.md`]: text('draft: true\npublished: false'),
    [`${folder}/business/page.html`]: text(),
    [`${folder}/business/mdxpage.mdx`]: text(),
    [`${folder}/business/guide.rst`]: 'Guide\n=====\n',
    [`${folder}/business/dotted.v1.md`]: text(),
    [`${folder}/business/nofm.md`]: '# N\n',
    [`${folder}/business/img/pic.png`]: '',
    [`${folder}/business/data.csv`]: 'a,b\n',
    [`${statics ?? 'nowhere'}/logo.png`]: '',
    '_guides/intro.md': text(),
    'README.md': '# R\n',
  };
}

/** The columns of {@link SITE_LINKS}, and those of `TRIED`: `jekyll`. */
export const SITE_NAMES = [
  'jekyll',
  'pretty',
  'hugo',
  'mkdocs',
  'html',
  'sphinx',
  'vitepress',
  'docusaurus',
  'starlight',
  'eleventy',
] as const;

/**
 * Forms of links in `business/product/a.md`: `+` where the page that they mean is there on the built site, `-` where nothing is, `?` where only the project's
 * own plugins decide. `~` stands for the address of the folder of pages: `['strategy', '+ - …']`.
 */
export const SITE_LINKS: readonly (readonly [link: string, results: string])[] = [
  // Jekyll, pretty, Hugo, MkDocs, html, Sphinx, VitePress, Docusaurus, Starlight, Eleventy
  ['~/business/product/strategy', '+ + + + + + + + + +'],
  ['~/business/product/strategy.md', '+ + - - - + + + - +'],
  ['~/business/product/strategy.html', '+ - - - + - + - - -'],
  ['~/business/product/strategy/', '- + + + - + - + + +'],
  ['strategy', '+ - - - + + + + - ?'],
  ['strategy.md', '+ + - + + + + + - +'],
  ['./strategy.html', '+ - - - + - + - - -'],
  ['../strategy', '- + + + - - - - + +'],
  ['../plan', '+ - - - + - - + - ?'],
  ['../plan/', '+ - - - + - + + - ?'],
  ['../plan/index.md', '+ + - + + + + + - +'],
  ['../ops/', '+ - - - + - - + - ?'],
  ['../ops/README.md', '+ + - + + + + + - +'],
  ['../perma.md', '+ + - + + + + + - +'],
  ['/custom/perma/', '+ + + - - - - - + +'],
  ['/old/perma', '+ + + - - - - - - ?'],
  ['Strategy.md', '- - - - - - - - - -'],
  ['../with%20space.md', '+ + - + + + + + - +'],
  ['../with space.md', '+ + - + + + + + - +'],
  ['strategy.md?plain=1', '- - - + + - + + - +'],
  ['..%2Fplan%2Findex.md', '- - - + + + + + - -'],
  ['strategy.md#scope', '+ + - + + + + + - +'],
  ['../img/pic.png', '+ + - + + + + + + ?'],
  ['../data.csv', '+ + - + + + - + - ?'],
  ['/logo.png', '- - + - - - + + + ?'],
  ['../01-numbered', '+ - - - + + + - - ?'],
  ['../01-numbered.md', '+ + - + + + + + - +'],
  ['../numbered', '- - - - - - - + - ?'],
  ['../umläut.md', '+ + - + + + + + - +'],
  ['../dotted.v1.md', '+ + - + + + + + - +'],
  ['../_hidden.md', '- - - + + + + - - +'],
  ['../nofm.md', '+ + - + + + + + - +'],
  ['../draft.md', '- - - + + + + - - +'],
  ['../../../README.md', '+ + - - - - - - - -'],
  ['/guides/intro', '+ - - - - - - - - ?'],
  ['{{ site.baseurl }}/docs/business/product/strategy', '? ? ? ? ? ? ? ? ? ?'],
  ['../page', '+ ? ? - + - - - - ?'],
  ['../mdxpage', '- - - - - - - + - ?'],
  ['../guide', '- - - - - + - - - ?'],
  ['../nowhere.md', '- - - - - - - - - -'],
  ['/nowhere/at/all', '- - - - - - - - - ?'],
  ['..\\plan\\index.md', '- - - - - - - - - -'],
];

/** What only some have: `['jekyll', '/guides/intro.html', '+']`. */
export const MORE_SITE_LINKS: readonly (readonly [name: keyof typeof TRIED, link: string, result: string])[] = [
  ['jekyll', '/guides/intro.html', '+'],
  ['jekyll', '/elsewhere/page/', '?'],
  ['hugo', '/business/draft', '-'],
  ['vitepress', '/business/plan/', '+'],
  ['vitepress', '/business/ops/', '-'],
  ['docusaurus', '/docs/custom/perma', '+'],
  ['docusaurus', '/business/product/strategy.md', '+'],
  ['docusaurus', '@site/docs/business/product/strategy.md', '+'],
  ['docusaurus', '@site/docs/business/product/nowhere.md', '-'],
  ['docusaurus', '/docs/business/01-numbered', '-'],
  ['starlight', '/custom/perma', '+'],
  ['starlight', '/business/draft', '-'],
];
