import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { parseMarkdown } from '../../../src/formats/carriers/markdown/parseMarkdown.ts';
import { siteAnchors } from '../../../src/formats/sites/siteAnchors.ts';
import { generatorNamed } from '../../../src/formats/sites/registry.ts';
import { withSites } from '../../../src/formats/sites/siteFiles.ts';
import type { GeneratorName } from '../../../src/model/site.ts';
import { siteProject } from '../../support/sites/projects.ts';

function anchorsOf(name: GeneratorName, text: string): string {
  return Array.from(siteAnchors(generatorNamed(name), parseMarkdown(text.split('\n'))).values(), ([usual = '(given)']) => usual).join(
    ' | ',
  );
}

const NAMES = ['jekyll', 'hugo', 'mkdocs', 'vitepress', 'docusaurus', 'starlight'] as const;
/** kramdown-parser-gfm 1.1.0, Hugo 0.111.3, Python-Markdown 3.4.1, VitePress 1.6.4, Docusaurus 3.10.2, Starlight 0.42.4. */
const HEADINGS: readonly (readonly [text: string, ...anchors: readonly string[]])[] = [
  ['# Scope of it', 'scope-of-it', 'scope-of-it', 'scope-of-it', 'scope-of-it', 'scope-of-it', 'scope-of-it'],
  [
    '# 1.1 Stock Reservation',
    '11-stock-reservation',
    '11-stock-reservation',
    '11-stock-reservation',
    '_1-1-stock-reservation',
    '11-stock-reservation',
    '11-stock-reservation',
  ],
  ['# 42', '42', '42', '42', '_42', '42', '42'],
  ['# Scope\n# Scope', 'scope | scope-1', 'scope | scope-1', 'scope | scope_1', 'scope | scope-1', 'scope | scope-1', 'scope | scope-1'],
  [
    '# Scope\n# Scope\n# Scope 1',
    'scope | scope-1 | scope-1',
    'scope | scope-1 | scope-1-1',
    'scope | scope_1 | scope-1',
    'scope | scope-1 | scope-1-1',
    'scope | scope-1 | scope-1-1',
    'scope | scope-1 | scope-1-1',
  ],
  ['# Größe ändern', 'größe-ändern', 'größe-ändern', 'groe-andern', 'große-andern', 'größe-ändern', 'größe-ändern'],
  ['# 库存 预留', '库存-预留', '库存-预留', '_1', '库存-预留', '库存-预留', '库存-预留'],
  ['# Rocket 🚀 launch', 'rocket--launch', 'rocket--launch', 'rocket-launch', 'rocket-🚀-launch', 'rocket--launch', 'rocket--launch'],
  ['# A / B', 'a--b', 'a--b', 'a-b', 'a-b', 'a--b', 'a--b'],
  ['# C++ & C#', 'c--c', 'c--c', 'c-c', 'c-c', 'c--c', 'c--c'],
  [
    '# Use `git push` & pull',
    'use-git-push--pull',
    'use-git-push--pull',
    'use-git-push-pull',
    'use-git-push-pull',
    'use-git-push--pull',
    'use-git-push--pull',
  ],
  [
    '# A link to [Strategy](strategy.md)',
    'a-link-to-strategy',
    'a-link-to-strategystrategymd',
    'a-link-to-strategy',
    'a-link-to-strategy',
    'a-link-to-strategy',
    'a-link-to-strategy',
  ],
  ['# ![alt](p.png) Logo', '-logo', 'altppng-logo', 'logo', 'logo', 'alt-logo', '-logo'],
  [
    '# Hyphen - and -- double',
    'hyphen---and--double',
    'hyphen---and----double',
    'hyphen-and-double',
    'hyphen-and-double',
    'hyphen---and----double',
    'hyphen---and--double',
  ],
  ["# What's new?", 'whats-new', 'whats-new', 'whats-new', 'what-s-new', 'whats-new', 'whats-new'],
  ['# İstanbul IĞDIR', 'i̇stanbul-iğdir', 'istanbul-iğdir', 'istanbul-igdir', 'istanbul-igdir', 'i̇stanbul-iğdir', 'i̇stanbul-iğdir'],
  ['# Привет мир', 'привет-мир', 'привет-мир', '_1', 'привет-мир', 'привет-мир', 'привет-мир'],
  [
    '# (Optional) Step **two**',
    'optional-step-two',
    'optional-step-two',
    'optional-step-two',
    'optional-step-two',
    'optional-step-two',
    'optional-step-two',
  ],
  [
    '# REQ_16: under_score',
    'req_16-under_score',
    'req_16-under_score',
    'req_16-under_score',
    'req-16-under-score',
    'req_16-under_score',
    'req_16-under_score',
  ],
  [
    '# Title {#given}\n# Title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
  ],
  [
    '# <b>HTML</b> title <a name="x"></a>',
    'html-title-',
    'bhtmlb-title-a-namexa',
    'html-title',
    'html-title',
    'html-title-',
    'html-title-',
  ],
  [
    '# REQ-17 &amp; entity copy',
    'req-17--entity-copy',
    'req-17-amp-entity-copy',
    'req-17-entity-copy',
    'req-17-entity-copy',
    'req-17--entity-copy',
    'req-17--entity-copy',
  ],
  ['# Tab\tinside', 'tab-inside', 'tabinside', 'tab-inside', 'tabinside', 'tabinside', 'tabinside'],
  [
    '# Title {#req-13 .cls}\n# Title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
    '(given) | title',
  ],
  ['# Ends with dot.', 'ends-with-dot', 'ends-with-dot', 'ends-with-dot', 'ends-with-dot', 'ends-with-dot', 'ends-with-dot'],
  ['# Trailing ##', 'trailing', 'trailing', 'trailing', 'trailing', 'trailing', 'trailing'],
  ['# Ready?', 'ready', 'ready', 'ready', 'ready', 'ready', 'ready'],
  ['# *All* of **them**', 'all-of-them', 'all-of-them', 'all-of-them', 'all-of-them', 'all-of-them', 'all-of-them'],
  ['# Scope of work', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work'],
  ['Scope of work\n=============', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work', 'scope-of-work'],
];

/** Sphinx 5.3 with MyST 0.18.1: what links may call a heading, and the id that docutils 0.19 gives it; none where it only counts (`id3`). */
const SPHINX: readonly (readonly [heading: string, link: string, id: string])[] = [
  ['# 1.1 Stock Reservation', '11-stock-reservation', 'stock-reservation'],
  ['# 42', '42', ''],
  ['# Scope\n# Scope', 'scope | scope-1', 'scope | '],
  ['# Größe ändern', 'größe-ändern', 'grosze-andern'],
  ['# 库存 预留', '库存-预留', ''],
  ['# Привет мир', 'привет-мир', ''],
  ["# What's new?", 'whats-new', 'what-s-new'],
  ['# REQ_16: under_score', 'req_16-under_score', 'req-16-under-score'],
  ['# Ends with dot.', 'ends-with-dot', 'ends-with-dot'],
];

describe('An anchor of a heading is made by the rule of the generator', () => {
  for (const [text, ...anchors] of HEADINGS)
    for (const [at, name] of NAMES.entries())
      // @verifies RT-1.6/AC2~39d717
      it(`${name}: ${text.replaceAll('\n', ', ')} is ${anchors[at]}`, () => assert.equal(anchorsOf(name, text), anchors[at]));

  for (const [heading, ...expected] of SPHINX) {
    // @verifies RT-1.6/AC2~39d717
    it(`sphinx: ${heading.replaceAll('\n', ', ')} is ${expected.join(', or ')}`, () => {
      const both = [...siteAnchors(generatorNamed('sphinx'), parseMarkdown(heading.split('\n'))).values()];
      assert.deepEqual(
        [0, 1].map((at) => both.map((names) => names[at]).join(' | ')),
        expected,
      );
    });
  }

  it('with a picture alone, or nothing that counts, as each does', () => {
    assert.deepEqual(
      NAMES.map((name) => anchorsOf(name, '# 🚀\n# 🚀')),
      [' | -1', 'heading | heading-1', '_1 | _2', '🚀 | 🚀-1', ' | -1', ' | -1'],
    );
  });

  const text =
    '## 1.1 Größe\n\n**Acceptance Criteria**:\n\n- One\n\n## REQ-7: Pay\n\n## Gate {#gate}\n\n**Acceptance Criteria**:\n\n- One\n';
  const others: readonly (readonly [file: string, content: string, expected: readonly string[]])[] = [
    ['_config.yml', 'title: x', ['11-größe: ', 'REQ-7: req-7-pay', 'gate: gate-gate']],
    ['mkdocs.yml', 'site_name: x', ['11-größe: 11-groe', 'REQ-7: req-7-pay', 'gate: gate-gate']],
    ['docs/.vitepress/config.js', '', ['11-größe: _1-1-große', 'REQ-7: req-7-pay', 'gate: gate-gate']],
    ['package.json', '{}', ['11-größe: ', 'REQ-7: ', 'gate: gate-gate']],
  ];
  for (const [file, content, expected] of others) {
    // @verifies RT-1.6/AC2~39d717
    it(`is a further name of its requirement where ${file} is found`, () => {
      const { requirements } = createExtractor(withSites(DEFAULT_CONFIGURATION, new Map([[file, content]]))).extract('docs/a.md', text);
      const named = requirements.map(({ localId, aliases = [] }) => `${localId}: ${aliases.join(' ')}`);
      assert.deepEqual(named, expected);
    });
  }

  // @verifies RT-1.6/AC2~39d717
  it('resolves references by any of its names', () => {
    const references = ['docs/a#_1-1-große', 'a#11-größe/AC1', 'a#req-7-pay', 'a#gate-gate', 'a#11-groe'];
    const index = siteProject({
      'docs/.vitepress/config.js': '',
      'docs/a.md': text,
      'src/a.ts': references.map((one) => `// @implements ${one}\n`).join(''),
    });
    const meanings = index
      .referencesIn('src/a.ts')
      .map(({ resolution }) => (resolution.kind === 'item' ? resolution.item.key : resolution.kind));
    assert.deepEqual(meanings, ['docs/a#11-größe', 'docs/a#11-größe/AC1', 'docs/a#REQ-7', 'docs/a#gate', 'unknown']);
  });
});
