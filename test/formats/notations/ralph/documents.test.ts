import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

const PRD = 'scripts/ralph/prd.json';

function read(text: string): readonly string[] {
  const lines = readExample({ path: PRD, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll('scripts/ralph#', ''));
}

// @verifies RT-1.4/AC14~6a6240
describe('the stories of Ralph', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['are items', '{"userStories":[{"id":"US-001","title":"Boil"}]}', ['1 requirement US-001 Boil']],
    ['may have no title', '{"userStories":[{"id":"US-001"}]}', ['1 requirement US-001 US-001']],
    [
      'have criteria by their positions',
      '{"userStories":[{"id":"US-001","title":"Boil",\n"acceptanceCriteria":["a",\n"b"]}]}',
      ['1 requirement US-001 Boil', '2 criterion US-001/AC1 a', '3 criterion US-001/AC2 b'],
    ],
    ['are none without an id', '{"userStories":[{"id":1},{"title":"Boil"},3]}', ['nothing']],
    ['are none elsewhere', '{"stories":[{"id":"US-001"}]}', ['nothing']],
    ['are none where nothing is', '[]', ['nothing']],
    ['are not known where it is no JSON', '{"userStories":', ['1 skipped-file This file cannot be read as JSON']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));

  it('know the places of their ids and texts', () => {
    const text = '{"userStories":[{"id":"US-001","title":"Boil","acceptanceCriteria":["now"]}]}';
    const [story] = createExtractor(DEFAULT_CONFIGURATION).extract(PRD, text).requirements;
    const placed = [story?.idRange, story?.nameRange, story?.criteria[0]?.nameRange];
    assert.deepEqual(
      placed.map((range) => range && text.slice(range.start.character, range.end.character)),
      ['US-001', 'Boil', 'now'],
    );
  });

  it('stay readable however deep a file is nested', () =>
    assert.equal(read('['.repeat(10_000))[0], '1 skipped-file This file cannot be read as JSON'));
});
