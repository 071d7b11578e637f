import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { explained, ids, nearMisses, read } from '../../../support/formats/documentFacts.ts';

const TABLE = '| ID | Requirement |\n| --- | --- |\n';

// @verifies RT-1.4/AC16~e21f28
describe('Tables of a document', () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['define rows', `${TABLE}| FR-001 | The system shall list items |\n`, ['FR-001:']],
    ['without outer bars', 'ID | Requirement\n--- | ---\nFR-1 | Boil\n', ['FR-1:']],
    ['with bold and code', `${TABLE}| **FR-1** | a |\n| \`FR-2\` | b |\n`, ['FR-1:', 'FR-2:']],
    ['with escaped bars', `${TABLE}| FR-1 | a \\| b |\n`, ['FR-1:']],
    ['leave what a heading defines', `${TABLE}| FR-1 | a |\n| FR-2 | b |\n\n## FR-1: A\n`, ['FR-2:', 'FR-1:']],
    ['leave what a list item below defines', `${TABLE}| FR-1 | a |\n\n- **FR-1**: a\n`, ['FR-1:']],
    ['leave what a table above defines', `${TABLE}| FR-1 | a |\n\n${TABLE}| FR-1 | a |\n`, ['FR-1:']],
    ['read all but a row that takes the id of another', `${TABLE}| FR-1 | a |\n| FR-2 | b |\n| FR-2 | c |\n`, ['FR-1:', 'FR-2:']],
    ['leave ids that are there again and again', `${TABLE}| FR-1 | a |\n| FR-1 | b |\n| FR-2 | c |\n| FR-2 | d |\n`, []],
    [
      'leave ids that are there twice in a table that only describes',
      '| ID | Text |\n|---|---|\n| FR-1 | a |\n| FR-2 | b |\n| FR-2 | c |\n',
      [],
    ],
    ['leave ids that are links', `${TABLE}| [FR-1](spec.md#fr-1) | a |\n`, []],
    ['leave ignored rows', `<!-- reqtrace-ignore-start -->\n\n${TABLE}| FR-1 | a |\n\n<!-- reqtrace-ignore-end -->\n`, []],
    ['give a story its criteria', '## US-1: A\n\n| AC | Criterion |\n|---|---|\n| AC1 | a |\n| AC2 | b |\n', ['US-1: AC1 AC2']],
    ['give steps to a story', '## US-1: A\n\n| Given | When | Then |\n|---|---|---|\n| a | b | c |\n', ['US-1: AC1']],
    [
      'go on with the criteria of a list',
      '## US-1: A\n\n**Acceptance Criteria**:\n\n- a\n\n| # | Criterion |\n|---|---|\n| 1 | b |\n',
      ['US-1: AC1 AC2'],
    ],
    [
      'make an implicit requirement under a label',
      '## A\n\n**Acceptance Criteria**:\n\n| ID | Criterion |\n|---|---|\n| AC1 | a |\n',
      ['a: AC1'],
    ],
    ['give no criteria to nobody', '## A\n\n| AC | Criterion |\n|---|---|\n| AC1 | a |\n', []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(ids(read(text)), expected));

  it('report an id of two rows, unless they say the same', () => {
    const problemsOf = (rows: string): readonly string[] =>
      read(`${TABLE}| FR-1 | Boil |\n${rows}`).problems.map(
        ({ code, range, message }) => `${range.start.line + 1} ${code} ${inEnglish(message)}`,
      );
    assert.deepEqual(problemsOf('| FR-2 | Stop |\n| FR-2 | Sing |\n'), [
      '5 duplicate-id FR-2 is defined twice in this document. Renumber the second definition',
    ]);
    assert.deepEqual(problemsOf('| FR-2 | Stop |\n| FR-2 | Stop at once |\n'), []);
  });

  it('leave the numbers of list items as they are', () => {
    const table = '**Acceptance Criteria**:\n\n| # | Criterion |\n|---|---|\n| 1 | row |\n\n';
    const { requirements } = read(`## US-1: A\n\n${table}**Definition of Done**:\n\n- item\n`);
    assert.deepEqual(
      requirements[0]?.criteria.map(({ localId, text }) => `${localId} ${text}`),
      ['AC1 item', 'AC2 row'],
    );
  });

  it('are no criteria under a label of tasks', () => {
    assert.deepEqual(ids(read('## US-1: A\n\n**Checklist**:\n\n| # | Criterion |\n|---|---|\n| 1 | a |\n')), ['US-1:']);
  });

  it('say what a row is', () => {
    const [requirement] = read(
      '| ID | Title | Description | Owner |\n|---|---|---|---|\n|  **REQ-1** | Boil | The kettle shall boil [fast](a.md) | QA |\n',
    ).requirements;
    assert.deepEqual([requirement?.title, requirement?.text, requirement?.level], ['Boil', 'The kettle shall boil fast', 7]);
    assert.deepEqual(requirement?.idRange, { start: { line: 2, character: 5 }, end: { line: 2, character: 10 } });
    assert.deepEqual(
      requirement?.attributes.map(({ name, value }) => [name, value]),
      [['Owner', 'QA']],
    );
  });

  it('claim by their status, and need nothing where a row is withdrawn', () => {
    const text =
      '## US-1: A\n\n| AC | Criterion | Status |\n|---|---|---|\n| AC1 | a | Done |\n| AC2 | b | open |\n| AC3 | c | ? |\n| AC4 | d | deferred |\n';
    const criteria = read(text).requirements[0]?.criteria ?? [];
    assert.deepEqual(
      criteria.map(({ claimed, exempt }) => [claimed, exempt]),
      [
        [true, false],
        [false, false],
        [undefined, false],
        [undefined, true],
      ],
    );
    const rows = read(
      '| ID | Requirement | Status |\n|---|---|---|\n| FR-1 | a | Withdrawn |\n| ~~FR-2~~ | b | |\n| FR-3 | c | |\n',
    ).requirements;
    assert.deepEqual(
      rows.map(({ exempt }) => exempt),
      [true, true, false],
    );
  });

  it('tell all of given, when and then', () => {
    const [criterion] = read('## US-1: A\n\n| Given | When | Then |\n|---|---|---|\n| a | b | c |\n').requirements[0]?.criteria ?? [];
    assert.equal(criterion?.text, 'Given a, When b, Then c');
  });

  const near: readonly (readonly [what: string, text: string, part: string])[] = [
    ['criteria outside of requirements', '## A\n\n| AC | Criterion |\n|---|---|\n| AC1 | a |\n', '"AC1" belongs to no requirement'],
    ['a matrix', '| ID | Requirement | Story |\n|---|---|---|\n| FR-1 | Boil | US-1 |\n', 'refers to other IDs'],
    ['code', '| ID | Requirement | Code |\n|---|---|---|\n| FR-1 | Boil | a.ts |\n', 'a table of traceability'],
    ['results', '| ID | Requirement | Result |\n|---|---|---|\n| FR-1 | Boil | ok |\n', 'a table of results'],
    ['no words', '| ID | Kettle |\n|---|---|\n| FR-1 | red |\n| FR-2 | blue |\n', 'name a column "Requirement"'],
    ['ids of another shape', '| ID | Requirement |\n|---|---|\n| FR1 | a |\n', "add the pattern 'FR[0-9]+'"],
  ];
  for (const [what, text, part] of near) {
    it(`are near-misses: ${what}`, () => {
      const facts = read(text);
      assert.deepEqual(ids(facts), []);
      assert.ok(nearMisses(facts).join().includes(part), nearMisses(facts).join());
    });
  }

  it('are near-misses no more once the advice is taken', () => {
    assert.deepEqual(ids(read('| ID | Requirement |\n|---|---|\n| FR1 | a |\n', { ids: ['FR[0-9]+'] })), ['FR1:']);
    const matrix = '## FR-1: Boil\n\n| ID | Requirement | Story |\n|---|---|---|\n| FR-1 | Boil | US-1 |\n';
    assert.deepEqual(nearMisses(read(matrix)), []);
  });

  it('can be switched off', () => {
    assert.deepEqual(ids(read(`${TABLE}| FR-1 | a |\n`, { notations: ['auto', '-tables'] })), []);
    assert.deepEqual(ids(read(`${TABLE}| FR-1 | a |\n`, { notations: ['tables'] })), ['FR-1:']);
  });

  it('are explained', () => {
    const { notes } = explained(`${TABLE}| FR-1 | a |\n`);
    const note = notes.find(({ line }) => line === 2);
    assert.match(note ? inEnglish(note.why) : '', /^Row of a table that begins with the ID FR-1/u);
  });
});

// @verifies RT-1.4/AC16~e21f28
describe('Files of requirements', () => {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const of = (text: string, path = 'docs/requirements.csv'): string[] => {
    const { requirements, problems } = extractor.extract(path, text);
    return [...requirements.map(({ localId, title }) => `${localId} ${title}`), ...problems.map(({ message }) => inEnglish(message))];
  };
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['a record each', 'id,title,text\nREQ-1,Stop,It stops\nREQ-2,Go,It goes\n', ['REQ-1 Stop', 'REQ-2 Go']],
    ['semicolons and a byte order mark', '\uFEFFID;Anforderung\nLF-1;Wasser kocht\n', ['LF-1 Wasser kocht']],
    ['tabs', 'ID\tRequirement\nFR-1\tBoil\n', ['FR-1 Boil']],
    ['fields over several lines', 'id,text\nREQ-1,"It\nstops"\nREQ-2,It goes\n', ['REQ-1 It stops', 'REQ-2 It goes']],
    [
      'an id twice',
      'id,requirement\nREQ-1,It stops\nREQ-2,It goes\nREQ-2,It sings\n',
      ['REQ-1 It stops', 'REQ-2 It goes', 'REQ-2 is defined twice in this document. Renumber the second definition'],
    ],
    ['prices', 'id,name,price\n1,Kettle,5\n', []],
    ['packages', 'vendor,product,version\nhaxx,curl,7.59.0\n', []],
    ['nothing', '', []],
  ];
  for (const [what, text, expected] of cases) it(`hold ${what}`, () => assert.deepEqual(of(text), expected));

  it('that are not surely such are skipped', () => {
    assert.match(of('id,requirement,result\nREQ-1,Boil,pass\n').join(), /look like requirements/u);
    assert.match(of('id,requirement\nREQ1,Boil\n').join(), /pattern 'REQ\[0-9\]\+'/u);
    assert.deepEqual(of('id,text\nREQ-1,It stops\nREQ-2,It goes\nREQ-2,It sings\n'), [
      'These records look like requirements, but do not say surely that they define them: a column of IDs, each once, and one called "Requirement" or "Description" do',
    ]);
  });

  it('have ids at their places', () => {
    const [requirement] = extractor.extract('req.csv', 'text,id\n"It\nstops", REQ-1\n').requirements;
    assert.deepEqual(requirement?.idRange, { start: { line: 2, character: 8 }, end: { line: 2, character: 13 } });
    assert.equal(requirement?.notation, 'tables');
  });

  it('are told by their names', () => {
    const read = [
      'req.csv',
      'docs/Requirements.tsv',
      'kettle-reqs.csv',
      'docs/stories_v2.csv',
      'docs/需求列表.csv',
      'requirements/kettle.csv',
    ];
    const left = ['data.csv', 'requests.csv', 'test/requirements.csv', 'a/fixtures/req.csv'];
    assert.deepEqual(
      read.filter((path) => extractor.roleOf(path) !== 'document'),
      [],
    );
    assert.deepEqual(
      left.filter((path) => extractor.roleOf(path) === 'document'),
      [],
    );
  });
});
