import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { chosen, NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { workspace } from '../../../support/editor/workspace.ts';
import { readExample } from '../../../support/notations/pages.ts';

const PATH = 'features/kettle.feature';
const ON = 'notations: [auto, gherkin]\n';

function read(lines: readonly string[], configuration = ON): readonly string[] {
  return readExample({ path: PATH, text: lines.join('\n'), configuration, read: '' }, NOTATIONS)
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('document '));
}

const CASES: readonly (readonly [what: string, lines: readonly string[], facts: readonly string[]])[] = [
  [
    'a feature with scenarios',
    ['Feature: Kettle', '', '  Scenario: Full', '    Then it boils', '  Example: Empty', '    Then it stays cold'],
    [
      '1 requirement features/kettle#kettle Kettle',
      '3 criterion features/kettle#kettle/full Full (also AC1)',
      '5 criterion features/kettle#kettle/empty Empty (also AC2)',
    ],
  ],
  [
    'rules',
    ['Feature: Kettle', '  Rule: Hot', '    Scenario: A', '  Rule: Cold', '    Scenario: A', '    Scenario: A'],
    [
      '1 requirement features/kettle#kettle Kettle (exempt)',
      '2 requirement features/kettle#hot Hot',
      '3 criterion features/kettle#hot/a A (also AC1)',
      '4 requirement features/kettle#cold Cold',
      '5 criterion features/kettle#cold/a A (also AC1)',
      '6 criterion features/kettle#cold/a-1 A (also AC2)',
    ],
  ],
  [
    'an outline with examples',
    [
      'Feature: K',
      '  Scenario Outline: Boil <n>',
      '    Given <n>',
      '    Examples: few',
      '      | n |',
      '    @slow',
      '    Examples: many',
      '      | n |',
    ],
    ['1 requirement features/kettle#k K', '2 criterion features/kettle#k/boil-n Boil <n> (also AC1)'],
  ],
  ['a background', ['Feature: K', '  Background: Kitchen', '    Given water'], ['1 requirement features/kettle#k K']],
  [
    'what is no head',
    ['Feature: K', '  # Scenario: no', '  """', '  Scenario: no', '  """', '  | Scenario: no |', '  Given a: b', '  Note: this'],
    ['1 requirement features/kettle#k K'],
  ],
  [
    'heads without names',
    ['Feature:', '  Scenario:', '    Then a'],
    ['1 requirement features/kettle#feature-1 feature-1', '2 criterion features/kettle#feature-1/AC1 Then a'],
  ],
  [
    'another language',
    ['# language: ja', '機能: 湯沸かし', '  シナリオ: 満水'],
    ['2 requirement features/kettle#湯沸かし 湯沸かし', '3 criterion features/kettle#湯沸かし/満水 満水 (also AC1)'],
  ],
  [
    'texts in backticks, which hold no heads',
    ['Feature: Kettle', '  Scenario: Boil', '    Given a text', '      ```', '      Rule: none', '      ```', '  Scenario: Stop'],
    [
      '1 requirement features/kettle#kettle Kettle',
      '2 criterion features/kettle#kettle/boil Boil (also AC1)',
      '7 criterion features/kettle#kettle/stop Stop (also AC2)',
    ],
  ],
  [
    'a language of signs that is not known',
    ['# language: em', '📚: Ketel', '  📕: Vol'],
    ['1 near-miss Keywords of the language "em" are not known, so that this feature is not read as a requirement'],
  ],
  [
    'a language that is not known',
    ['# language: nl', 'Functionaliteit: Ketel', '  Scenario: Vol'],
    ['1 near-miss Keywords of the language "nl" are not known, so that this feature is not read as a requirement'],
  ],
  [
    'tags as in any test',
    ['Feature: K', '  @REQ-7 @slow', '  Scenario: A', '  @JIRA:TEA-12', '  Scenario: B'],
    [
      '1 requirement features/kettle#k K',
      '2 verifies REQ-7 A',
      '3 criterion features/kettle#k/a A (also AC1)',
      '4 verifies TEA-12 B',
      '5 criterion features/kettle#k/b B (also AC2)',
    ],
  ],
  [
    'Windows lines',
    ['Feature: K\r', '  Scenario: A\r', ''],
    ['1 requirement features/kettle#k K', '2 criterion features/kettle#k/a A (also AC1)'],
  ],
  ['nothing', [''], ['nothing']],
];

// @verifies RT-1.4/AC9~50782c
describe('A feature file', () => {
  for (const [what, lines, facts] of CASES)
    it(`is requirements where that is asked for: ${what}`, () => {
      assert.deepEqual(
        read(lines).filter((line) => line !== ''),
        facts,
      );
    });

  it('is a test and nothing else otherwise', () => {
    const lines = ['Feature: K', '  @REQ-7', '  Scenario: A'];
    for (const configuration of ['', 'notations: auto\n', 'notations: [kiro]\n', 'notations: [auto, gherkin, -gherkin]\n'])
      assert.deepEqual(read(lines, configuration), ['2 verifies REQ-7 A']);
    assert.equal(createExtractor(DEFAULT_CONFIGURATION).roleOf(PATH), 'test');
    assert.deepEqual(
      chosen(NOTATIONS, ['gherkin']).map(({ name }) => name),
      ['house', 'gherkin'],
    );
  });

  it('takes its scenarios for unmet until a test says that it verifies them', () => {
    const { view } = workspace(
      {
        [PATH]: 'Feature: Kettle\n  Scenario: Full\n    Then it boils\n  Scenario: Empty\n    Then it stays cold\n',
        'test/kettle.test.ts': "// @verifies kettle#kettle/full\nit('boils', () => {});\n",
        'src/kettle.ts': '// @implements kettle#kettle\nexport const a = 1;\n',
      },
      { notations: ['auto', 'gherkin'], needs: ['implements', 'verifies'] },
    );
    assert.deepEqual(
      [...view.requirements()].flatMap(({ key, criteria }) =>
        [key, ...criteria.map((one) => one.key)].map((one) => `${one} ${view.coverage(one).status}`),
      ),
      ['features/kettle#kettle partial', 'features/kettle#kettle/full met', 'features/kettle#kettle/empty partial'],
    );
    assert.deepEqual(
      view.allFindings().filter(({ severity }) => severity !== 'information'),
      [],
    );
  });
});
