import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

/** What annotations of a test stand on, `off` where the source switches it off: `AC1 > group > boils (todo)`. */
function standing(...lines: readonly string[]): readonly string[] {
  const { annotations } = extractor.extract('test/kettle.test.ts', lines.join('\n'));
  return annotations.map(({ reference: { id, criterion }, declaration }) => {
    const names = [criterion ?? id, ...(declaration?.within ?? []), declaration?.name ?? ''];
    return `${names.join(' > ')}${declaration?.off ? ` (${declaration.off})` : ''}`;
  });
}

describe('What a test says in the words of any notation', () => {
  const cases: readonly (readonly [what: string, lines: readonly string[], expected: readonly string[]])[] = [
    [
      'a scenario of spec-kit',
      ["describe('tea', () => {", "  it('US1.2 boils', () => { boil(); });", '});'],
      ['US-1.2 > tea > US1.2 boils'],
    ],
    ['one to be written', ["it.todo('US1.2 boils');"], ['US-1.2 > US1.2 boils (todo)']],
    ['one that is switched off', ["it.skip('US1/AC2 boils', () => { boil(); });"], ['AC2 > US1/AC2 boils (skipped)']],
    [
      'a number of Kiro in a group that is switched off',
      ["describe.skip('tea', () => {", "  it('Requirement 1.2 boils', () => { boil(); });", '});'],
      ['AC2 > tea > Requirement 1.2 boils (skipped)'],
    ],
    ['a comment of Kiro above one', ['// Requirements: 1.2', "it.skip('boils', () => { boil(); });"], ['AC2 > boils (skipped)']],
    ['a requirement of BMAD', ["it.todo('FR1 boils');"], ['FR-1 > FR1 boils (todo)']],
    ['a criterion of BMAD', ["it('Story 1.1 AC 2: boils', () => { boil(); });"], ['AC2 > Story 1.1 AC 2: boils']],
  ];
  for (const [what, lines, expected] of cases)
    it(`knows where it stands and whether it runs: ${what}`, () => assert.deepEqual(standing(...lines), expected));
});
