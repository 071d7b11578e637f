import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { parseMarkdown } from '../../../src/formats/carriers/markdown/parseMarkdown.ts';
import { siteAnchors } from '../../../src/formats/sites/siteAnchors.ts';
import { generatorNamed } from '../../../src/formats/sites/registry.ts';
import { withSites } from '../../../src/formats/sites/siteFiles.ts';
import type { GeneratorName } from '../../../src/model/site.ts';
import { HEADING_NAMES, SITE_HEADINGS } from '../../support/sites/headings.ts';
import { siteProject } from '../../support/sites/projects.ts';

function anchorsOf(name: GeneratorName, text: string): string {
  return Array.from(siteAnchors(generatorNamed(name), parseMarkdown(text.split('\n'))).values(), ([usual = '(given)']) => usual).join(
    ' | ',
  );
}

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
  for (const [text, ...anchors] of SITE_HEADINGS)
    for (const [at, name] of HEADING_NAMES.entries())
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
      HEADING_NAMES.map((name) => anchorsOf(name, '# 🚀\n# 🚀')),
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
