import assert from 'node:assert/strict';
import { it } from 'node:test';

import { addEvent } from '../src/tracking.ts';

const packed = { id: 'a', at: 1, text: 'packed' };
const sent = { id: 'b', at: 2, text: 'sent' };

it('IP-1.3.1/AC2 keeps an event once', () => {
  assert.deepEqual(addEvent([packed], packed), [packed]);
});

it('IP-1.3.1/AC3 sorts events by their own time', () => {
  assert.deepEqual(addEvent([sent], packed), [packed, sent]);
});

it('IP-1.3.1/AC4 ignores events of other parcels', { todo: true }, () => {});
