import assert from 'node:assert/strict';
import type { Proposal } from '../../../../src/model/facts.ts';
import { definedBy, factsOf, problemsOf } from '../../../support/notations/openspec.ts';

const DELTA = 'openspec/changes/add-timer/specs/kettle/spec.md';

function proposed(text: string): string[] {
  return (factsOf(DELTA, text).proposals ?? []).map(written);
}

function written({ kind, change, reference: { document, id, text, range }, to }: Proposal): string {
  const name = `${range.start.line + 1}:${range.start.character} ${change} ${kind} ${document ?? ''}#${id} ${text}`;
  return to ? `${name} to ${to.id} ${to.name}` : name;
}

describe('A change of OpenSpec', () => {
  it('plans what it adds, in the namespace of the specification', () => {
    const [requirement, ...others] = factsOf(
      DELTA,
      '## ADDED Requirements\n\n### Requirement: Timer\nIt SHALL.\n\n#### Scenario: Over\nx\n',
    ).requirements;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [requirement?.namespace, requirement?.localId, requirement?.planned, requirement?.criteria.map(({ localId }) => localId)],
      ['openspec/specs/kettle', 'timer', 'add-timer', ['over']],
    );
  });

  const additions: readonly (readonly [what: string, text: string, planned: readonly string[]])[] = [
    [
      'sections in any letter case, and twice',
      '## Added requirements\n### Requirement: A\nx\n## ADDED Requirements\n### Requirement: B\nx',
      ['a', 'b'],
    ],
    ['no blank behind the hashes', '## ADDED Requirements\n###Requirement: A\nx', ['a']],
    ['dividers', '## ADDED Requirements\n### Timing\n### Requirement: A\nx\n### More\n#### Scenario: B\nx', ['a: b']],
    ['nested capabilities', '## ADDED Requirements\n### Requirement: A\nx', ['a']],
    ['nothing in fenced code', '## ADDED Requirements\n```\n### Requirement: A\n```', []],
    ['nothing of the specification', '## Requirements\n### Requirement: A\nx', []],
  ];
  for (const [what, text, planned] of additions) {
    it(`reads additions as OpenSpec does: ${what}`, () => assert.deepEqual(definedBy(text, DELTA), planned));
  }

  const changes: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
    [
      'modified and removed',
      '## MODIFIED Requirements\n### Requirement: Boil `fast`\nx\n#### Scenario: A\nx\n## REMOVED Requirements\n### Requirement: Whistle\n**Reason**: x',
      ['2:4 add-timer modified openspec/specs/kettle#boil-fast Boil fast', '7:4 add-timer removed openspec/specs/kettle#whistle Whistle'],
    ],
    [
      'removals as items',
      '## REMOVED Requirements\n- `### Requirement: Whistle`\n* ### Requirement: Boil\n+ `### Requirement: Stop`',
      [
        '2:20 add-timer removed openspec/specs/kettle#whistle Whistle',
        '3:19 add-timer removed openspec/specs/kettle#boil Boil',
        '4:20 add-timer removed openspec/specs/kettle#stop Stop',
      ],
    ],
    [
      'renames with and without bullets',
      '## RENAMED Requirements\n- FROM: `### Requirement: Heat`\n- TO: `### Requirement: Warm it`\nFROM: ### Requirement: A\nTO: ### Requirement: B',
      [
        '2:26 add-timer renamed openspec/specs/kettle#heat Heat to warm-it Warm it',
        '4:23 add-timer renamed openspec/specs/kettle#a A to b B',
      ],
    ],
    ['items of other sections', '## MODIFIED Requirements\n- `### Requirement: Whistle`', []],
  ];
  for (const [what, text, told] of changes) {
    it(`proposes ${what}`, () => assert.deepEqual(proposed(text), told));
  }

  const problems: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
    [
      'a requirement outside of the sections',
      '## ADDED Requirements\n### Requirement: A\nx\n## Notes\n### Requirement: B\nx',
      ['5 near-miss'],
    ],
    ['a file without sections, once', '## Requirements\n### Requirement: A\nx\n### Requirement: B\nx', ['2 near-miss']],
    ['a requirement without the word', '## ADDED Requirements\n### Timer\nx\n#### Scenario: A\nx', ['2 near-miss']],
    [
      'renames without another side',
      '## RENAMED Requirements\n- FROM: `### Requirement: A`\n- FROM: `### Requirement: B`\n- TO: `### Requirement: C`\n- TO: `### Requirement: D`',
      ['2 malformed-annotation', '5 malformed-annotation'],
    ],
    ['nothing else', '# Delta\n\n## Purpose\nx\n\n## ADDED Requirements\n### Notes\nx\n### Requirement: A\nx', []],
  ];
  for (const [what, text, told] of problems) {
    it(`tells of ${what}`, () => assert.deepEqual(problemsOf(DELTA, text), told));
  }
});
