import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** What the title of a test verifies, `?` behind what only a range speaks of, and what it mentions, in brackets. */
function said(title: string): string {
  const { annotations, mentions } = extractor.extract('test/a.test.ts', `it('${title}', () => { boil(); });`);
  const nameOf = ({ id, criterion }: { readonly id: string; readonly criterion?: string }): string =>
    criterion ? `${id}/${criterion}` : id;
  return [
    ...annotations.map(({ reference }) => `${nameOf(reference)}${reference.between ? '?' : ''}`),
    ...mentions.map((reference) => `[${nameOf(reference)}]`),
  ].join(' ');
}

describe('The title of a test in the words of BMAD', () => {
  const cases: readonly (readonly [title: string, said: string])[] = [
    ['FR1 boils', 'FR-1'],
    ['FR1: boils', 'FR-1'],
    ['NFR2 is quick', 'NFR-2'],
    ['[FR1] boils', 'FR-1'],
    ['boils (FR1)', 'FR-1'],
    ['FR1, FR2 and FR3 boil', 'FR-1 FR-2 FR-3'],
    ['FR1-FR3 boil', 'FR-1 FR-2? FR-3'],
    ['FR1–FR3 boil', 'FR-1 FR-2? FR-3'],
    ['FR1..FR3 boil', 'FR-1 FR-2? FR-3'],
    ['FR1 to FR3 boil', 'FR-1 FR-2? FR-3'],
    ['FR3-FR1 boil', 'FR-3 FR-1'],
    ['FR-1 boils', 'FR-1'],
    ['Story 1.2 AC 3 boils', 'STORY-1.2/AC3'],
    ['boils as Story 1.2, AC #3 says', 'STORY-1.2/AC3'],
    ['Story 1.2: boils', '[STORY-1.2]'],
    ['unlike FR4 it boils', '[FR-4]'],
    ['boils XFR1 and FR', ''],
  ];
  for (const [title, expected] of cases) it(`${title}: ${expected}`, () => assert.equal(said(title), expected));
});
