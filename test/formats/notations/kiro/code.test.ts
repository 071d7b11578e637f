import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(path: string, lines: readonly string[]): readonly string[] {
  return readExample({ path, text: lines.join('\n'), read: '' }, NOTATIONS)
    .trimEnd()
    .split('\n');
}

type Case = readonly [what: string, lines: readonly string[], facts: readonly string[]];

const TESTS: readonly Case[] = [
  [
    'what Kiro writes',
    ['/**', ' * Feature: kettle, Property 1: Cold when empty', ' * Validates: Requirements 1.2', ' */', "it('stays cold', () => {});"],
    ['3 verifies REQ-1/AC2 of kettle stays cold'],
  ],
  [
    'a property alone',
    ['// Feature: kettle, Property 3: Cold', "it('stays cold', () => {});"],
    ['1 verifies Property 3 of kettle stays cold'],
  ],
  ['in bold', ['// **Feature: kettle, Property 3: Cold**', "it('a', () => {});"], ['1 verifies Property 3 of kettle a']],
  ['a property that is only spoken of', ['// see Property 3', "it('a', () => {});"], ['nothing']],
  ['a property that no test stands under', ['// Property 3: Cold', 'const a = 1;'], ['nothing']],
  ['several properties', ['// Property 1-3', '// Property 1, 2', "it('a', () => {});"], ['nothing']],
  [
    'a title',
    ["describe('Feature: kettle, Property 2: x', () => {", "  it('Requirement 1.2: stays cold', () => {});", '});'],
    ['1 verifies Property 2 of kettle Feature: kettle, Property 2: x', '2 verifies REQ-1/AC2 of kettle Requirement 1.2: stays cold'],
  ],
  ['a title of a property test', ["test.prop([fc.string()])('Property 4: x', (s) => {});"], ['1 verifies Property 4 Property 4: x']],
  [
    'a title with the number at its end',
    ["describe('Keyboard (Requirements 7.1, 7.3)', () => {});"],
    ['1 verifies REQ-7/AC1 Keyboard (Requirements 7.1, 7.3)', '1 verifies REQ-7/AC3 Keyboard (Requirements 7.1, 7.3)'],
  ],
  ['a string that is no title', ["const text = 'Validates: Requirements 1.2';"], ['nothing']],
  ['the beginning of a line', ['// Requirement 1.2: stays cold', "it('a', () => {});"], ['1 verifies REQ-1/AC2 a']],
  ['the middle of a line', ['// The cases of Requirement 1.2 are below', "it('a', () => {});"], ['1 mentions REQ-1/AC2']],
  [
    'the middle of a sentence',
    ['// This is what', '// Requirement 1.2 and the next are about', "it('a', () => {});"],
    ['2 mentions REQ-1/AC2'],
  ],
  [
    'remarks between',
    ['// Requirements: 1.1 (at once), 1.2 (later) - all', "it('a', () => {});"],
    ['1 verifies REQ-1/AC1 a', '1 verifies REQ-1/AC2 a'],
  ],
  ['a dash behind', ['// Requirements: 1.1 - 30-second limit', "it('a', () => {});"], ['1 verifies REQ-1/AC1 a']],
  ['a label', ['/** Tests Requirements: 1.1-1.2 */', "it('a', () => {});"], ['1 verifies REQ-1/AC1 a', '1 verifies REQ-1/AC2 a']],
  [
    'a list over two lines',
    ['// Validates: Requirements 1.1,', '//   1.2', "it('a', () => {});"],
    ['1 verifies REQ-1/AC1 a', '2 verifies REQ-1/AC2 a'],
  ],
  ['a list that ends with its line', ['// Validates: Requirements 1.1', '// 2 of three', "it('a', () => {});"], ['1 verifies REQ-1/AC1 a']],
  ['what is to be done', ['// TODO Validates: Requirements 1.2', "it('a', () => {});"], ['1 mentions REQ-1/AC2']],
  ['what is to be done by somebody', ['// FIXME(ann): Requirement 1.2: cold', "it('a', () => {});"], ['1 mentions REQ-1/AC2']],
  ['what is not done', ['// This does not yet Validates: Requirements 1.2', "it('a', () => {});"], ['1 mentions REQ-1/AC2']],
  ['what is taken back behind it', ['// Validates: Requirements 1.2 (not yet)', "it('a', () => {});"], ['1 mentions REQ-1/AC2']],
  [
    'what is done in part',
    ['// Validates: Requirements 1.1, 1.2 (partially)', "it('a', () => {});"],
    ['1 mentions REQ-1/AC1', '1 mentions REQ-1/AC2'],
  ],
  ['a title of something to do', ["it('TODO: Requirement 1.2', () => {});"], ['1 mentions REQ-1/AC2']],
  ['words of the next line', ['// Validates: Requirements 1.2', '// not yet fast', "it('a', () => {});"], ['1 verifies REQ-1/AC2 a']],
  ['an example', ['// write `Validates: Requirements 1.1`', "it('a', () => {});"], ['nothing']],
  [
    'a path in place of a name',
    ['// .kiro/specs/kettle/requirements.md', '// Validates: Requirements 1.1', "it('a', () => {});"],
    ['2 verifies REQ-1/AC1 of kettle a'],
  ],
  [
    'a name of several words',
    ['// Feature: Boil Water, Property 1', '// Validates: Requirements 1.1', "it('a', () => {});"],
    ['2 verifies REQ-1/AC1 of boil-water a'],
  ],
  [
    'a sentence at the top',
    ['// Tests of the `boil-water` bugfix.', '', 'const x = 1;', '', '// Validates: Requirements 1.1', "it('a', () => {});"],
    ['5 verifies REQ-1/AC1 of boil-water a'],
  ],
  ['a sentence', ['// Feature: the kettle is hot', '// Validates: Requirements 1.1', "it('a', () => {});"], ['2 verifies REQ-1/AC1 a']],
  [
    'two features of one file',
    [
      "describe('Feature: kettle', () => {",
      '  // Validates: Requirements 1.1',
      "  it('a', () => {});",
      '});',
      "describe('Feature: tea', () => {",
      '  // Validates: Requirements 1.2',
      "  it('b', () => {});",
      '});',
      '// Validates: Requirements 1.3',
      "it('c', () => {});",
    ],
    ['2 verifies REQ-1/AC1 of kettle a', '6 verifies REQ-1/AC2 of tea b', '9 verifies REQ-1/AC3 c'],
  ],
];

const PYTHON: readonly Case[] = [
  [
    'doc strings',
    [
      '"""Feature: kettle"""',
      'import x',
      '',
      'class TestBoil:',
      '    """Property 2: Hot',
      '',
      '    **Validates: Requirements 1.1, 1.2**',
      '    """',
      '',
      '    # Feature: tea, Property 1: Brew',
      '    def test_brew(self):',
      '        """Validates: Requirements 3.1."""',
      '',
      '    def test_boil(self):',
      '        """Requirement 1.3: it is hot"""',
    ],
    [
      '7 verifies REQ-1/AC1 of kettle class TestBoil',
      '7 verifies REQ-1/AC2 of kettle class TestBoil',
      '12 verifies REQ-3/AC1 of tea test_brew()',
      '15 verifies REQ-1/AC3 of kettle test_boil()',
    ],
  ],
];

const CODE: readonly Case[] = [
  [
    'a label that leads its line',
    ['/**', ' * Requirements: 1.1, 1.2', ' */', 'function boil() {}'],
    ['2 implements REQ-1/AC1 boil()', '2 implements REQ-1/AC2 boil()'],
  ],
  [
    'everything else',
    ['// Validates: Requirements 1.1', '// Requirement 1.2: cold', '// Property 3', 'function boil() {}'],
    ['1 mentions REQ-1/AC1', '2 mentions REQ-1/AC2'],
  ],
  ['a requirement as a whole', ['// Requirements: 3', 'function boil() {}'], ['1 implements REQ-3 boil()']],
  [
    'numbers of other things',
    ['// Requirements: 4 GB of memory', '// Requirements: Node 20.1', '// System requirements: 3.8 or later', '// See 1.2'],
    ['nothing'],
  ],
];

// @verifies RT-1.4/AC11~2c913b
describe('words of Kiro in a test', () => {
  for (const [what, lines, facts] of TESTS) it(what, () => assert.deepEqual(read('test/kettle.test.ts', lines), facts));
  for (const [what, lines, facts] of PYTHON) it(what, () => assert.deepEqual(read('tests/test_kettle.py', lines), facts));
});

describe('words of Kiro in a file that is only named like a test', () => {
  it('mention', () => {
    const lines = [
      'class TestDetector:',
      '    """Requirements: 1.1"""',
      '    def detect(self):',
      '        """Validates: Requirements 1.2"""',
    ];
    assert.deepEqual(read('src/test_detector.py', lines), ['2 mentions REQ-1/AC1', '4 mentions REQ-1/AC2']);
  });
});

describe('words of Kiro in other code', () => {
  for (const [what, lines, facts] of CODE) it(what, () => assert.deepEqual(read('src/kettle.ts', lines), facts));
});
