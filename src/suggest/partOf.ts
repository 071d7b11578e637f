import type { Profile, Unit } from './profile.ts';
import type { Terms, Vocabulary } from './vocabulary.ts';

// @implements RT-12.1/AC15~105b27
/**
 * What of a file is code, or a test: `partOf(profile, 'test', words)`. In some languages tests are in the file that they test, as `#[test]` of Rust; they are no
 * code that meets anything. Undefined where nothing of it is.
 */
export function partOf(profile: Profile, role: Profile['role'], words: Vocabulary): Profile | undefined {
  const tests = profile.role === 'code' ? profile.units.filter(({ kind }) => kind === 'test') : [];
  if (tests.length === 0) return profile.role === role ? profile : undefined;
  const ofTests = sumOf(tests, words);
  const { zones, units } = profile;
  if (role === 'test')
    return {
      ...profile,
      role,
      units: tests,
      zones: { ...zones, functions: namesOf(tests, words), comments: new Int32Array(), all: ofTests },
    };
  const others = units.filter(({ kind }) => kind !== 'test');
  return { ...profile, units: others, zones: { ...zones, functions: namesOf(others, words), all: less(zones.all, ofTests, words) } };
}

function sumOf(units: readonly Unit[], { rooms: { terms: sum } }: Vocabulary): Terms {
  for (const { terms } of units) for (let at = 0; at < terms.length; at += 2) sum.add(terms[at] ?? 0, terms[at + 1] ?? 0);
  return sum.take();
}

function namesOf(units: readonly Unit[], words: Vocabulary): Terms {
  return words.termsIn(units.map(({ name }) => name));
}

function less(counts: Terms, taken: Terms, { rooms: { terms: left } }: Vocabulary): Terms {
  const away = new Map<number, number>();
  for (let at = 0; at < taken.length; at += 2) away.set(taken[at] ?? 0, taken[at + 1] ?? 0);
  for (let at = 0; at < counts.length; at += 2) {
    const term = counts[at] ?? 0;
    const rest = (counts[at + 1] ?? 0) - (away.get(term) ?? 0);
    if (rest > 0) left.add(term, rest);
  }
  return left.take();
}
