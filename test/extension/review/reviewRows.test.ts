import assert from 'node:assert/strict';
import type { ReviewRow } from '../../../src/extension/review/reviewRows.ts';
import { childRows, isUnchanged, reviewedItem, topRows } from '../../../src/extension/review/reviewRows.ts';
import { ViewedEntries } from '../../../src/extension/review/viewedEntries.ts';
import type { FolderReview, ReviewEntry } from '../../../src/server/reviewProtocol.ts';

const target = { head: 'file:///p/docs/a.md', path: 'docs/a.md', line: 3 };
const entry = (key: string): ReviewEntry => ({
  key,
  id: key,
  text: 'Text',
  reason: 'new',
  is: 'unmet',
  target,
  places: [{ kind: 'document', change: 'added', at: 'docs/a.md:4', target }],
});

function compared(folder: string, lists: Readonly<Record<string, readonly string[]>>, more: Partial<FolderReview> = {}): FolderReview {
  const groups = Object.entries(lists).map(([list, keys]) => ({ list: list as 'met', count: keys.length, entries: keys.map(entry) }));
  return {
    folder,
    name: folder,
    state: 'compared',
    base: { name: 'main', commit: 'a'.repeat(40) },
    notes: [],
    gates: [],
    groups,
    ...more,
  } as FolderReview;
}

function ids(rows: readonly ReviewRow[]): string[] {
  return rows.flatMap((row) => [row.id, ...ids(childRows(row))]);
}

describe('the rows of the review', () => {
  it('are lists, entries and places, with ids that stay when other rows come', () => {
    const before = ids(topRows([compared('f', { added: ['A'] })]));
    const after = ids(topRows([compared('f', { broken: ['C'], added: ['B', 'A'] })]));
    assert.deepEqual(
      before.filter((id) => !after.includes(id)),
      [],
    );
    assert.equal(new Set(after).size, after.length);
  });

  it('tell the same criterion in two folders apart', () => {
    const rows = topRows([
      compared('f', { added: ['A'] }),
      compared('g', { added: ['A'] }),
      { folder: 'h', name: 'h', state: 'untrusted' },
    ]);
    const all = ids(rows);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['folder', 'folder', 'folder'],
    );
  });

  it('end with one that says how many are left out', () => {
    const review = compared('f', {}, { groups: [{ list: 'met', count: 5, entries: [entry('A'), entry('B')] }] });
    const [group] = topRows([review]);
    assert.ok(group);
    const more = childRows(group).at(-1);
    assert.deepEqual(more?.kind === 'more' && more.count, 3);
  });

  it('put gates on top, with their conditions and what stands in the way', () => {
    const obstacle = { key: 'A', id: 'A', message: 'unmet', mend: 'write a test', target };
    const gate = {
      name: 'merge',
      scope: 'all',
      decision: 'fails',
      conditions: [{ condition: 'max unmet: 0', decision: 'fails', why: '1 of 1', count: 1, obstacles: [obstacle] }],
    };
    const rows = topRows([compared('f', { met: ['A'] }, { gates: [gate] } as Partial<FolderReview>)]);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['gate', 'group'],
    );
    assert.deepEqual(
      rows
        .slice(0, 1)
        .flatMap(childRows)
        .flatMap(childRows)
        .map(({ kind }) => kind),
      ['obstacle'],
    );
  });

  it('put rules that changed above all', () => {
    const rule = { effect: 'less', reason: 'the gate merge is gone', at: 'reqtrace.yaml:1', target };
    const review = compared('f', { met: ['A'] }, { rules: [rule] } as Partial<FolderReview>);
    const rows = topRows([review]);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['rules', 'group'],
    );
    assert.deepEqual(
      rows
        .slice(0, 1)
        .flatMap(childRows)
        .map((row) => row.kind === 'rule' && row.rule.reason),
      ['the gate merge is gone'],
    );
    assert.equal(isUnchanged(compared('f', {}, { rules: [rule] } as Partial<FolderReview>)), false);
  });

  it('have the text before where that was another', () => {
    const words = [
      { kind: 'same', text: 'Orders are listed ' },
      { kind: 'removed', text: 'newest' },
      { kind: 'added', text: 'oldest' },
      { kind: 'same', text: ' first.' },
    ] as const;
    const review = compared('f', { suspect: ['A'] });
    assert.ok(review.state === 'compared');
    const groups = review.groups.map((group) => ({ ...group, entries: group.entries.map((one) => ({ ...one, words })) }));
    const [group] = topRows([{ ...review, groups }]);
    const [reworded] = group ? childRows(group) : [];
    const below = reworded ? childRows(reworded) : [];
    assert.deepEqual(
      below.map((row) => (row.kind === 'previous' ? row.text : row.kind)),
      ['Orders are listed newest first.', 'place'],
    );
    assert.deepEqual(below.map(reviewedItem), [undefined, { folder: 'f', key: 'A' }]);
  });

  it('are viewed until they say something else', async () => {
    const kept = new Map<string, unknown>();
    const state = {
      get: (_: string, none: unknown) => kept.get('it') ?? none,
      update: async (_: string, value: unknown) => void kept.set('it', value),
    };
    const reviews = [compared('f', { added: ['A', 'B'] })];
    const [group] = topRows(reviews);
    const [first] = group ? childRows(group) : [];
    assert.ok(first?.kind === 'entry');
    await new ViewedEntries(state as never).set([[first, true]]);
    const viewed = new ViewedEntries(state as never);
    assert.equal(viewed.has(first.id, first.entry), true);
    assert.equal(viewed.has(first.id, { ...first.entry, text: 'Another text' }), false);
    assert.deepEqual(viewed.progress(reviews), { viewed: 1, of: 2 });
    await viewed.set([[first, false]]);
    assert.deepEqual(viewed.progress(reviews), { viewed: 0, of: 2 });
  });

  it('are none where nothing happened or nothing can be compared', () => {
    assert.deepEqual(topRows([compared('f', {})]), []);
    assert.deepEqual(topRows([{ folder: 'f', name: 'f', state: 'noBase', message: 'no base' }]), []);
    assert.deepEqual([isUnchanged(compared('f', {})), isUnchanged(compared('f', { met: ['A'] }))], [true, false]);
  });
});
