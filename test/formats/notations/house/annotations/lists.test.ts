import assert from 'node:assert/strict';
import { factsOf } from '../../../../support/formats/codeFacts.ts';
import type { Settings } from '../../../../support/formats/codeFacts.ts';

/** What a comment says in short: references, `?` behind one that only a range speaks of; mentions in brackets; what problems underline behind a bar. */
function said(text: string, settings: Settings = {}): string {
  const { annotations, mentions, problems } = factsOf('a.ts', `// ${text}`, settings);
  const links = annotations.map(
    ({ reference: { id, criterion, document, scope, between } }) =>
      `${document ?? (scope === undefined ? '' : `(${scope})`)}${(document ?? scope) ? '#' : ''}${id}${criterion ? `/${criterion}` : ''}${between ? '?' : ''}`,
  );
  const mentioned = mentions.map(({ text: written }) => `[${written}]`);
  const faults = problems.map(({ range }) => `| ${`// ${text}`.slice(range.start.character, range.end.character)}`);
  return [...links, ...mentioned, ...faults].join(' ');
}

const CASES: readonly (readonly [text: string, expected: string])[] = [
  ['REQ-1/AC1 and REQ-1/AC2', 'REQ-1/AC1 REQ-1/AC2'],
  ['REQ-1/AC1; REQ-2 & REQ-3', 'REQ-1/AC1 REQ-2 REQ-3'],
  ['REQ-1 REQ-2', 'REQ-1 REQ-2'],
  ['REQ-1 / REQ-2', 'REQ-1 REQ-2'],
  ['REQ-1, REQ-2, and REQ-3 boil', 'REQ-1 REQ-2 REQ-3'],
  // A number alone goes on with the id before it, which only a whole id says surely.
  ['FR-001..003', 'FR-001 | FR-001..003'],
  ['FR-001–003', 'FR-001 | FR-001–003'],
  ['FR-001, 002', 'FR-001 | 002'],
  ['FR-001 and 002', 'FR-001 | 002'],
  ['FR-001/002', '| FR-001/002'],
  ['FR-101, 404 is found', 'FR-101'],
  ['FR-001, 02', '[FR-001] | 02'],
  // Labels as people say them.
  ['Story 1.1', 'STORY-1.1'],
  ['Story 1.1 AC 2', 'STORY-1.1/AC2 [Story 1.1]'],
  ['Story 1.1, AC #1 and AC2', 'STORY-1.1/AC1 STORY-1.1/AC2 [Story 1.1]'],
  ['story 1-1 (AC1)', 'STORY-1.1/AC1 [story 1-1]'],
  ['User Story 2, REQ-1', 'US-2 REQ-1'],
  ['Use Case 3 and Story 2.1', 'UC-3 STORY-2.1'],
  ['Story', ''],
  ['Storyteller', ''],
  ['Story 1.x', ''],
  // Ids as other notations write them.
  ['FR-A01', '| FR-A01'],
  ['FR1', '| FR1'],
  ['FR-1, FR2', 'FR-1 | FR2'],
  ['US3/AC1', '| US3/AC1'],
  ['S3, ISO8601', ''],
  ['002-lid/FR-001', '[FR-001] | 002-lid/FR-001'],
  ['specs/002-lid/FR-001/AC2', '[FR-001/AC2] | specs/002-lid/FR-001/AC2'],
  ['REQ-1, docs/lid/REQ-2', 'REQ-1 [REQ-2] | docs/lid/REQ-2'],
  // A criterion behind a requirement is what is meant, never all of the requirement.
  ['REQ-1 AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 AC 1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1.AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1:AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1: AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 (AC1)', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 (AC1, AC2)', 'REQ-1/AC1 REQ-1/AC2 [REQ-1]'],
  ['REQ-1 [AC1], REQ-2', 'REQ-1/AC1 REQ-2 [REQ-1]'],
  ['REQ-1 - AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1, AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 and AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 / AC1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 ac1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 criterion 1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1, acceptance criterion 2', 'REQ-1/AC2 [REQ-1]'],
  ['docs/a#REQ-1 AC1~3f2a9c', 'docs/a#REQ-1/AC1 [docs/a#REQ-1]'],
  ['REQ-1/AC1 AC2', 'REQ-1/AC1 REQ-1/AC2'],
  // Words that name a criterion in a way that no list has: not all is meant, and which part is for a person to say.
  ['REQ-1 (only AC1)', '[REQ-1] | AC1'],
  ['REQ-1 ("AC1")', '[REQ-1] | AC1'],
  ["REQ-1's AC1", '[REQ-1] | AC1'],
  ['REQ-1 -> AC1', '[REQ-1] | AC1'],
  ['REQ-1 {AC1}', '[REQ-1] | AC1'],
  ['REQ-1 except AC2', '[REQ-1] | AC2'],
  ['REQ-2, REQ-1 but not AC 2', 'REQ-2 [REQ-1] | AC 2'],
  ['REQ-1 as REQ-2/AC1 says', 'REQ-1 [REQ-2/AC1]'],
  ['REQ-1_AC1', '| REQ-1_AC1'],
  ['REQ-1-AC1', '| REQ-1-AC1'],
  ['REQ-1#AC1', '| REQ-1#AC1'],
  ['REQ-1/1', '| REQ-1/1'],
  // Other words and signs for a criterion.
  ['REQ-1 criterion #2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 criterion no. 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 (criteria 1, 2 and 4)', 'REQ-1/AC1 REQ-1/AC2 REQ-1/AC4 [REQ-1]'],
  ['REQ-1 criteria 1-3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3 [REQ-1]'],
  ['REQ-1 AC1-3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3 [REQ-1]'],
  ['REQ-1 (AC1-AC3)', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3 [REQ-1]'],
  ['REQ-1 criterion 1~3f2a9c', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 (AC: 1, 2)', 'REQ-1/AC1 REQ-1/AC2 [REQ-1]'],
  ['REQ-1 AC#1', 'REQ-1/AC1 [REQ-1]'],
  ['REQ-1 ACs 1 and 2', 'REQ-1/AC1 REQ-1/AC2 [REQ-1]'],
  ['REQ-1/AC1, 2', 'REQ-1/AC1 REQ-1/AC2'],
  ['REQ-1/AC1, 2 retries', 'REQ-1/AC1'],
  ['REQ-1/AC1 2', 'REQ-1/AC1'],
  ['REQ-1/AC1 #34', 'REQ-1/AC1'],
  ['REQ-1 Akzeptanzkriterium 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 critère 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 criterio de aceptación 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 критерий 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 验收标准2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 の受け入れ基準 2', 'REQ-1/AC2 [REQ-1]'],
  ['REQ-1 인수 조건 2', 'REQ-1/AC2 [REQ-1]'],
  // A word for a number: what it stands for is offered.
  ['REQ-1 first criterion', '[REQ-1] | REQ-1 first criterion'],
  ['REQ-1, the second acceptance criterion', '[REQ-1] | REQ-1, the second acceptance criterion'],
  ['REQ-1 (1st criterion)', '[REQ-1] | REQ-1 (1st criterion)'],
  ['REQ-1 criterion one', '[REQ-1] | REQ-1 criterion one'],
  ["REQ-1's first criterion", "[REQ-1] | REQ-1's first criterion"],
  // A part of a requirement.
  ['REQ-1 #1', '[REQ-1] | #1'],
  ['REQ-1 (#1)', '[REQ-1] | #1'],
  ['REQ-1 §2', '[REQ-1] | §2'],
  ['REQ-1 section 2.1', '[REQ-1] | section 2'],
  ['REQ-1, step 3', '[REQ-1] | step 3'],
  ['REQ-1: part 2', '[REQ-1] | part 2'],
  ['REQ-1 scenario 2', '[REQ-1] | scenario 2'],
  ['REQ-1 (2)', '[REQ-1] | 2'],
  ['REQ-1 / 2', '[REQ-1] | / 2'],
  ['REQ-1, 2', '[REQ-1] | 2'],
  ['REQ-1 2 and 3', '[REQ-1] | 2 and 3'],
  ['REQ-1 (a)', '[REQ-1] | a)'],
  ['REQ-1 last criterion', '[REQ-1] | last criterion'],
  ['REQ-1 first two criteria', '[REQ-1] | first two criteria'],
  ['REQ-1 criterion about sorting', '[REQ-1] | criterion'],
  ['REQ-1 erstes Kriterium', '[REQ-1] | erstes Kriterium'],
  ['REQ-1, first half', '[REQ-1] | first half'],
  ['REQ-1 half of it', '[REQ-1] | half of it'],
  ['REQ-1 implements criterion 2', '[REQ-1] | criterion 2'],
  ['REQ-1 (only sorting)', '[REQ-1] | only'],
  ['REQ-1 except archived lists', '[REQ-1] | except'],
  ['REQ-1 without REQ-2', '[REQ-1] [REQ-2] | without'],
  ['REQ-1 but not the sorting', '[REQ-1] | but not'],
  ['REQ-1 (not sorting)', '[REQ-1] | not'],
  ['REQ-1 (AC1..)', '[REQ-1] [AC1] | ..'],
  ['REQ-2, REQ-1..', 'REQ-2 [REQ-1] | ..'],
  // What is not done.
  ['REQ-1 (partial)', '[REQ-1] | partial'],
  ['REQ-1 partially', '[REQ-1] | partially'],
  ['REQ-1, REQ-2 - not yet', '[REQ-1] [REQ-2] | not yet'],
  ['REQ-1 is not implemented yet', '[REQ-1] | is not implemented'],
  ['REQ-1/AC1 (TODO)', '[REQ-1/AC1] | TODO'],
  ['REQ-1/AC1: not done', '[REQ-1/AC1] | not done'],
  ['REQ-1 [ ]', '[REQ-1] | [ ]'],
  // Another item that is not meant takes nothing back.
  ['REQ-1, not REQ-2', 'REQ-1 [REQ-2]'],
  ['REQ-1 but not REQ-2', 'REQ-1 [REQ-2]'],
  ['REQ-1/AC1, not AC2', 'REQ-1/AC1'],
  // A description narrows nothing.
  ['REQ-1 sorts the list', 'REQ-1'],
  ['REQ-1: sorting', 'REQ-1'],
  ['REQ-1 - part of the import', 'REQ-1'],
  ['REQ-1: step 2 of the wizard', 'REQ-1'],
  ['REQ-1 filters by criteria', 'REQ-1'],
  ['REQ-1 all acceptance criteria', 'REQ-1'],
  ['REQ-1 only', 'REQ-1'],
  ['REQ-1: Only admins may sort', 'REQ-1'],
  ['REQ-1 2 retries', 'REQ-1'],
  ['REQ-1, #34', 'REQ-1 #34'],
  ['REQ-1 #341', 'REQ-1 #341'],
  ['REQ-1 (sorting)', 'REQ-1'],
  ['REQ-1 first item is selected', 'REQ-1'],
  ['REQ-1 notifies everyone', 'REQ-1'],
  ['REQ-1 partial matches are found', 'REQ-1'],
  ['REQ-1/AC1 without a token', 'REQ-1/AC1'],
  ['REQ-1/AC1 not found gives 404', 'REQ-1/AC1'],
  ['REQ-1 (x)', 'REQ-1'],
  ['REQ-1...', 'REQ-1'],
  ['REQ-1 for all sections', 'REQ-1'],
  ['REQ-1.', 'REQ-1'],
  ['REQ-1 planned routes are shown', 'REQ-1'],
  // Ranges.
  ['REQ-1/AC1..AC3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
  ['REQ-1/AC1–AC3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
  ['REQ-1/AC1-AC3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
  ['REQ-1/AC1 to AC3', 'REQ-1/AC1 REQ-1/AC2? REQ-1/AC3'],
  ['REQ-1/AC19 - AC20, REQ-2', 'REQ-1/AC19 REQ-1/AC20 REQ-2'],
  ['FR-008 to FR-010', 'FR-008 FR-009? FR-010'],
  ['REQ-1..REQ-3', 'REQ-1 REQ-2? REQ-3'],
  ['REQ-3..REQ-1', 'REQ-3 [REQ-1] | ..REQ-1'],
  ['REQ-1..FR-3', 'REQ-1 [FR-3] | ..FR-3'],
  ['REQ-1/AC1..REQ-2/AC3', 'REQ-1/AC1 [REQ-2/AC3] | ..REQ-2/AC3'],
  ['REQ-1-REQ-4', '| REQ-1-REQ-4'],
  // What is looked for where.
  ['001-shop/spec#FR-001, FR-002', '001-shop/spec#FR-001 (001-shop/spec)#FR-002'],
  // `or` says that not all of them are meant.
  ['REQ-1 or REQ-2', '[REQ-1] [REQ-2] | or REQ-2'],
  ['REQ-3, REQ-1 or REQ-2', 'REQ-3 [REQ-1] [REQ-2] | or REQ-2'],
  // Where the list ends.
  ['REQ-1, the reservation of stock', 'REQ-1'],
  ['REQ-1 and the rest', 'REQ-1'],
  ['REQ-1, req-2', 'REQ-1 | req-2'],
  ['REQ-1 see REQ-2', 'REQ-1 [REQ-2]'],
  ['REQ-1. AC adapter', 'REQ-1'],
];

// @verifies RT-2.1/AC4~651da7
describe('a list behind a keyword', () => {
  for (const [text, expected] of CASES) it(text, () => assert.equal(said(`@implements ${text}`), expected));
});

describe('words before a keyword', () => {
  for (const [text, expected] of [
    ['does not @implements REQ-1', '[REQ-1] | not'],
    ["doesn't yet @implements REQ-1", "[REQ-1] | n't yet"],
    ['no longer @verifies REQ-1/AC1', '[REQ-1/AC1] | no longer'],
    ['TODO: @implements REQ-1, REQ-2', '[REQ-1] [REQ-2] | TODO'],
    ['TODO(anna) @implements REQ-1', '[REQ-1] | TODO(anna)'],
    ['Sorts what is not sorted. @implements REQ-1', 'REQ-1'],
    ['TODO make it faster. @implements REQ-1', 'REQ-1'],
  ] as const)
    it(text, () => assert.equal(said(text), expected));
});

describe('a list that a pattern of the configuration captures', () => {
  const llr = (pattern: string): Settings => ({ ids: ['SWL-[0-9]+'], annotations: [{ pattern, kind: 'implements' }] });
  for (const [pattern, text, expected] of [
    ['@llr (?<ref>SWL-[0-9]+)', '@llr SWL-1, SWL-2', 'SWL-1 SWL-2'],
    ['@llr (?<ref>SWL-[0-9]+(?:, *SWL-[0-9]+){0,9})', '@llr SWL-1, SWL-2.', 'SWL-1 SWL-2'],
    [String.raw`\[(?<ref>[^\]]+)\]`, '[SWL-1, SWL-2] SWL-3', 'SWL-1 SWL-2 [SWL-3]'],
    [String.raw`\[(?<ref>[^\]]+)\]`, '[boil]', ''],
  ] as const)
    it(`${pattern} in ${text}`, () => assert.equal(said(text, llr(pattern)), expected));
});

describe('what is meant for a keyword and is none', () => {
  for (const [text, expected] of [
    ['@Implements REQ-1/AC1', '| @Implements REQ-1/AC1'],
    ['@implement REQ-1', '| @implement REQ-1'],
    ['@Verify: REQ-1', '| @Verify: REQ-1'],
    ['@implements(REQ-1/AC1)', '| @implements(REQ-1/AC1)'],
    ['@implements [REQ-1/AC1]', '| @implements [REQ-1/AC1]'],
    ['@verifies "REQ-1"', '| @verifies "REQ-1"'],
    ['@implements `REQ-1`', '| @implements `REQ-1`'],
    ['@Implements Kettle', ''],
    ['@implementation REQ-1', '[REQ-1]'],
    ['`@implement REQ-1`', '[REQ-1]'],
  ] as const)
    it(text, () => assert.equal(said(text), expected));
});
