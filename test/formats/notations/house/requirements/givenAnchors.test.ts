import assert from 'node:assert/strict';
import { createExtractor } from '../../../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../../../src/formats/configuration/defaults.ts';
import { workspace } from '../../../../support/editor/workspace.ts';

const CRITERIA = '\n**Acceptance Criteria**:\n\n- Filled\n';

/** What the requirement of a heading is called, `ready (Counter readiness): …`, with its other names. */
function named(heading: string): string {
  const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('docs/a.md', `# A\n\ntext\n\n${heading}\n${CRITERIA}`);
  return requirements.map(({ localId, title, aliases = [] }) => `${localId} (${title}): ${aliases.join(' ')}`).join('; ');
}

describe('A heading with an anchor of its own', () => {
  // @verifies RT-1.1/AC11~66ccf7
  const cases: [what: string, heading: string, expected: string][] = [
    ['behind it', '## Counter readiness {#ready}', 'ready (Counter readiness): counter-readiness-ready counter-readiness'],
    ['with classes', '## Shelf {#shelf-1 .wide data-x=y}', 'shelf-1 (Shelf): shelf-shelf-1-wide-data-xy shelf'],
    ['of kramdown behind it', '## Shelf {: #board }', 'board (Shelf): shelf--board- shelf'],
    ['of kramdown below', '## Till readiness\n{: #till }', 'till (Till readiness): till-readiness'],
    ['of MyST', '(gate)=\n## Gate open', 'gate (Gate open): gate-open'],
    ['of MyST with a blank line between', '(gate)=\n\n## Gate open', 'gate (Gate open): gate-open'],
    ['of docsify', '## Roof terrace :id=roof', 'roof (Roof terrace): roof-terrace-idroof roof-terrace'],
    ['of MDX', '## Stone wall {/* #wall */}', 'wall (Stone wall): stone-wall--wall- stone-wall'],
    ['in a tag above', '<a id="door"></a>\n\n## Front door', 'door (Front door): front-door'],
    ['in a tag within', '## <a name="door"></a>Front door', 'door (Front door): front-door'],
    ['behind an ID', '## REQ-9: With ID {#req-nine}', 'REQ-9 (With ID): req-nine req-9-with-id-req-nine req-9-with-id'],
    ['that is an ID', '## With ID {#REQ-9}', 'REQ-9 (With ID): '],
    ['that is an ID, with a class', '## With ID {#REQ-9 .cls}', 'REQ-9 (With ID): '],
    ['that is an ID, below', '## With ID\n{: #REQ-9 }', 'REQ-9 (With ID): '],
    ['that is an ID, above', '(REQ-9)=\n## With ID', 'REQ-9 (With ID): '],
    ['that is an ID, behind another anchor', '## With ID <a name="x"></a><a id="REQ-9"></a>', 'REQ-9 (With ID): x with-id-'],
    ['that no reference can name', '## Gate {#gate.open}', 'gate-gateopen (Gate): '],
    ['that is none, with a blank line before it', '## Till readiness\n\n{: #till }', 'till-readiness (Till readiness): '],
    ['that is none, glued to a word', '## Use x{#y}', 'use-xy (Use x{#y}): '],
    ['that is none, far above', '(gate)=\n\ntext\n\n## Gate open', 'gate-open (Gate open): '],
    ['that is none', '## Set {a, b}', 'set-a-b (Set {a, b}): '],
  ];
  for (const [what, heading, expected] of cases) {
    it(`${what}: ${JSON.stringify(heading)}`, () => assert.equal(named(heading), expected));
  }

  it('is a label of criteria all the same', () => {
    const text = '## REQ-1: Stock\n\n### Acceptance Criteria {#ac}\n\n- Filled\n';
    const [requirement] = createExtractor(DEFAULT_CONFIGURATION).extract('a.md', text).requirements;
    assert.deepEqual(
      requirement?.criteria.map(({ text }) => text),
      ['Filled'],
    );
  });

  it('is found by its anchor and by its slugs', () => {
    const names = ['a#ready', 'a#counter-readiness-ready', 'a#counter-readiness', 'docs/a#ready/AC1', 'a#counter-readiness/AC1', 'a#other'];
    const { view } = workspace({
      'docs/a.md': `## Counter readiness {#ready}\n${CRITERIA}`,
      'src/x.ts': `${names.map((name) => `// @implements ${name}\n`).join('')}cursor.txt`,
      'cursor.txt': '',
    });
    const meanings = view
      .referencesIn('src/x.ts')
      .map(({ resolution }) => (resolution.kind === 'item' ? resolution.item.key : resolution.kind));
    const [ready, filled] = ['docs/a#ready', 'docs/a#ready/AC1'];
    assert.deepEqual(meanings, [ready, ready, ready, filled, filled, 'unknown']);
  });
});
