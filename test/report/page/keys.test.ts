import assert from 'node:assert/strict';
import { actionOf } from '../../../src/report/page/keys.ts';
import type { KeyAction, Pressed } from '../../../src/report/page/keys.ts';

describe('keys of the report page', () => {
  const cases: readonly [key: string, on: Pressed['on'], action: KeyAction | undefined][] = [
    ['/', 'other', 'search'],
    ['/', 'item', 'search'],
    ['/', 'search', undefined],
    ['/', 'field', undefined],
    ['Escape', 'search', 'clear'],
    ['Escape', 'field', undefined],
    ['Escape', 'item', undefined],
    ['ArrowDown', 'item', 'next'],
    ['ArrowUp', 'item', 'previous'],
    ['Home', 'item', 'first'],
    ['End', 'item', 'last'],
    ['Home', 'search', undefined],
    ['End', 'other', undefined],
    ['ArrowDown', 'search', undefined],
    ['ArrowUp', 'other', undefined],
    ['Enter', 'item', undefined],
  ];
  for (const [key, on, action] of cases) {
    it(`${key} on ${on} is ${action ?? 'left to the browser'}`, () => {
      assert.equal(actionOf({ key, on, modified: false }), action);
    });
  }

  it('do nothing when they are switched off, but for those of a field', () => {
    for (const [key, on, action] of cases)
      assert.equal(actionOf({ key, on, modified: false }, false), action === 'clear' ? 'clear' : undefined);
  });

  it('are the editor’s with Ctrl, Meta or Alt', () => {
    assert.equal(actionOf({ key: '/', on: 'other', modified: true }), undefined);
    assert.equal(actionOf({ key: 'ArrowDown', on: 'item', modified: true }), undefined);
  });
});
