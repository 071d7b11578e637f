import assert from 'node:assert/strict';
import { lastLines, Requirements } from '../../../../../src/formats/notations/house/assembly/requirements.ts';
import type { FoundRequirement } from '../../../../../src/formats/notations/house/document/found.ts';
import { readSections } from '../../../../../src/formats/notations/house/document/outline.ts';
import { rangeAt } from '../../../../../src/model/position.ts';
import { sourceOf } from '../../../../support/formats/documentSource.ts';

function found(localId: string, first: number, last: number, changes: Partial<FoundRequirement> = {}): FoundRequirement {
  const names = { localId, title: localId, implicit: false, declared: true, nameRange: rangeAt(first, 0, 1), marks: [] };
  return { ...names, level: 2, exempt: false, first, last, column: 0, ...changes };
}

describe('The requirements of a document', () => {
  const [, outer, inner] = readSections(sourceOf('# A\n\n## B\n'), {}, false);
  assert.ok(outer && inner);

  it('are owners of the sections inside theirs', () => {
    const requirements = new Requirements('a.md');
    const [implied, declared] = [found('b', 2, 2, { declared: false }), found('REQ-1', 0, 2)];
    requirements.add(implied, inner);
    assert.equal(requirements.around(outer), undefined);
    requirements.add(declared, outer);
    assert.equal(requirements.around(inner), implied);
    assert.equal(requirements.declaredAround(inner), declared);
    assert.deepEqual(requirements.inOrder(), [declared, implied]);
  });

  it('leave out the second of two equal ids', () => {
    const requirements = new Requirements('a.md');
    const first = found('REQ-1', 0, 1, { title: 'Stock' });
    assert.equal(requirements.add(first, outer), undefined);
    const second = found('REQ-1', 2, 2, { title: 'Other' });
    assert.equal(requirements.add(second, inner)?.code, 'duplicate-id');
    assert.deepEqual(requirements.inOrder(), [first]);
    assert.equal(requirements.ofSection(inner), second);
  });

  it('are discussed in sections that say so, and told elsewhere', () => {
    const requirements = new Requirements('a.md', (line) => line !== 2);
    const [board, told, notes] = [found('S-1', 0, 1), found('S-1', 2, 3, { title: 'Boil' }), found('S-1', 4, 5, { title: 'Ready' })];
    for (const each of [board, told, notes]) assert.equal(requirements.add(each, outer), undefined);
    assert.deepEqual(requirements.inOrder(), [told]);
    assert.deepEqual(requirements.discussionsOf(told), [board, notes]);
  });

  it('end where the next one begins, but for list items', () => {
    const all = [found('A', 0, 9), found('FR-1', 1, 2, { level: 7 }), found('B', 5, 9)];
    const ends = lastLines(all, ['a', 'b', 'c', 'd', '', 'e', 'f', 'g', 'h', 'i']);
    assert.deepEqual(
      all.map((each) => ends.get(each)),
      [3, 2, 9],
    );
  });
});
