import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import type { Reference } from '../../../../src/model/facts.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

function words({ id, criterion, scope }: Reference): string {
  return `${id}${criterion === undefined ? '' : `/${criterion}`}${scope === undefined ? '' : ` of ${scope}`}`;
}

/** What code refers to, in order: `verifies US-1/AC2`, `mentions US-1`. */
function read(text: string, path = 'test/kettle.test.ts'): readonly string[] {
  const { annotations, mentions, problems } = extractor.extract(path, text);
  assert.deepEqual(problems, []);
  return [
    ...annotations.map(({ kind, reference }) => `${kind} ${words(reference)}`),
    ...mentions.map((reference) => `mentions ${words(reference)}`),
  ];
}

describe('titles of tests', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['verify a scenario by its position', "it('US1.2 boils', () => {});", ['verifies US-1.2']],
    ['verify a scenario by its name', "it('US1/AC2 boils', () => {});", ['verifies US-1/AC2']],
    ['verify a scenario in words', "it('US4 scenario 1: boils', () => {});", ['verifies US-4/AC1']],
    ['verify a scenario of a story with a hyphen', "it('US-1 AS-3 boils', () => {});", ['verifies US-1/AC3']],
    ['verify several', "it('US1.2, US1.3 boil', () => {});", ['verifies US-1.2', 'verifies US-1.3']],
    ['mention a story alone', "describe('US1: Boil', () => {});", ['mentions US-1']],
    [
      'say of which feature, for ids of the house as well',
      "it('boils (017-lid US2, FR-009)', () => {});",
      ['verifies FR-009 of 017-lid', 'mentions US-2 of 017-lid'],
    ],
    ['leave what the house reads to it', "it('US-1/AC2 boils', () => {});", ['verifies US-1/AC2']],
    ['say nothing by other words', "it('boils in the US 1 2', () => {});", []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('comments of code mention', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['stories', '// User Story 2: stop', ['mentions US-2']],
    ['scenarios', '// US1.2: stop', ['mentions US-1.2']],
    ['requirements of a feature', '// stop (spec 010 FR-002)', ['mentions FR-002 of 010']],
    ['nothing in code spans', '// write `US1.2`', []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text, 'src/kettle.ts'), expected));
});
