import { readHouseCode } from '../formats/codeFacts.ts';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { Places } from '../../../src/index/evidence/places/places.ts';
import { Rivals } from '../../../src/index/evidence/rivals.ts';
import { ResultIndex } from '../../../src/index/evidence/resultIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';

/** Results of one test as a tool writes them, in short: `<testcase classname="a" name="b"/>`, with `failed` or `skipped` before. */
export function junit(...cases: readonly (readonly [outcome: 'passed' | 'failed' | 'skipped', attributes: string])[]): string {
  const inner = { passed: '', failed: '<failure/>', skipped: '<skipped/>' };
  return `<testsuites>${cases.map(([outcome, attributes]) => `<testsuite><testcase ${attributes}>${inner[outcome]}</testcase></testsuite>`).join('')}</testsuites>`;
}

/** What the results say of each link of a test file, in order: `AC1 failed, AC2 nothing`. */
export function outcomes(path: string, code: string, ...results: readonly string[]): string {
  const context = { configuration: DEFAULT_CONFIGURATION, ids: createIdGrammar([]) };
  const runs = results.map((text, at) => readEvidence(`build/${'x/'.repeat(at)}results`, text, at));
  const index = new ResultIndex(runs);
  const places = new Places(new Map([[path, 'test']]), runs);
  return readHouseCode(path, code, 'test', context)
    .annotations.map(
      (annotation) =>
        `${annotation.reference.criterion ?? annotation.reference.id} ${index.resultOf(path, annotation, places, new Rivals())?.outcome ?? 'nothing'}`,
    )
    .join(', ');
}
