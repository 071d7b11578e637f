import assert from 'node:assert/strict';
import { CarriedCode } from '../../src/formats/carried/carriedCode.ts';
import { partOf } from '../../src/suggest/partOf.ts';
import { profileOf } from '../../src/suggest/profile.ts';
import { Vocabulary } from '../../src/suggest/vocabulary.ts';
import type { Terms } from '../../src/suggest/vocabulary.ts';

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
  const words = new Vocabulary();
  const profile = profileOf(new CarriedCode({ path: 'src/stock.ts', text: TEXT, role: 'code' }), words);
  const has = (terms: Terms = new Int32Array()): string =>
    [...terms]
      .filter((_, at) => at % 2 === 0)
      .map((term) => words.termOf(term))
      .sort()
      .join(' ');
  const isIn = (term: string, terms: Terms): boolean => has(terms).split(' ').includes(term);

  // @verifies RT-12.1/AC2~d51c46
  it('tells names, comments and code apart, without licence and imports', () => {
    assert.deepEqual(profile.imports, ['./printing/label.ts']);
    assert.equal(has(profile.zones.names), 'stock warehous');
    assert.equal(has(profile.zones.comments), 'back give keep piec take unit');
    assert.ok(!isIn('copyright', profile.zones.all) && !isIn('print', profile.zones.all));
    assert.ok(isIn('few', profile.zones.all));
  });

  // @verifies RT-12.1/AC15~105b27
  it('takes tests in the file that they test for tests, and not for code', () => {
    const text = `pub fn reserve(units: u32) {}

#[cfg(test)]
mod tests {
    fn stock() {}

    /// Refuses.
    #[tokio::test]
    async fn refuses_too_many_units() { reserve(9); }
}
`;
    const rust = profileOf(new CarriedCode({ path: 'src/stock.rs', text, role: 'code' }), words);
    const names = (role: 'code' | 'test'): readonly string[] | undefined => partOf(rust, role, words)?.units.map(({ name }) => name);
    assert.deepEqual(names('code'), ['reserve()', 'stock()']);
    assert.deepEqual(names('test'), ['refuses_too_many_units()']);
    assert.ok(!isIn('refus', partOf(rust, 'code', words)?.zones.all ?? new Int32Array()));
    assert.equal(has(partOf(rust, 'test', words)?.zones.all), has(rust.units[2]?.terms));
    assert.equal(partOf(profile, 'code', words), profile);
    assert.equal(partOf(profile, 'test', words), undefined);
  });

  it('has each function with the comment above it', () => {
    const release = profile.units.find(({ name }) => name === 'release()');
    assert.deepEqual([release?.line, release?.lastLine], [12, 15]);
    assert.equal(has(release?.terms), 'back forget give releas');
  });

  it('has nothing to say of an empty file, and of one in no language', () => {
    assert.deepEqual(profileOf(new CarriedCode({ path: 'src/a.ts', text: '', role: 'code' }), words).units, []);
    assert.deepEqual(profileOf(new CarriedCode({ path: 'notes', text: 'reserve()', role: 'code' }), words).units, []);
  });
});
