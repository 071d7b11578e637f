import assert from 'node:assert/strict';
import { excludeInConfiguration } from '../../../src/editor/actions/exclude.ts';
import { applyEdits } from '../../../src/editor/edits.ts';

describe('excluding a folder', () => {
  for (const [before, after] of [
    [undefined, 'exclude:\n  - "docs/old/**"\n'],
    ['version: 1\n', 'version: 1\nexclude:\n  - "docs/old/**"\n'],
    ['version: 1', 'version: 1\nexclude:\n  - "docs/old/**"\n'],
    ['exclude: []\n', 'exclude: ["docs/old/**"]\n'],
    ['exclude: [a/**, "b/**" ] # both\nids: []\n', 'exclude: [a/**, "b/**", "docs/old/**" ] # both\nids: []\n'],
    ['exclude:\nids: []\n', 'exclude:\n  - "docs/old/**"\nids: []\n'],
    ['exclude:\n- a/** # one\n\nids: []\n', 'exclude:\n- a/** # one\n- "docs/old/**"\n\nids: []\n'],
    ['exclude:\n    - a/**\n    # - b/**\nids: []\n', 'exclude:\n    - a/**\n    - "docs/old/**"\n    # - b/**\nids: []\n'],
    ['exclude:\r\n  - a/**\r\n', 'exclude:\r\n  - a/**\r\n  - "docs/old/**"\r\n'],
  ] as const) {
    it(`adds to ${JSON.stringify(before)}`, () => {
      const made = excludeInConfiguration('docs/old/**', before);
      assert.ok('edits' in made, JSON.stringify(made));
      assert.equal(applyEdits(before ?? '', made.edits), after);
      assert.equal('created' in made, before === undefined);
    });
  }

  it('changes nothing that it cannot read', () => {
    for (const text of ['exclude: [a,\n  b]\n', 'exclude: &list\n  - a\n', 'exclude: [a\n', '{ exclude: [a] }\n']) {
      assert.ok('refusal' in excludeInConfiguration('docs/old/**', text), text);
    }
  });
});
