import assert from 'node:assert/strict';
import { definedBy, factsOf, notesOf, problemsOf, specText } from '../../../support/notations/openspec.ts';

const SPEC = 'openspec/specs/kettle/spec.md';
const SCENARIO = '- **WHEN** a\n- **THEN** b\n';

describe('A specification of OpenSpec', () => {
  const definitions: readonly (readonly [what: string, text: string, defined: readonly string[]])[] = [
    ['a requirement with a scenario', specText(`### Requirement: Boil\nIt SHALL.\n\n#### Scenario: Filled\n${SCENARIO}`), ['boil: filled']],
    [
      'any heading of four hashes',
      specText(`### Requirement: Boil\n#### Edge case\n${SCENARIO}\n#### Example 1\nx`),
      ['boil: edge-case, example-1'],
    ],
    ['a heading without the word', specText('### Boil at once\nIt SHALL.'), ['boil-at-once']],
    ['closing hashes', specText(`### Requirement: Boil ###\n#### Scenario: Filled ####\n${SCENARIO}`), ['boil: filled']],
    ['C# keeps its sign', specText('### Requirement: Use C#\nIt SHALL.'), ['use-c']],
    ['Windows lines and a byte order mark', `\uFEFF${specText('### Requirement: Boil\nIt SHALL.')}`.replaceAll('\n', '\r\n'), ['boil']],
    ['code marks in names', specText('### Requirement: `Room.Create` makes a **room**\nIt SHALL.'), ['roomcreate-makes-a-room']],
    ['names of any script', specText('### Requirement: 沸騰する\n#### Scenario: 水がある\nx'), ['沸騰する: 水がある']],
    ['two scenarios of one name', specText('### Requirement: Boil\n#### Scenario: A\nx\n#### Scenario: A\ny'), ['boil: a, a-1']],
    ['names without a letter', specText('### Requirement: !!!\nx\n\n#### Scenario: ???\nx'), ['requirement-1: AC1']],
    ['nothing below a scenario', specText('### Requirement: Boil\n#### Scenario: A\n\n#### Scenario: B\nx'), ['boil: b']],
    ['what is deeper belongs to the scenario', specText('### Requirement: Boil\n#### Scenario: A\n##### Rows\nx'), ['boil: a']],
    ['fenced code', specText('### Requirement: Boil\n```\n### Requirement: No\n#### Scenario: No\n```\n    ~~~\n### No\n~~~'), ['boil']],
    ['an indented heading', specText('### Requirement: Boil\n  ### Requirement: No'), ['boil']],
    ['an underlined line', specText('### Requirement: Boil\nNo\n---\n\n### Requirement: Stop'), ['boil', 'stop']],
    ['another section', specText('### Requirement: Boil\n\n## Notes\n\n### Requirement: No'), ['boil']],
    ['a section deeper than usual', '# a\n## Purpose\nb\n## c\n### requirements\n#### Boil\n##### Filled\nx', ['boil: filled']],
    ['no section at all', '## Purpose\nx\n\n### Requirement: Boil\nx', []],
    ['a change in the wrong place', '## Purpose\nx\n## ADDED Requirements\n### Requirement: Boil\nx', []],
    [
      'an id before the name',
      specText('### Requirement: KET-1: Boil\nx\n### Requirement: [KET-2] Stop\nx\n### `KET-3` Whistle\nx'),
      ['KET-1', 'KET-2', 'KET-3'],
    ],
    ['an id behind the name', specText('### Requirement: Boil {#KET-1}\nx'), ['KET-1']],
    ['an id below the name', specText('### Requirement: Boil\n**ID**: KET-1\nx'), ['KET-1']],
    ['one bare word like an id', specText('### Requirement: UTF-8 output\nx'), ['utf-8-output']],
    ['two bare ids', specText('### Requirement: KET-1 Boil\nx\n### Requirement: KET-2 Stop\nx'), ['KET-1', 'KET-2']],
    ['an id alone', specText('### Requirement: KET-1\nx'), ['KET-1']],
    ['one id twice', specText('### Requirement: KET-1: Boil\nx\n### Requirement: KET-1: Stop\nx'), ['KET-1', 'ket-1-stop']],
  ];
  for (const [what, text, defined] of definitions) {
    // @verifies RT-1.4/AC12~a5e60e
    it(`defines what OpenSpec counts: ${what}`, () => assert.deepEqual(definedBy(text), defined));
  }

  it('says of each requirement its words, and what finds it', () => {
    const text = specText(
      '### Requirement: KET-1: Boil\n**Priority**: low\n**Needs**: verifies\n**Covers**: `TEA-1`\nIt SHALL *boil*\nwater.\n\n#### Scenario 2: Filled\n- **WHEN** on\n- **THEN** hot\n',
    );
    const [requirement] = factsOf(SPEC, text).requirements;
    assert.ok(requirement);
    const { title, text: words, namespace, notation, aliases, implicit, needs, attributes, covers, criteria, idRange, range } = requirement;
    assert.deepEqual(
      { title, words, namespace, notation, aliases, implicit, needs },
      {
        title: 'Boil',
        words: 'It SHALL boil water.',
        namespace: 'openspec/specs/kettle',
        notation: 'openspec',
        aliases: ['ket-1-boil', 'requirement-ket-1-boil'],
        implicit: false,
        needs: ['verifies'],
      },
    );
    assert.deepEqual(
      attributes.map(({ name, value }) => [name, value]),
      [
        ['Priority', 'low'],
        ['Needs', 'verifies'],
        ['Covers', 'TEA-1'],
      ],
    );
    assert.deepEqual(covers, [
      { text: 'TEA-1', id: 'TEA-1', range: { start: { line: 10, character: 13 }, end: { line: 10, character: 18 } } },
    ]);
    assert.deepEqual(idRange, { start: { line: 7, character: 17 }, end: { line: 7, character: 22 } });
    assert.deepEqual([range.start.line, range.end.line], [7, 16]);
    assert.deepEqual(
      criteria.map((one) => [one.localId, one.text, one.detail, one.aliases, one.implicit]),
      [['filled', 'Filled', 'WHEN on THEN hot', ['AC1'], true]],
    );
  });

  it('counts a position for what is counted only', () => {
    const [requirement] = factsOf(SPEC, specText('### Requirement: Boil\n#### Scenario: A\n\n#### Scenario: B\nx')).requirements;
    assert.deepEqual(requirement?.criteria[0]?.aliases, ['AC1']);
  });

  it('exempts what is struck out or put off', () => {
    const text = specText('### Requirement: ~~Boil~~\nx\n### Requirement: Stop [deferred]\nx\n### Requirement: Whistle\nx');
    assert.deepEqual(
      factsOf(SPEC, text).requirements.map(({ exempt }) => exempt),
      [true, true, false],
    );
  });

  const problems: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
    ['a requirement outside of the section', specText('### Requirement: Boil\nx\n## Notes\n### Requirement: No\nx'), ['11 near-miss']],
    ['a scenario of three hashes', specText('### Requirement: Boil\nx\n### Scenario: A\nx'), ['10 near-miss']],
    ['a scenario without a text', specText('### Requirement: Boil\nx\n#### Scenario: A'), ['10 near-miss']],
    [
      'a section of changes',
      specText('### Requirement: Boil\nx\n## ADDED Requirements\n### Requirement: No\nx'),
      ['10 near-miss', '11 near-miss'],
    ],
    ['no purpose', '## Requirements\n### Requirement: Boil\nx', ['1 near-miss']],
    ['two of one name', specText('### Requirement: Boil\nx\n### Requirement: Boil\ny'), ['10 duplicate-id']],
    ['nothing else', specText('Prose.\n\n### Requirement: Boil\nx\n\n## Notes\n### Why\nx'), []],
  ];
  for (const [what, text, told] of problems) {
    it(`tells of what OpenSpec passes over: ${what}`, () => assert.deepEqual(problemsOf(SPEC, text), told));
  }

  it('explains each line that says something', () => {
    const text = '## Purpose\nBoils.\n## Requirements\n### Requirement: Boil\n**Owner**: x\nIt SHALL.\n#### Scenario: A\n- **WHEN** x\n';
    assert.deepEqual(notesOf(SPEC, text), [
      '4 requirement',
      '5 attribute',
      '7 criterion',
      '8 criterion',
      '6 nothing',
      '1 nothing',
      '3 nothing',
    ]);
  });
});
