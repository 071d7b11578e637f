import assert from 'node:assert/strict';
import { offersAt } from '../../../src/editor/actions/offers.ts';
import { perform } from '../../../src/editor/actions/perform.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { workspace } from '../../support/editor/workspace.ts';

const FILES = { 'docs/a.md': '# REQ-1: Boil\n', 'src/a.ts': '// @implements ENG|-9\nexport const a = 1;\n' };

const TEXTS: readonly (readonly [what: string, name: string, before: string | undefined, after: string])[] = [
  ['no file', 'ENG', undefined, 'keys:\n  ENG: "https://tracker.example/browse/{key}"\n'],
  ['an end without a line break', 'ENG', 'version: 1', 'version: 1\nkeys:\n  ENG: "https://tracker.example/browse/{key}"\n'],
  ['an empty mapping', 'ENG', 'keys: {}   # none\nversion: 1\n', 'keys:\n  ENG: "https://tracker.example/browse/{key}"\nversion: 1\n'],
  [
    'other keys',
    'ENG',
    'keys:\n    TEA: "https://t.example/{key}"\n\n# more\nversion: 1\n',
    'keys:\n    TEA: "https://t.example/{key}"\n    ENG: "https://t.example/{key}"\n\n# more\nversion: 1\n',
  ],
  [
    'the last key',
    'ENG',
    'keys:\r\n  TEA: "https://t.example/{key}"',
    'keys:\r\n  TEA: "https://t.example/{key}"\r\n  ENG: "https://t.example/{key}"',
  ],
  ['an issue', '#', '', 'keys:\n  "#": "https://github.com/OWNER/REPOSITORY/issues/{key}"\n'],
  ['a work item', 'AB#', '', 'keys:\n  "AB#": "https://dev.azure.com/ORGANIZATION/PROJECT/_workitems/edit/{key}"\n'],
];

describe('Declaring the prefix of another tool', () => {
  it('is offered at a reference to nothing', () => {
    const { view, reading, path, position } = workspace(FILES);
    assert.deepEqual(
      offersAt(view, reading.ids, path, position).map(({ title, request, mends }) => [title, request, mends]),
      [['Declare ENG in reqtrace.yaml as kept by another tool', { kind: 'declare-key', name: 'ENG' }, 'unknown-reference']],
    );
  });

  for (const [what, name, before, after] of TEXTS)
    it(`adds to reqtrace.yaml: ${what}`, async () => {
      const { view, reading } = workspace(FILES);
      const done = await perform(view, reading, { kind: 'declare-key', name }, () => Promise.resolve(before));
      assert.ok('edits' in done);
      assert.equal(applyEdits(before ?? '', done.edits), after);
      assert.deepEqual(done.created, before === undefined ? ['reqtrace.yaml'] : undefined);
    });

  it('is refused where the keys stand on one line', async () => {
    const { view, reading } = workspace(FILES);
    const text = 'keys: { TEA: "https://t.example/{key}" }\n';
    const done = await perform(view, reading, { kind: 'declare-key', name: 'ENG' }, () => Promise.resolve(text));
    assert.deepEqual(done, { refusal: 'reqtrace.yaml cannot be added to; write this under "keys": ENG: "https://t.example/{key}"' });
  });
});
