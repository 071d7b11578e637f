import assert from 'node:assert/strict';
import { applyEdits, editsByFile } from '../../../src/editor/edits.ts';
import { fileRenameEdits } from '../../../src/editor/rename/fileRename.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { withSites } from '../../../src/formats/sites/siteFiles.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { specText } from '../../support/notations/openspec.ts';
import { workspace } from '../../support/editor/workspace.ts';

function moved(
  files: Record<string, string>,
  from: string,
  to: string,
  configuration: Partial<Configuration> = {},
): Record<string, string> {
  const { view } = workspace({ ...files, 'cursor.txt': '' }, configuration);
  return Object.fromEntries(
    Array.from(editsByFile(fileRenameEdits(view, [{ from, to }]).edits), ([path, edits]) => [path, applyEdits(files[path] ?? '', edits)]),
  );
}

const A = '## REQ-1: A\n';
const B = '## REQ-1: B\n';

describe('fileRenameEdits', () => {
  const references: [what: string, from: string, to: string, before: string, after: string | undefined][] = [
    ['the name of the file', 'docs/a.md', 'docs/z.md', 'a#REQ-1~123abc', 'z#REQ-1~123abc'],
    ['as many folders as were written', 'docs/a.md', 'plans/z.md', 'docs/a#REQ-1', 'plans/z#REQ-1'],
    ['more folders where another document has the name', 'docs/a.md', 'plans/b.md', 'a#REQ-1', 'plans/b#REQ-1'],
    ['a folder', 'docs', 'plans', 'docs/a#REQ-1', 'plans/a#REQ-1'],
    ['nothing where the written part stays', 'docs/a.md', 'plans/a.md', 'a#REQ-1', undefined],
    ['nothing of another document', 'docs/a.md', 'docs/z.md', 'b#REQ-1', undefined],
  ];
  for (const [what, from, to, before, after] of references) {
    it(`writes ${what}: ${before}`, () => {
      const files = { 'docs/a.md': A, 'docs/b.md': B, 'src/x.ts': `// @implements ${before}\n` };
      assert.deepEqual(moved(files, from, to), after === undefined ? {} : { 'src/x.ts': `// @implements ${after}\n` });
    });
  }

  const folders: [what: string, to: string, before: string, after: string | undefined][] = [
    ['the folder', 'openspec/specs/pot', 'kettle#boil', 'pot#boil'],
    ['as many folders as were written', 'openspec/specs/area/pot', 'specs/kettle#boil/filled', 'area/pot#boil/filled'],
    ['the document where that is written', 'openspec/specs/pot', 'kettle/spec#requirement-boil', 'pot/spec#requirement-boil'],
    ['more folders where another has the name', 'openspec/specs/area/lid', 'kettle#boil', 'area/lid#boil'],
    ['nothing where the written part stays', 'openspec/specs/area/kettle', 'kettle#boil', undefined],
  ];
  for (const [what, to, before, after] of folders) {
    it(`writes, of a namespace that is a folder, ${what}: ${before}`, () => {
      const spec = specText('### Requirement: Boil\nx\n\n#### Scenario: Filled\nx');
      const files = { 'openspec/specs/kettle/spec.md': spec, 'openspec/specs/lid/spec.md': spec, 'src/x.ts': `// @implements ${before}\n` };
      const expected = after === undefined ? {} : { 'src/x.ts': `// @implements ${after}\n` };
      assert.deepEqual(moved(files, 'openspec/specs/kettle', to), expected);
    });
  }

  const JEKYLL = { '_config.yml': 'baseurl: /shop\n' };
  const HUGO = { 'hugo.toml': "baseURL = 'https://x.org/'\n" };
  const SPHINX = { 'docs/conf.py': "extensions = ['myst_parser']\n" };
  const MKDOCS = { 'mkdocs.yml': 'site_name: x\n' };
  const VITEPRESS = { 'docs/.vitepress/config.ts': '' };
  type Moved = readonly [
    site: Readonly<Record<string, string>>,
    page: string,
    link: string,
    from: string,
    to: string,
    after: string | undefined,
  ];
  const sites: readonly Moved[] = [
    [JEKYLL, 'docs/b.md', '[x]({% link docs/a.md %}#y)', 'docs/a.md', 'plans/z.md', '[x]({% link plans/z.md %}#y)'],
    [JEKYLL, 'docs/b.md', '[x]({% link docs/a.md %})', 'docs/b.md', 'plans/b.md', undefined],
    [JEKYLL, 'docs/b.md', '`{% link docs/a.md %}`', 'docs/a.md', 'plans/z.md', undefined],
    [JEKYLL, 'docs/b.md', '{% raw %}{% link docs/a.md %}{% endraw %}', 'docs/a.md', 'plans/z.md', undefined],
    [
      JEKYLL,
      'docs/b.md',
      '[x]({% post_url 2026-01-02-news %})',
      '_posts/2026-01-02-news.md',
      '_posts/2026-01-03-old.md',
      '[x]({% post_url 2026-01-03-old %})',
    ],
    [JEKYLL, 'docs/b.md', '[x]({% post_url 2026-01-02-news %})', '_posts/2026-01-02-news.md', 'docs/news.md', undefined],
    [JEKYLL, 'docs/b.md', '[x](/shop/docs/a)', 'docs/a.md', 'plans/z.md', '[x](/shop/plans/z)'],
    [JEKYLL, 'docs/b.md', '[x](/shop/docs/a.html#y)', 'docs/a.md', 'plans/z.md', '[x](/shop/plans/z.html#y)'],
    [HUGO, 'content/g/b.md', '[x]({{< relref "a.md#y" >}})', 'content/g/a.md', 'content/p/z.md', '[x]({{< relref "../p/z.md#y" >}})'],
    [HUGO, 'content/g/b.md', '[x]({{% ref "/g/a" %}})', 'content/g/a.md', 'content/p/z.md', '[x]({{% ref "/p/z" %}})'],
    [HUGO, 'content/b.md', '[x]({{< ref "g/a.md" >}})', 'content/b.md', 'content/g/b.md', '[x]({{< ref "a.md" >}})'],
    [HUGO, 'content/h/b.md', '[x]({{< ref "g/a.md" >}})', 'content/g/a.md', 'content/p/z.md', '[x]({{< ref "p/z.md" >}})'],
    [HUGO, 'content/b.md', '[x]({{</* ref "g/a.md" */>}})', 'content/g/a.md', 'content/z.md', undefined],
    [HUGO, 'content/b.md', '[x](/g/a/#y)', 'content/g/a.md', 'content/p/z.md', '[x](/p/z/#y)'],
    [SPHINX, 'docs/g/b.md', 'See {doc}`a`.', 'docs/g/a.md', 'docs/p/z.md', 'See {doc}`../p/z`.'],
    [SPHINX, 'docs/g/b.md', 'See {doc}`the plan </g/a>`.', 'docs/g/a.md', 'docs/p/z.md', 'See {doc}`the plan </p/z>`.'],
    [SPHINX, 'docs/g/b.md', '```\n{doc}`a`\n```', 'docs/g/a.md', 'docs/p/z.md', undefined],
    [MKDOCS, 'docs/b.md', '[x](/g/a/)', 'docs/g/a.md', 'docs/p/z.md', '[x](/p/z/)'],
    [MKDOCS, 'docs/b.md', '[x](/g/a)', 'docs/g/a.md', 'other/z.md', undefined],
    [VITEPRESS, 'docs/b.md', '[x](/g/a)', 'docs/g/a.md', 'docs/p/z.md', '[x](/p/z)'],
    [VITEPRESS, 'docs/b.md', '[x](/g/a.md)', 'docs/g/a.md', 'docs/p/z.md', '[x](/p/z.md)'],
  ];
  for (const [site, page, link, from, to, after] of sites) {
    // @verifies RT-1.6/AC1~77d8dd
    it(`writes what only the generator of ${Object.keys(site)[0]} follows: ${link} of ${page}, when ${from} becomes ${to}`, () => {
      const files = {
        ...site,
        'content/g/a.md': A,
        'docs/a.md': A,
        'docs/g/a.md': A,
        '_posts/2026-01-02-news.md': A,
        [page]: `${B}\n${link}\n`,
      };
      const expected = after === undefined ? {} : { [page]: `${B}\n${after}\n` };
      const { sites: found = [] } = withSites(DEFAULT_CONFIGURATION, new Map(Object.entries(files)));
      assert.deepEqual(moved(files, from, to, { sites: found }), expected);
    });
  }

  it('leaves notebooks alone, whose text is in JSON', () => {
    const cell = { cell_type: 'code', source: ['# @implements a#REQ-1'] };
    const notebook = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
    const files = { 'docs/a.md': A, 'docs/b.md': B, 'src/x.ipynb': notebook, 'src/x.ts': '// @implements a#REQ-1\n' };
    assert.deepEqual(moved(files, 'docs/a.md', 'docs/z.md'), { 'src/x.ts': '// @implements z#REQ-1\n' });
  });

  it('leaves references alone where the document names its own key', () => {
    const files = { 'docs/a.md': `---\nreqtrace:\n  key: a\n---\n${A}`, 'docs/b.md': B, 'src/x.ts': '// @implements a#REQ-1\n' };
    assert.deepEqual(moved(files, 'docs/a.md', 'docs/z.md'), {});
  });

  const links: [what: string, from: string, to: string, link: string, expected: string][] = [
    ['a link to the file', 'docs/b.md', 'docs/z.md', './b.md#part', './z.md#part'],
    ['a link to the file in another folder', 'docs/b.md', 'plans/b.md', 'b.md', '../plans/b.md'],
    ['a link without extension', 'docs/b.md', 'docs/sub/z.md', 'b', 'sub/z'],
    ['a link to the page of a folder', 'docs/guide/index.md', 'docs/manual/index.md', 'guide/', 'manual/'],
    ['a link from the root of the site', 'docs/b.md', 'docs/sub/z.md', '/b', '/sub/z'],
    ['a link of a page of the site', 'docs/b.md', 'docs/z.md', 'b.html', 'z.html'],
    ['a link of the moved file itself', 'docs/a.md', 'docs/sub/a.md', 'b.md', '../b.md'],
    ['a link to a name with a space', 'docs/b.md', 'docs/the b.md', 'b.md', 'the%20b.md'],
  ];
  for (const [what, from, to, link, expected] of links) {
    it(`writes ${what}: ${link}`, () => {
      const text = (target: string): string => `${A}\nSee [it](${target}).\n`;
      const files = { 'docs/a.md': text(link), 'docs/b.md': B, 'docs/guide/index.md': '# Guide\n' };
      assert.deepEqual(moved(files, from, to, { siteRoot: 'docs' }), { 'docs/a.md': text(expected) });
    });
  }

  const pages: [what: string, from: string, to: string, file: string, before: string, after: string][] = [
    ['a page that defines nothing', 'docs/a.md', 'spec/a.md', 'README.md', '[a](docs/a.md)', '[a](spec/a.md)'],
    ['one that defines nothing in a folder beside', 'docs/a.md', 'spec/a.md', 'notes/n.md', '[a](../docs/a)', '[a](../spec/a)'],
    ['one that is prose to the project', 'docs/a.md', 'spec/a.md', 'CHANGELOG.md', '- [a](docs/a.md)', '- [a](spec/a.md)'],
    ['a definition of a link', 'docs/a.md', 'spec/a.md', 'README.md', '[a]: docs/a.md "A"', '[a]: spec/a.md "A"'],
    ['a page that defines nothing and moves itself', 'docs/n.md', 'n.md', 'docs/n.md', '[a](a.md#req-1-a)', '[a](docs/a.md#req-1-a)'],
  ];
  for (const [what, from, to, file, before, after] of pages) {
    it(`writes a link of ${what}`, () => {
      assert.deepEqual(moved({ 'docs/a.md': A, [file]: `# Notes\n\n${before}\n` }, from, to), { [file]: `# Notes\n\n${after}\n` });
    });
  }

  it('writes links in tags anew', () => {
    const files = { 'docs/a.md': `${A}\n<a class="x" href="b.md#req-1-b">b</a>\n\n<a href='b.md'>b</a>\n`, 'docs/b.md': B };
    assert.deepEqual(moved(files, 'docs/b.md', 'plans/z.md'), { 'docs/a.md': files['docs/a.md'].replaceAll('b.md', '../plans/z.md') });
  });

  it('leaves links alone whose two ends move together, and those to other sites', () => {
    const files = { 'docs/a.md': `${A}\n[b](b.md) [x](https://example.org/b.md) [gone](gone.md)\n`, 'docs/b.md': B };
    assert.deepEqual(moved(files, 'docs', 'plans'), {});
  });
});
