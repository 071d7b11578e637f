/** What runners call the whole in JUnit XML, where nobody named it. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['vitest tests', 'Vitest'],
  ['jest tests', 'Jest'],
  ['pytest tests', 'pytest'],
  ['pytest', 'pytest'],
  ['Mocha Tests', 'Mocha'],
  ['bun test', 'Bun'],
  ['deno test', 'Deno'],
  ['TAP Tests', 'tap'],
  ['rspec', 'RSpec'],
  ['Cucumber', 'Cucumber'],
  ['Minitest::Result', 'Minitest'],
  ['LuaUnit', 'LuaUnit'],
]);

const OPENING = /<testsuites?\b(?:[^"'>]|"[^"]*"|'[^']*')*/gu;
const NAME = /\sname\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u;

/** The runner that JUnit XML is of, `Vitest`, as far as it tells at its beginning; undefined for what any runner may have written. */
export function junitRunner(head: string): string | undefined {
  const openings = Array.from(head.matchAll(OPENING), ([text]) => text).slice(0, 2);
  for (const opening of openings) {
    const { double, single } = NAME.exec(opening)?.groups ?? {};
    const named = NAMED.get(double ?? single ?? '');
    if (named !== undefined) return named;
    if (opening.includes('maven-surefire')) return 'Surefire';
    if (/\sdoctest_version\s*=/u.test(opening)) return 'doctest';
  }
  return undefined;
}
