import assert from 'node:assert/strict';
import { factsOf } from '../../../../support/formats/codeFacts.ts';

/** What the title of a test verifies, `?` behind what only a range speaks of; what problems underline behind a bar. */
function said(title: string): string {
  const text = `it('${title}', () => { boil(); });`;
  const { annotations, problems } = factsOf('a.test.ts', text, { role: 'test' });
  return [
    ...annotations.map(({ reference: { id, criterion, between } }) => `${id}${criterion ? `/${criterion}` : ''}${between ? '?' : ''}`),
    ...problems.map(({ range }) => `| ${text.slice(range.start.character, range.end.character)}`),
  ].join(' ');
}

describe('A range in the title of a test', () => {
  const cases: readonly (readonly [title: string, said: string])[] = [
    ['FR-001..FR-003 boil', 'FR-001 FR-002? FR-003'],
    ['FR-001...FR-003 boil', 'FR-001 FR-002? FR-003'],
    ['FR-001…FR-003', 'FR-001 FR-002? FR-003'],
    ['FR-001–FR-003', 'FR-001 FR-002? FR-003'],
    ['FR-001 – FR-003', 'FR-001 FR-002? FR-003'],
    ['FR-001 - FR-003 boil', 'FR-001 FR-002? FR-003'],
    ['FR-001-FR-003 boil', 'FR-001 FR-002? FR-003'],
    ['FR-001 to FR-003 boil', 'FR-001 FR-002? FR-003'],
    ['FR-001 through FR-004 boil', 'FR-001 FR-002? FR-003? FR-004'],
    ['[FR-001..FR-003] boil', 'FR-001 FR-002? FR-003'],
    ['FR-001..FR-002, FR-004 boil', 'FR-001 FR-002 FR-004'],
    ['FR-1.1..FR-1.3 boil', 'FR-1.1 FR-1.2? FR-1.3'],
    ['REQ-1/AC1..AC3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1/AC1-AC3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1/AC1–3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1/AC1..REQ-1/AC3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1 AC1-AC3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1: AC1 to AC3 boil', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1 (AC1..3) boils', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
    ['REQ-1 AC3-AC1 boil', 'REQ-1/AC3'],
    // Only a whole id says surely which one is meant.
    ['FR-001–003 boil', 'FR-001 | FR-001–003'],
    ['FR-001..003 boil', 'FR-001 | FR-001..003'],
    // What is no range claims neither end.
    ['FR-003..FR-001 boil', '| FR-003..FR-001'],
    ['FR-001..REQ-2 boil', '| FR-001..REQ-2'],
    // Words of a sentence are none.
    ['FR-001 - REQ-2 boils', 'FR-001 REQ-2'],
    ['moves FR-9 to REQ-2', 'FR-9 REQ-2'],
    ['FR-001 – boils', 'FR-001'],
    ['FR-001-003 boil', ''],
    ['FR-100 to 200 degrees', 'FR-100'],
  ];
  for (const [title, expected] of cases) it(`${title}: ${expected}`, () => assert.equal(said(title), expected));

  it('of criteria belongs to the requirement of its group', () => {
    const { annotations } = factsOf('a.test.ts', "describe('REQ-1', () => { it('AC1..AC3 boil', () => { boil(); }); });", { role: 'test' });
    assert.deepEqual(
      annotations.map(({ reference: { id, criterion } }) => `${id}/${criterion}`),
      ['REQ-1/AC1', 'REQ-1/AC2', 'REQ-1/AC3'],
    );
  });
});
