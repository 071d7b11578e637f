import assert from 'node:assert/strict';
import { actionOf } from '../../../src/report/page/keys.ts';
import type { KeyAction, Pressed } from '../../../src/report/page/keys.ts';

describe('keys of the report page', () => {
  const cases: readonly [key: string, on: Pressed['on'], action: KeyAction | undefined][] = [
    ['/', 'other', 'search'],
    ['/', 'toggle', 'search'],
    ['/', 'search', undefined],
    ['/', 'field', undefined],
    ['Escape', 'search', 'clear'],
    ['Escape', 'field', undefined],
    ['Escape', 'toggle', undefined],
    ['ArrowDown', 'toggle', 'next'],
    ['ArrowUp', 'toggle', 'previous'],
    ['ArrowDown', 'search', undefined],
    ['ArrowUp', 'other', undefined],
    ['Enter', 'toggle', undefined],
  ];
  for (const [key, on, action] of cases) {
    it(`${key} on ${on} is ${action ?? 'left to the browser'}`, () => {
      assert.equal(actionOf({ key, on, modified: false }), action);
    });
  }

  it('are the editor’s with Ctrl, Meta or Alt', () => {
    assert.equal(actionOf({ key: '/', on: 'other', modified: true }), undefined);
    assert.equal(actionOf({ key: 'ArrowDown', on: 'toggle', modified: true }), undefined);
  });
});
