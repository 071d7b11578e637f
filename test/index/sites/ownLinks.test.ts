import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { siteProject, TRIED } from '../../support/sites/projects.ts';

/** What is said of the links of a document with a requirement. */
function told(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  return siteProject(files)
    .findings(path)
    .filter(({ code }) => code === 'broken-link')
    .map(({ severity, message, fixes }) => [severity, inEnglish(message), ...fixes.map(({ edits }) => edits[0]?.newText)].join(' | '));
}

const linking = (...links: readonly string[]): string => `## REQ-1: A\n\n${links.map((link) => `[x](${link})\n`).join('\n')}`;
const PAGE = '# B\n\n## 1.1 Größe\n';

describe('broken-link, where the generator has links and pages of its own', () => {
  const IMPORTS: readonly (readonly [what: string, files: Readonly<Record<string, string>>, told: readonly string[]])[] = [
    ['beside it', { 'docs/_note.md': '## Noted\n' }, ['#none']],
    [
      'that imports another',
      { 'docs/_note.md': "import More from '@site/docs/more/_b.mdx';\n", 'docs/more/_b.mdx': '## Noted\n' },
      ['#none'],
    ],
    ['without the heading', { 'docs/_note.md': 'Text\n' }, ['#noted', '#none']],
    ['that imports itself', { 'docs/_note.md': "import A from './_note.md';\n" }, ['#noted', '#none']],
    ['of which nobody knows all', { 'docs/_note.md': "import A from './note.js';\n" }, []],
  ];
  for (const [what, more, expected] of IMPORTS) {
    // @verifies RT-1.6/AC3~14ab31
    it(`checks the anchors of a page together with those of an imported page ${what}`, () => {
      const files = {
        'docusaurus.config.js': '',
        'docs/a.md': "## REQ-1: A\n\nimport Note from './_note.md';\n\n<Note />\n\n[x](#noted)\n[x](#none)\n",
        ...more,
      };
      const said = told(files, 'docs/a.md').map((one) => /#\w+/u.exec(one)?.[0]);
      assert.deepEqual(said, expected);
      const later = siteProject({ ...files, 'docs/_note.md': '## None\n' });
      const extractor = createExtractor(later.configuration);
      later.update([{ path: 'docs/_note.md', facts: extractor.extract('docs/_note.md', more['docs/_note.md'] ?? '') }]);
      assert.equal(later.findings('docs/a.md').filter(({ code }) => code === 'broken-link').length, expected.length);
    });
  }

  const TAGS: readonly (readonly [generator: keyof typeof TRIED, text: string, told: readonly string[]])[] = [
    ['jekyll', '[x]({% link docs/b.md %}) [x]({% link b.csv %}) [x]({% link {{ page.x }} %})', []],
    ['jekyll', '[x]({% link docs/gone.md %})', ['docs/gone.md: Jekyll']],
    ['jekyll', '[x]({% post_url 2026-01-02-gone %})', []],
    ['hugo', '[x]({{< ref "b" >}}) [x]({{< relref "/b.md" >}}) [x]({{< ref "b.md#11-größe" >}})', []],
    [
      'hugo',
      '[x]({{< ref "/gone.md" >}}) [x]({{< ref "gone" >}}) [x]({{< ref "b.md#none" >}})',
      ['/gone.md: Hugo', 'b.md#none: content/b.md'],
    ],
    ['sphinx', '{doc}`b` {doc}`the plan </b>`', []],
    ['sphinx', '{doc}`gone` {doc}`the plan </gone>`', ['gone: Sphinx', '/gone: Sphinx']],
    ['mkdocs', '{% link gone.md %} {{< ref "/gone.md" >}} {doc}`gone`', []],
  ];
  for (const [name, text, expected] of TAGS) {
    // @verifies RT-1.6/AC3~14ab31
    it(`tells which links of its own ${TRIED[name].title} does not find: ${text}`, () => {
      const { files, folder } = TRIED[name];
      const all = { ...files, 'b.csv': '', [`${folder}/b.md`]: PAGE, [`${folder}/a.md`]: `## REQ-1: A\n\n${text}\n` };
      const said = told(all, `${folder}/a.md`).map((one) => /link to (.*?: \S+)/u.exec(one)?.[1]);
      assert.deepEqual(said, expected);
    });
  }

  const LOCALES: readonly (readonly [configuration: string, told: readonly string[]])[] = [
    ["locales: { root: { label: 'E' }, de: { label: 'D', lang: 'de' }, 'pt-br': { label: 'P' } }", ['/de/b/#none', '/fr/b/']],
    ["const locales = { root: { label: 'E' }, de: { label: 'D' }, 'pt-br': {} }; x({ locales })", ['/de/b/#none', '/fr/b/']],
    ["locales: { de: { label: 'D' } }", ['/de/b/', '/pt-br/b/', '/de/b/#none', '/fr/b/']],
    ['', ['/de/b/', '/pt-br/b/', '/de/b/#none', '/fr/b/']],
  ];
  for (const [configuration, expected] of LOCALES) {
    // @verifies RT-1.6/AC1~77d8dd
    it(`takes pages of the first language for those that are not translated: ${configuration}`, () => {
      const folder = 'src/content/docs';
      const files = {
        'astro.config.mjs': `import starlight from '@astrojs/starlight';\n${configuration}`,
        [`${folder}/b.md`]: PAGE,
        [`${folder}/c.md`]: PAGE,
        [`${folder}/de/c.md`]: '# B\n\n## Nur hier\n',
        [`${folder}/a.md`]: linking('/de/b/', '/pt-br/b/', '/de/c/#nur-hier', '/de/b/#none', '/fr/b/'),
      };
      const said = told(files, `${folder}/a.md`).map((one) => /link to ([^ :]*)/u.exec(one)?.[1]);
      assert.deepEqual(said, expected);
    });
  }
});
