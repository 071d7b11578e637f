import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { Places } from '../../../src/index/evidence/places/places.ts';
import { Rivals } from '../../../src/index/evidence/rivals.ts';
import { declaredTests } from '../../../src/formats/carried/declaredTests.ts';
import { ResultIndex } from '../../../src/index/evidence/resultIndex.ts';
import type { FileRole } from '../../../src/model/facts.ts';
import { readHouseCode } from '../formats/codeFacts.ts';

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>;

/**
 * What the newest results say of each link of a project's tests, in order: `AC1 failed, AC2 nothing`.
 *
 * @param reports the later ones began later.
 * @param others files of the project that say nothing.
 */
export function linkResults(tests: Texts, reports: Texts, others: readonly string[] = []): string {
  return linkResultsAt(
    tests,
    Object.entries(reports).map(([path, text], at) => [path, text, at * 60_000] as const),
    others,
  );
}

/** The same with the time at which each report was written, in milliseconds. */
export function linkResultsAt(
  tests: Texts,
  reports: readonly (readonly [path: string, text: string, time: number])[],
  others: readonly string[] = [],
): string {
  const context = { configuration: DEFAULT_CONFIGURATION, ids: createIdGrammar([]) };
  const runs = reports.map(([path, text, time]) => readEvidence(path, text, time));
  const index = new ResultIndex(runs);
  const files = new Map<string, FileRole>([...Object.keys(tests), ...others].map((path) => [path, 'test']));
  const places = new Places(files, runs);
  const rivals = new Rivals(new Map(Object.entries(tests).map(([path, code]) => [path, declaredTests(path, code, () => true)])));
  return Object.entries(tests)
    .flatMap(([path, code]) =>
      readHouseCode(path, code, 'test', context).annotations.map((annotation) => {
        const { criterion, id } = annotation.reference;
        return `${criterion ?? id} ${index.resultOf(path, annotation, places, rivals)?.outcome ?? 'nothing'}`;
      }),
    )
    .join(', ');
}

const INNER = { passed: '', failed: '<failure/>', error: '<error/>', skipped: '<skipped/>' };

/** JUnit XML in short: `junit('failed classname="a" name="b"')`, a suite for each case; `suite="…"` behind the outcome gives that one's name. */
export function junit(...cases: readonly string[]): string {
  const inner = cases.map((one) => {
    const [, outcome = '', suite = '', attributes = ''] = /^(\w+)(?: suite="([^"]*)")? (.*)$/su.exec(one) ?? [];
    const name = suite === '' ? '' : ` name="${suite}"`;
    return `<testsuite${name}><testcase ${attributes}>${INNER[outcome as keyof typeof INNER]}</testcase></testsuite>`;
  });
  return `<testsuites>${inner.join('')}</testsuites>`;
}
