import type { Profile, Unit } from './profile.ts';
import type { Counts } from './terms.ts';
import { addTerms, countNames } from './terms.ts';

// @implements RT-12.1/AC15~105b27
/**
 * What of a file is code, or a test: `partOf(profile, 'test')`. In some languages tests are in the file that they test, as `#[test]` of Rust; they are no
 * code that meets anything. Undefined where nothing of it is.
 */
export function partOf(profile: Profile, role: Profile['role']): Profile | undefined {
  const tests = profile.role === 'code' ? profile.units.filter(({ kind }) => kind === 'test') : [];
  if (tests.length === 0) return profile.role === role ? profile : undefined;
  const ofTests = sumOf(tests);
  const { zones, units } = profile;
  if (role === 'test')
    return { ...profile, role, units: tests, zones: { ...zones, functions: namesOf(tests), comments: new Map(), all: ofTests } };
  const others = units.filter(({ kind }) => kind !== 'test');
  return { ...profile, units: others, zones: { ...zones, functions: namesOf(others), all: less(zones.all, ofTests) } };
}

function sumOf(units: readonly Unit[]): Counts {
  const sum: Counts = new Map();
  for (const { terms } of units) for (const [term, count] of terms) sum.set(term, (sum.get(term) ?? 0) + count);
  return sum;
}

function namesOf(units: readonly Unit[]): Counts {
  const terms: Counts = new Map();
  for (const { name } of units) {
    const names: Counts = new Map();
    countNames(names, name, 0, name.length);
    addTerms(terms, names);
  }
  return terms;
}

function less(counts: ReadonlyMap<string, number>, taken: ReadonlyMap<string, number>): Counts {
  const left: Counts = new Map();
  for (const [term, count] of counts) {
    const rest = count - (taken.get(term) ?? 0);
    if (rest > 0) left.set(term, rest);
  }
  return left;
}
