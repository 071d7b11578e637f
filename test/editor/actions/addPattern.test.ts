import assert from 'node:assert/strict';
import { offersAt } from '../../../src/editor/actions/offers.ts';
import { perform } from '../../../src/editor/actions/perform.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { workspace } from '../../support/editor/workspace.ts';

const NEAR_MISSES: readonly (readonly [document: string, pattern: string | undefined])[] = [
  ['- **NFR|-PERF**: a\n- **NFR-FAST-START**: b\n', 'NFR-[A-Z]+(?:-[A-Z]+)*'],
  ['## HLR|_12: Boil\n', 'HLR_[0-9]+'],
  ['- **US-0|16-001**: a\n', 'US-[0-9]+-[0-9]+'],
  // Its cure is another text, and no pattern.
  ['## REQ-1: Boil\n\n**Our Acceptance| Criteria**\n\n- a\n', undefined],
  ['## REQ|-1: Boil\n', undefined],
];

const TEXTS: readonly (readonly [before: string | undefined, after: string | undefined])[] = [
  [undefined, "ids:\n  - 'HLR_[0-9]+'\n"],
  ['version: 1\n', "version: 1\nids:\n  - 'HLR_[0-9]+'\n"],
  ['ids: ["A_[0-9]"]\n', 'ids: ["A_[0-9]", \'HLR_[0-9]+\']\n'],
  ["version: 1\n# ids: ['HLR_[0-9]+']\n\n# more\n", "version: 1\nids:\n  - 'HLR_[0-9]+'\n# ids: ['HLR_[0-9]+']\n\n# more\n"],
  ["ids:\r\n  - 'A_[0-9]'\r\n", "ids:\r\n  - 'A_[0-9]'\r\n  - 'HLR_[0-9]+'\r\n"],
  ['ids: [\n  a]\n', undefined],
  ['version: 9\n', undefined],
];

describe('Having ids of another shape read', () => {
  for (const [document, pattern] of NEAR_MISSES) {
    it(`is ${pattern === undefined ? 'not ' : ''}offered at ${JSON.stringify(document)}`, () => {
      const { view, reading, path, position } = workspace({ 'docs/a.md': document });
      const patterns = offersAt(view, reading.ids, path, position).flatMap(({ request }) =>
        request.kind === 'add-pattern' ? request.pattern : [],
      );
      assert.deepEqual(patterns, pattern === undefined ? [] : [pattern]);
    });
  }

  for (const [before, after] of TEXTS) {
    it(`${after === undefined ? 'leaves' : 'adds to'} ${JSON.stringify(before)}`, async () => {
      const { view, reading } = workspace({ 'docs/a.md': '# A|\n' });
      const made = await perform(view, reading, { kind: 'add-pattern', pattern: 'HLR_[0-9]+' }, () => Promise.resolve(before));
      assert.equal('refusal' in made ? undefined : applyEdits(before ?? '', made.edits), after);
    });
  }
});
