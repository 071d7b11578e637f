import assert from 'node:assert/strict';
import { Sandbox } from '../support/sandbox.ts';

const sandbox = new Sandbox({
  '_config.yml': 'baseurl: /shop\n',
  'docs/a.md': '## 1.1 Größe\n\n## REQ-1: Pay\n',
  'docs/_b.md': '# B\n',
  'guide/a.md': '# A\n',
  'website/docusaurus.config.ts': "export default { presets: [['classic', { docs: { path: '../guide' } }]] };\n",
  'src/a.ts': '',
});
after(() => sandbox.remove());

describe('reqtrace explain of a page of a site', () => {
  const cases: readonly (readonly [file: string, said: readonly string[]])[] = [
    [
      'docs/a.md',
      [
        'Site: Jekyll, as _config.yml says',
        'Address of the page: /shop/docs/a',
        'Links that begin with "/" start in: .',
        'Anchors of its headings: #11-größe, #req-1-pay',
      ],
    ],
    [
      'docs/_b.md',
      [
        'Site: Jekyll, as _config.yml says',
        'Jekyll makes no page of it',
        'Links that begin with "/" start in: .',
        'Anchors of its headings: #b',
      ],
    ],
    [
      'guide/a.md',
      [
        'Site: Docusaurus, as website/docusaurus.config.ts says',
        'Address of the page: /docs/a',
        'Links that begin with "/" start in: guide',
        'Anchors of its headings: #a',
      ],
    ],
    ['src/a.ts', []],
  ];
  for (const [file, said] of cases) {
    // @verifies RT-1.6/AC5~fc0dc5
    it(file, async () => {
      const { stdout } = await sandbox.run(['explain', file]);
      const lines = stdout.split('\n\n')[0]?.trimEnd().split('\n').slice(2) ?? [];
      assert.deepEqual(
        lines.map((line) => line.trim()).filter((line) => line !== ''),
        said,
      );
    });
  }

  // @verifies RT-1.6/AC4~3076d6
  it('goes by site: of reqtrace.yaml', async () => {
    sandbox.write('reqtrace.yaml', 'site: { generator: mkdocs, folder: guide }\n');
    const { stdout } = await sandbox.run(['explain', 'guide/a.md']);
    assert.match(stdout, /Site: MkDocs, as reqtrace\.yaml says\n {2}Address of the page: \/a\/\n/u);
    sandbox.write('shop.dev/content/a.md', '# A\n');
    sandbox.write('reqtrace.yaml', 'site: { generator: hugo, folder: shop.dev }\n');
    assert.match(
      (await sandbox.run(['explain', 'shop.dev/content/a.md'])).stdout,
      /as reqtrace\.yaml says\n {2}Address of the page: \/a\/\n/u,
    );
    // In a folder where no configuration would be looked for otherwise.
    const mounts =
      '[{ source: content/en, target: content }, { source: content/fr, target: content, lang: fr }, { source: more, target: content/x }]';
    sandbox.write('shop.dev/config/_default/hugo.yaml', `baseURL: https://x.org/shop/\nmodule: { mounts: ${mounts} }\n`);
    const addresses = { 'content/en/a.md': '/shop/a/', 'content/fr/a.md': '/shop/fr/a/', 'more/a.md': '/shop/x/a/' };
    for (const [file, address] of Object.entries(addresses)) {
      sandbox.write(`shop.dev/${file}`, '# A\n');
      const said = (await sandbox.run(['explain', `shop.dev/${file}`])).stdout;
      assert.match(said, new RegExp(`as shop.dev/config/_default/hugo.yaml says\\n {2}Address of the page: ${address}\\n`, 'u'));
    }
    sandbox.write('reqtrace.yaml', 'site: none\n');
    assert.doesNotMatch((await sandbox.run(['explain', 'guide/a.md'])).stdout, /Site:/u);
  });
});
