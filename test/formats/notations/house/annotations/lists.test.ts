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

describe('a list behind a keyword', () => {
  for (const [text, expected] of CASES) it(text, () => assert.equal(said(`@implements ${text}`), expected));
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
