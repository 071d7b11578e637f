import assert from 'node:assert/strict';
import { ALL } from '../../../src/report/page/selection.ts';
import { readAddress, writeView } from '../../../src/report/page/viewState.ts';
import type { ViewState } from '../../../src/report/page/viewState.ts';

describe('the address of a view', () => {
  const views: readonly [view: ViewState, written: string][] = [
    [{ filter: ALL }, ''],
    [{ filter: { ...ALL, text: 'order & "no test" #1' } }, '?q=order+%26+%22no+test%22+%231'],
    [{ filter: { ...ALL, document: 'docs/ä b.md' } }, '?document=docs%2F%C3%A4+b.md'],
    [{ filter: { ...ALL, statuses: new Set(['unmet', 'stale']) } }, '?status=unmet%2Cstale'],
    [{ filter: { ...ALL, unproven: true }, sorting: { column: 'status', descending: true } }, '?proof=unproven&sort=-status'],
    [{ filter: ALL, sorting: { column: 'criterion', descending: false } }, '?sort=criterion'],
  ];
  for (const [view, written] of views) {
    it(`is ${written || 'empty'}, and read back the same`, () => {
      assert.equal(writeView(view), written);
      assert.deepEqual(readAddress(`#${written || '?'}`), { kind: 'view', view });
    });
  }

  const others: readonly [hash: string, read: ReturnType<typeof readAddress>][] = [
    ['', undefined],
    ['#', undefined],
    ['#IP-1.1/AC2', { kind: 'item', name: 'IP-1.1/AC2' }],
    ['#docs/launch%23IP-1.1/AC2', { kind: 'item', name: 'docs/launch#IP-1.1/AC2' }],
    ['#%E0%A4%A', undefined],
    // Columns that a page does not have are for the page to leave out: which it has depends on its project.
    ['#?sort=load-test', { kind: 'view', view: { filter: ALL, sorting: { column: 'load-test', descending: false } } }],
    ['#?sort=', { kind: 'view', view: { filter: ALL } }],
    ['#?status=', { kind: 'view', view: { filter: { ...ALL, statuses: new Set(['']) } } }],
  ];
  for (const [hash, read] of others) it(`${hash || 'nothing'} says what it says`, () => assert.deepEqual(readAddress(hash), read));
});
