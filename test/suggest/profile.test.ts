import assert from 'node:assert/strict';
import { CarriedCode } from '../../src/formats/carried/carriedCode.ts';
import { profileOf } from '../../src/suggest/profile.ts';

const TEXT = `/* Copyright 2026 Somebody. All rights reserved. */
import { label } from './printing/label.ts';

/** Keeps units. */
export class Warehouse {
  // Takes pieces out.
  reserve(order: Order): void {
    label(order, "too few");
  }
}

/** Gives back. */
export function release(): void {
  forget();
}
`;

describe('A profile', () => {
  const profile = profileOf(new CarriedCode({ path: 'src/stock.ts', text: TEXT, role: 'code' }));
  const has = (terms: ReadonlyMap<string, number>): string => [...terms.keys()].sort().join(' ');

  // @verifies RT-12.1/AC2~d51c46
  it('tells names, comments and code apart, without licence and imports', () => {
    assert.deepEqual(profile.imports, ['./printing/label.ts']);
    assert.equal(has(profile.zones.names), 'stock warehous');
    assert.equal(has(profile.zones.comments), 'back give keep piec take unit');
    assert.ok(!profile.zones.all.has('copyright') && !profile.zones.all.has('print'));
    assert.ok(profile.zones.all.has('few'));
  });

  it('has each function with the comment above it', () => {
    const release = profile.units.find(({ name }) => name === 'release()');
    assert.deepEqual([release?.line, release?.lastLine], [12, 15]);
    assert.equal(has(release?.terms ?? new Map()), 'back forget give releas');
  });

  it('has nothing to say of an empty file, and of one in no language', () => {
    assert.deepEqual(profileOf(new CarriedCode({ path: 'src/a.ts', text: '', role: 'code' })).units, []);
    assert.deepEqual(profileOf(new CarriedCode({ path: 'notes', text: 'reserve()', role: 'code' })).units, []);
  });
});
