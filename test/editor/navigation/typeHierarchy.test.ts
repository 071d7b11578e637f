import assert from 'node:assert/strict';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../../src/editor/navigation/typeHierarchy.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

const FILES = {
  'docs/system.md': '## SYS-1: Sell\n\n**Acceptance Criteria**:\n- Orders are paid\n\n## SYS-2: Ship\n',
  'docs/software.md': '## REQ-1: Pay\n\n**Covers**: SYS-1/AC1, SYS-2\n\n## REQ-2: Refund\n\n**Covers**: SYS-1\n',
};

function at(text: string): ReturnType<typeof workspace> {
  return workspace({ ...FILES, 'docs/cursor.md': text });
}

describe('type hierarchy', () => {
  const cases: [cursor: string, up: string[], down: string[]][] = [
    ['SYS|-1', [], ['REQ-1 Pay', 'REQ-2 Refund']],
    ['SYS|-2', [], ['REQ-1 Pay']],
    ['REQ|-1', ['SYS-1 Sell', 'SYS-2 Ship'], []],
    ['REQ|-2', ['SYS-1 Sell'], []],
  ];
  for (const [cursor, up, down] of cases) {
    it(`of ${cursor.replace('|', '')}`, () => {
      const { view, path, position } = at(`## X-1: X\n\nSee ${cursor}.\n`);
      const [item] = prepareTypeHierarchy(view, path, position, uriOf) ?? [];
      assert.ok(item);
      assert.deepEqual(
        supertypes(view, item.data, uriOf).map(({ name }) => name),
        up,
      );
      assert.deepEqual(
        subtypes(view, item.data, uriOf).map(({ name }) => name),
        down,
      );
    });
  }

  it('starts at the requirement of a criterion, and nowhere else', () => {
    const on = at('## X-1: X\n\nSee SYS-1/A|C1.\n');
    assert.deepEqual(
      prepareTypeHierarchy(on.view, on.path, on.position, uriOf)?.map(({ name }) => name),
      ['SYS-1 Sell'],
    );
    const off = at('## X-1: X\n\nSe|e SYS-1/AC1.\n');
    assert.equal(prepareTypeHierarchy(off.view, off.path, off.position, uriOf), null);
    assert.deepEqual(subtypes(off.view, { key: 'gone' }, uriOf), []);
  });
});
