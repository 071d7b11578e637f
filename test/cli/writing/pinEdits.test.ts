import assert from 'node:assert/strict';
import { pinEdits } from '../../../src/cli/writing/pinEdits.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { allItems } from '../../../src/query/lookup.ts';
import { workspace } from '../../support/editor/workspace.ts';
import { toy } from '../../support/notations/toy.ts';

describe('pinEdits', () => {
  it('pins what the notation of the item can pin, and nothing else', () => {
    const files = {
      'docs/a.md': '## REQ-1: Pay\n',
      'kitchen/tea.md': '@@boil Boil\n',
      'src/a.ts': '// @implements REQ-1, kitchen#boil\n// %%boil\npay();\n',
    };
    const { view } = workspace(files, {}, [...NOTATIONS, toy]);
    const edits = pinEdits(view, allItems(view)).get('src/a.ts') ?? [];
    assert.deepEqual(
      edits.map(({ oldText, newText }) => [oldText, newText.replace(/[0-9a-f]{6}$/u, '…')]),
      [['REQ-1', 'REQ-1~…']],
    );
  });
});
