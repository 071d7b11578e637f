import assert from 'node:assert/strict';
import { followLink } from '../../../src/index/sites/followLink.ts';
import { SiteIndex } from '../../../src/index/sites/siteIndex.ts';
import { siteProject, TRIED } from '../../support/sites/projects.ts';
import type { TriedGenerator } from '../../support/sites/projects.ts';

const REDIRECTED: Readonly<Record<string, string>> = { jekyll: 'redirect_from', pretty: 'redirect_from' };

/** The same pages for each generator, in the words of each. */
function pages(name: string, { files, folder, statics }: TriedGenerator): Record<string, string> {
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

const NAMES = ['jekyll', 'pretty', 'hugo', 'mkdocs', 'html', 'sphinx', 'vitepress', 'docusaurus', 'starlight', 'eleventy'] as const;

/**
 * Forms of links in `business/product/a.md`: `+` where the page that they mean is there on the built site, `-` where nothing is, `?` where only the project's
 * own plugins decide. `~` stands for the address of the folder of pages.
 */
const LINKS: readonly (readonly [link: string, results: string])[] = [
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
  ['../img/pic.png', '+ - - + + + + + + ?'],
  ['../data.csv', '+ - - + + + - + - ?'],
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

/** What only some have. */
const MORE: readonly (readonly [name: keyof typeof TRIED, link: string, result: string])[] = [
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

describe('A link is followed as on the site that is made of the documents', () => {
  for (const [at, name] of NAMES.entries()) {
    const tried: TriedGenerator = TRIED[name];
    const files = pages(name, tried);
    const index = siteProject(files);
    const sites = new SiteIndex(index.configuration.sites ?? [], {
      files: { roles: index.files, has: (path) => index.files.has(path) },
      facts: (path) => index.facts(path),
    });
    const questions = { exists: (path: string) => index.files.has(path), asks: () => undefined };
    const rows = [
      ...LINKS.map(([link, results]) => [link.replace('~', tried.url), results.split(' ')[at]] as const),
      ...MORE.filter(([of]) => of === name).map(([, link, result]) => [link, result] as const),
    ];
    for (const [link, expected] of rows) {
      // @verifies RT-1.6/AC1~77d8dd
      it(`${tried.title}: ${link} ${expected}`, () => {
        const followed = followLink(sites, `${tried.folder}/business/product/a.md`, link, questions);
        assert.equal(followed && { page: '+', file: '+', dead: '-', unknown: '?' }[followed.kind], expected);
      });
    }
  }
});
