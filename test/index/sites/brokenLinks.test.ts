import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { siteProject, TRIED } from '../../support/sites/projects.ts';

/** What is said of the links of a document with a requirement. */
function told(files: Readonly<Record<string, string>>, path: string, configuration: Partial<Configuration> = {}): readonly string[] {
  return siteProject(files, configuration)
    .findings(path)
    .filter(({ code }) => code === 'broken-link')
    .map(({ severity, message, fixes }) => [severity, inEnglish(message), ...fixes.map(({ edits }) => edits[0]?.newText)].join(' | '));
}

const linking = (...links: readonly string[]): string => `## REQ-1: A\n\n${links.map((link) => `[x](${link})\n`).join('\n')}`;
const PAGE = '# B\n\n## 1.1 Größe\n';

describe('broken-link on a documentation site', () => {
  const silent: readonly (readonly [what: string, generator: keyof typeof TRIED, link: string, more: Readonly<Record<string, string>>])[] =
    [
      ['what the site has and no file is called', 'mkdocs', '../strategy', {}],
      ['a file that a code host shows', 'hugo', 'strategy.md', {}],
      ['a folder that a code host shows', 'hugo', '../ops', {}],
      ['a page that was moved', 'jekyll', '/custom/perma', { 'docs/p.md': '---\npermalink: /custom/perma/\n---\n# P\n' }],
      ['a page of a collection', 'jekyll', '/guides/intro', { '_guides/intro.md': '# P\n' }],
      ['a post', 'jekyll', '/2026/01/02/news.html', { '_posts/2026-01-02-news.md': '# P\n' }],
      [
        'a post at an address of the project',
        'jekyll',
        '/news/2026/news/',
        { '_config.yml': 'collections: { posts: { permalink: "/news/:year/:title/" } }', '_posts/2026-01-02-news.md': '# P\n' },
      ],
      [
        'a page that defaults put elsewhere',
        'jekyll',
        '/b/',
        { '_config.yml': 'defaults: [{ scope: { path: x }, values: { permalink: "/:basename/" } }]', 'x/y/b.md': '# B\n' },
      ],
      ['what a template puts in', 'jekyll', '{{site.url}}/x', {}],
      ['what a generator makes itself', 'docusaurus', '/blog/tags/x', {}],
      ['another site', 'mkdocs', 'https://x.org/y', {}],
      ['a page with a number in its name', 'docusaurus', '../numbered', { 'docs/business/01-numbered.md': '# N\n' }],
    ];
  for (const [what, name, link, more] of silent) {
    // @verifies RT-1.6/AC3~14ab31
    it(`is silent about ${what}: ${link}`, () => {
      const { files, folder } = TRIED[name];
      const all = {
        ...files,
        ...more,
        [`${folder}/business/product/strategy.md`]: PAGE,
        [`${folder}/business/ops/README.md`]: PAGE,
        [`${folder}/business/product/a.md`]: linking(link),
      };
      assert.deepEqual(told(all, `${folder}/business/product/a.md`), []);
    });
  }

  const dead: readonly (readonly [generator: keyof typeof TRIED, link: string, message: string])[] = [
    ['mkdocs', 'strategy', 'information | Broken link to strategy: MkDocs leaves it as it is; the page is at /business/product/strategy/'],
    ['mkdocs', '/gone/page', 'warning | Broken link to /gone/page: gone/page does not exist, and MkDocs has no page there'],
    [
      'hugo',
      '/content/business/product/strategy.html',
      'information | Broken link to /content/business/product/strategy.html: Hugo leaves it as it is; the page is at /business/product/strategy/ | /business/product/strategy/',
    ],
    [
      'docusaurus',
      './gone.md',
      'warning | Broken link to ./gone.md: docs/business/product/gone.md does not exist, and Docusaurus has no page there',
    ],
    [
      'starlight',
      './strategy.html#x',
      'information | Broken link to ./strategy.html#x: Starlight leaves it as it is; the page is at /business/product/strategy/',
    ],
    [
      'vitepress',
      '../hidden/',
      'warning | Broken link to ../hidden/: docs/business/hidden does not exist, and VitePress has no page there',
    ],
    ['jekyll', '../draft', 'information | Broken link to ../draft: Jekyll makes no page of docs/business/draft.md'],
  ];
  for (const [name, link, message] of dead) {
    // @verifies RT-1.6/AC3~14ab31
    it(`tells what ${TRIED[name].title} does with ${link}`, () => {
      const { files, folder } = TRIED[name];
      const all = {
        ...files,
        [`${folder}/business/product/strategy.md`]: PAGE,
        [`${folder}/business/draft.md`]: '---\npublished: false\n---\n# D\n',
        [`${folder}/business/product/a.md`]: linking(link),
      };
      assert.deepEqual(told(all, `${folder}/business/product/a.md`), [message]);
    });
  }

  for (const [name, { title, files, folder }] of Object.entries(TRIED)) {
    // @verifies RT-1.6/AC3~14ab31
    it(`tells of an anchor and of pages that ${title} does not have, also of links by reference`, () => {
      const page = linking(`./${folder === 'content' || name === 'starlight' ? '../strategy/' : 'strategy.md'}#no-such`, '#none');
      const all = { ...files, [`${folder}/strategy.md`]: PAGE, [`${folder}/a.md`]: `${page}\n[y][r]\n\n[r]: ./gone.md\n` };
      const said = told(all, `${folder}/a.md`).map((one) => one.replace(/.*Broken link to (\S+): .*/u, '$1'));
      assert.deepEqual(said.map((one) => one.replace(/.*#/u, '#')).toSorted(), ['#no-such', '#none', './gone.md']);
    });
  }

  const put: readonly (readonly [what: string, file: string, text: string, isChecked: boolean])[] = [
    ['a variable in a sentence', '_config.yml', 'See [x]({{ site.baseurl }}/) or {{ page.title }}.', true],
    ['a variable that is a block', '_config.yml', '{{ content }}', false],
    ['a variable in tags', '_config.yml', '<div>{{ content }}</div>', false],
    ['a variable over lines', 'hugo.toml', '{{< card\n  title="x" >}}', false],
    ['a heading with a variable', '_config.yml', '## {{ page.title }}', false],
    ['an underlined heading with one', '_config.yml', 'About {{ page.title }}\n---', false],
    ['a name with a variable', '_config.yml', '<a id="f-{{ x }}"></a>', false],
    [
      'tags that choose and link',
      '_config.yml',
      '{% if x %}\n[x]({% link b.md %})\n{%- endif -%}\n{%- for x in y -%} x {%- endfor -%}',
      true,
    ],
    ['an include', '_config.yml', '{% include a.html %}', false],
    ['a tag of a plugin', '_config.yml', '{%- toc -%}', false],
    ['an include as text', '_config.yml', '{% raw %}\n{% include a.html %}\n{% endraw %}', true],
    ['an include in a comment', '_config.yml', '{% comment %}{% include a.html %}{% endcomment %}\nx', true],
    ['one that is not closed', '_config.yml', '{% raw %}\n{% include a.html %}', false],
    ['an include in code', '_config.yml', '```\n{% include a.html %}\n```\n\n- `{% include x %}`\n\n      {% include y %}\n', true],
    ['a snippet', 'mkdocs.yml', '--8<-- "a.md"', false],
    ['an API', 'mkdocs.yml', '::: a.b', false],
    ['a component of the theme', 'docusaurus.config.js', "import Tabs from '@theme/Tabs';", true],
    ['a component of the project', 'docusaurus.config.js', "import Note from './note.js';", false],
    ['a page that is not there', 'docusaurus.config.js', "import Note from './_note.md';", false],
    ['a page by a name of the project', 'docusaurus.config.js', "import Note from '~docs/b.md';", false],
    ['a heading with code', 'docusaurus.config.js', '## Install {props.tool}', false],
    ['a heading with a variable of its page', 'docusaurus.config.js', '## Install {tool}', false],
    ['a page, where nothing can be imported', 'mkdocs.yml', "import Note from './b.md';", false],
    ['an import in code', 'docusaurus.config.js', "```js\nimport a from './a.js';\n```", true],
    ['the word', 'docusaurus.config.js', 'import the data first', true],
  ];
  for (const [what, file, text, isChecked] of put) {
    // @verifies RT-1.6/AC3~14ab31
    it(`${isChecked ? 'checks' : 'does not check'} anchors of a page with ${what}`, () => {
      const settings = file === 'hugo.toml' ? "baseURL = '/'\ncontentDir = 'docs'\n" : '';
      const files = { [file]: settings, 'docs/b.md': '# B\n', 'docs/a.md': `## REQ-1: A\n\n${text}\n\n[x](#none)\n` };
      assert.equal(told(files, 'docs/a.md').filter((one) => one.includes('#none')).length, isChecked ? 1 : 0);
    });
  }

  it('reads links and headings in notes and tabs of MkDocs, whose text is indented', () => {
    const text = [
      '## REQ-1: A',
      '[x](#inner) [y](#deep) [z](#none)',
      '!!! note "A note"',
      '    See [it](gone/page.md).',
      '',
      '    ## Inner',
      '    ??? tip',
      '        ## Deep',
      '        [it](./b.md) [it](gone/deeper.md)',
      'Text',
      '',
      '    [code](code.md)',
      '```',
      '!!! note',
      '    [code](code.md)',
      '```',
      '=== "Tab"',
      '    [it](gone/tab.md)',
    ].join('\n');
    const all = (file: string): readonly string[] => {
      const findings = siteProject({ [file]: '', 'docs/a.md': text, 'docs/b.md': PAGE }).findings('docs/a.md');
      return findings
        .filter(({ code }) => code === 'broken-link')
        .map(({ range: { start }, message }) => `${start.line}:${start.character} ${inEnglish(message).split(':')[0]}`);
    };
    const said = [
      '1:27 Broken link to #none',
      '3:13 Broken link to gone/page.md',
      '8:26 Broken link to gone/deeper.md',
      '17:9 Broken link to gone/tab.md',
    ];
    assert.deepEqual(all('mkdocs.yml'), said);
    assert.deepEqual(
      all('_config.yml').filter((one) => one.includes('deeper')),
      [],
    );
  });

  it('takes what a generator makes itself for the pages of the project where these are there', () => {
    const files = (settings: string) => ({
      'docusaurus.config.js': `module.exports = { presets: [['classic', { docs: { routeBasePath: '/' } }]], plugins: [['@docusaurus/plugin-client-redirects', { ${settings} }]] };`,
      'docs/api/a.md': linking('./gone', './gone.md', '/tags/gone', './b.html'),
      'docs/api/b.md': PAGE,
    });
    const said = (settings: string) =>
      told(files(settings), 'docs/api/a.md').map((one) => one.replace(/.*Broken link to (\S+): .*/u, '$1'));
    assert.deepEqual(said("redirects: [{ from: '/old', to: '/a' }]"), ['./gone', './gone.md', './b.html']);
    assert.deepEqual(said("fromExtensions: ['html']"), ['./gone', './gone.md']);
    assert.deepEqual(said('createRedirects: (path) => [path]'), ['./gone.md', './b.html']);
  });

  it('takes tags in HTML for links, and nothing in two pairs of brackets', () => {
    const text = '## REQ-1: A\n\n[[gone]] <a href="./gone.md">x</a> <a href="b.md">y</a> [a]\n';
    const said = told({ 'mkdocs.yml': '', 'docs/a.md': text, 'docs/b.md': PAGE }, 'docs/a.md');
    assert.deepEqual(said, ['warning | Broken link to ./gone.md: docs/gone.md does not exist, and MkDocs has no page there']);
  });

  it('tells of a link that leaves out the base of the site', () => {
    const files = { '_config.yml': 'baseurl: /base\n', 'docs/b.md': PAGE, 'docs/a.md': linking('/docs/b', '/base/docs/b', '/base/docs/c') };
    assert.deepEqual(told(files, 'docs/a.md'), [
      'information | Broken link to /docs/b: Jekyll leaves it as it is; the page is at /base/docs/b | /base/docs/b',
      'warning | Broken link to /base/docs/c: base/docs/c does not exist, and Jekyll has no page there',
    ]);
  });

  const anchors: readonly (readonly [file: string, content: string, right: string, wrong: string])[] = [
    ['_config.yml', '', '11-größe', '11-groe'],
    ['mkdocs.yml', '', '11-groe', '_1-1-große'],
    ['docs/.vitepress/config.ts', '', '_1-1-große', '11-groe'],
  ];
  for (const [file, content, right, wrong] of anchors) {
    // @verifies RT-1.6/AC2~39d717
    it(`checks anchors by the rule of the generator of ${file}`, () => {
      const links = [`b.md#${right}`, 'b.md#11-größe', `b.md#${wrong}`, 'b#none-of-them'];
      const found = told({ [file]: content, 'docs/b.md': PAGE, 'docs/a.md': linking(...links) }, 'docs/a.md');
      assert.deepEqual(
        found.filter((one) => one.includes('heading')).map((one) => one.split(': ')[0]),
        [`information | Broken link to b.md#${wrong}`, ...(file === 'mkdocs.yml' ? [] : ['information | Broken link to b#none-of-them'])],
      );
    });
  }

  it('reads anchors with marks, and links with entities', () => {
    const page = '## Été d’ici {#تحقّق}\n\n## Rédaction\n';
    const files = {
      '_config.yml': '',
      'docs/b.md': page,
      'docs/a.md': linking('b.md#تحقّق', 'b.md#r&eacute;daction', 'b.md#r&egrave;daction'),
    };
    assert.deepEqual(told(files, 'docs/a.md'), ['information | Broken link to b.md#rèdaction: docs/b.md does not have this heading']);
  });

  it('knows which of several sites a page is of, and pages that only a code host shows', () => {
    const files = {
      'mkdocs.yml': '',
      'website/docusaurus.config.js': "module.exports = { presets: [['classic', { docs: { path: '../handbook', routeBasePath: '/' } }]] };",
      'docs/a.md': linking('../b'),
      'docs/b.md': PAGE,
      'handbook/a.md': linking('/b', '../b'),
      'handbook/b.md': PAGE,
      'notes/a.md': linking('b', '../b', '/docs/b'),
      'notes/b.md': PAGE,
    };
    assert.deepEqual(told(files, 'docs/a.md'), []);
    assert.deepEqual(told(files, 'handbook/a.md'), ['warning | Broken link to ../b: b does not exist, and Docusaurus has no page there']);
    assert.deepEqual(told(files, 'notes/a.md'), ['warning | Broken link to ../b: b does not exist']);
  });

  // @verifies RT-1.6/AC4~3076d6
  it('goes by reqtrace.yaml rather than by what is found', () => {
    const files = { 'mkdocs.yml': '', 'docs/a.md': linking('../b'), 'docs/b.md': PAGE };
    assert.equal(told(files, 'docs/a.md').length, 0);
    assert.equal(told(files, 'docs/a.md', { site: 'none' }).length, 1);
    assert.equal(told(files, 'docs/a.md', { site: [{ generator: 'jekyll' }] }).length, 1);
    assert.equal(
      told({ ...files, 'mkdocs.yml': 'docs_dir: other' }, 'docs/a.md', { site: [{ generator: 'mkdocs', folder: 'docs' }] }).length,
      0,
    );
  });

  // @verifies RT-1.6/AC3~14ab31
  it('comes and goes with pages and their addresses', () => {
    const files: Record<string, string> = {
      '_config.yml': '',
      'docs/a.md': linking('/custom/perma', '/docs/new', '../late.md#x'),
    };
    const start = siteProject(files);
    const extractor = createExtractor(start.configuration);
    const steps: readonly (readonly [path: string, text: string | undefined])[] = [
      ['docs/p.md', '# P\n'],
      ['docs/p.md', '---\npermalink: /custom/perma\n---\n# P\n'],
      ['docs/new.html', ''],
      ['docs/p.md', '---\nredirect_from: /custom/perma/\n---\n# P\n'],
      ['late.md', '# X\n'],
      ['docs/p.md', '---\npublished: false\n---\n# P\n'],
      ['docs/new.html', undefined],
      ['late.md', undefined],
      ['docs/p.md', undefined],
    ];
    const counts = steps.map(([path, text]) => {
      start.update([{ path, facts: text === undefined ? undefined : extractor.extract(path, text) }]);
      if (text === undefined) delete files[path];
      else files[path] = text;
      const fresh = new TraceIndex({ configuration: start.configuration, today: start.today });
      fresh.update(Object.entries(files).map(([name, written]) => ({ path: name, facts: extractor.extract(name, written) })));
      assert.deepEqual(start.snapshot(), fresh.snapshot());
      return start.findings('docs/a.md').filter(({ code }) => code === 'broken-link').length;
    });
    assert.deepEqual(counts, [3, 2, 1, 1, 0, 1, 2, 3, 3]);
  });
});
