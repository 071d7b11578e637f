import assert from 'node:assert/strict';
import { offersAt } from '../../../src/editor/actions/offers.ts';
import { perform } from '../../../src/editor/actions/perform.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { quickFixes } from '../../../src/editor/actions/quickFixes.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { criteriaLabels } from '../../../src/query/fit/labels.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

const NEAR_MISSES: readonly (readonly [document: string, pattern: string | undefined])[] = [
  ['- **NFR|-PERF**: a\n- **NFR-FAST-START**: b\n', 'NFR-[A-Z]+(?:-[A-Z]+)*'],
  ['## HLR|_12: Boil\n', 'HLR_[0-9]+'],
  ['- **US-0|16-001**: a\n', 'US-[0-9]+-[0-9]+'],
  // Its cure is another text, and no pattern.
  ['## REQ-1: Boil\n\n**Our Acceptance| Criteria**\n\n- a\n', undefined],
  ['## REQ|-1: Boil\n', undefined],
];

const TEXTS: readonly (readonly [before: string | undefined, after: string | undefined])[] = [
  [undefined, "ids:\n  - 'HLR_[0-9]+'\n"],
  ['version: 1\n', "version: 1\nids:\n  - 'HLR_[0-9]+'\n"],
  ['ids: ["A_[0-9]"]\n', 'ids: ["A_[0-9]", \'HLR_[0-9]+\']\n'],
  ["version: 1\n# ids: ['HLR_[0-9]+']\n\n# more\n", "version: 1\nids:\n  - 'HLR_[0-9]+'\n# ids: ['HLR_[0-9]+']\n\n# more\n"],
  ["ids:\r\n  - 'A_[0-9]'\r\n", "ids:\r\n  - 'A_[0-9]'\r\n  - 'HLR_[0-9]+'\r\n"],
  ['ids: [\n  a]\n', undefined],
  ['version: 9\n', undefined],
];

describe('Having ids of another shape read', () => {
  for (const [document, pattern] of NEAR_MISSES) {
    it(`is ${pattern === undefined ? 'not ' : ''}offered at ${JSON.stringify(document)}`, () => {
      const { view, reading, path, position } = workspace({ 'docs/a.md': document });
      const patterns = offersAt(view, reading.ids, path, position).flatMap(({ request }) =>
        request.kind === 'add-pattern' ? request.pattern : [],
      );
      assert.deepEqual(patterns, pattern === undefined ? [] : [pattern]);
    });
  }

  for (const [before, after] of TEXTS) {
    it(`${after === undefined ? 'leaves' : 'adds to'} ${JSON.stringify(before)}`, async () => {
      const { view, reading } = workspace({ 'docs/a.md': '# A|\n' });
      const made = await perform(view, reading, { kind: 'add-pattern', pattern: 'HLR_[0-9]+' }, () => Promise.resolve(before));
      assert.equal('refusal' in made ? undefined : applyEdits(before ?? '', made.edits), after);
    });
  }
});

/** A list in a requirement under words with the cursor. */
const listUnder = (words: string): string => `## REQ-1: Boil\n\n${words}\n\n- a\n- b\n`;

describe('Having lists under other words read as criteria', () => {
  const labels: readonly (readonly [document: string, label: string | undefined])[] = [
    [listUnder('**Our cri|teria**:'), 'Our criteria'],
    [listUnder('**Acceptance crit|eria, as agreed**:'), 'Acceptance criteria, as agreed'],
    [listUnder('**2. Conditions criter|ia (QA)**:'), 'Conditions criteria'],
    ['## 📊 Success Met|rics\n\n- [ ] **Speed**: no slower\n', 'Success Metrics'],
    [listUnder('**Acceptance criteria define the bound|aries of a user story**:'), undefined],
    ['## REQ-1: Boil\n\n**House criter|ia**:\n\n- a\n\n## REQ-2: Cool\n\n**Shop criteria**:\n\n- b\n', 'House criteria'],
    ['## Success Met|rics\n\n- [ ] **Speed**: no slower\n', 'Success Metrics'],
    [listUnder('**Acceptance Cri|teria**:'), undefined],
    [listUnder('**Our Definition of Do|ne**'), undefined],
    [listUnder('**Ingredi|ents**:'), undefined],
  ];
  for (const [document, label] of labels) {
    it(`${label === undefined ? 'is not offered' : `adds "${label}"`} at ${JSON.stringify(document)}, after which they are`, async () => {
      const { view, reading, path, position } = workspace({ 'docs/a.md': document });
      const offers = offersAt(view, reading.ids, path, position).filter(({ request }) => request.kind === 'add-label');
      assert.deepEqual(
        offers.map(({ request }) => request.kind === 'add-label' && request.label),
        label === undefined ? [] : [label],
      );
      if (!offers[0]) return;
      const made = await perform(view, reading, offers[0].request, () => Promise.resolve(undefined));
      assert.ok(!('refusal' in made));
      const { configuration } = readConfiguration('reqtrace.yaml', applyEdits('', made.edits));
      const after = workspace({ 'docs/a.md': document }, configuration).view;
      const criteria = [...after.requirements()].reduce((sum, one) => sum + one.criteria.length, 0);
      assert.ok(criteria > 0, 'the list holds criteria now');
    });
  }

  const texts: readonly (readonly [before: string | undefined, after: string | undefined])[] = [
    [undefined, 'criteria:\n  moreLabels:\n    - "Done When"\n'],
    ['version: 1\n', 'version: 1\ncriteria:\n  moreLabels:\n    - "Done When"\n'],
    ['criteria:\n', 'criteria:\n  moreLabels:\n    - "Done When"\n'],
    ['criteria: null # none\n', 'criteria:\n  moreLabels:\n    - "Done When"\n'],
    ['criteria: {}\n', 'criteria: { moreLabels: ["Done When"]}\n'],
    ['criteria: { labels: [A] } # ours\n', 'criteria: { moreLabels: ["Done When"], labels: [A] } # ours\n'],
    ['criteria: { moreLabels: [ A ] }\n', 'criteria: { moreLabels: [ A, "Done When" ] }\n'],
    ['criteria: { labels: [B], moreLabels: [] }\n', 'criteria: { labels: [B], moreLabels: ["Done When"] }\n'],
    ['criteria:\n    labels: [A]\nids: []\n', 'criteria:\n    labels: [A]\n    moreLabels:\n      - "Done When"\nids: []\n'],
    [
      'criteria:\n  moreLabels:\n    - A\n    # why\n  taskLabels: [T]\n',
      'criteria:\n  moreLabels:\n    - A\n    - "Done When"\n    # why\n  taskLabels: [T]\n',
    ],
    ['criteria:\n  moreLabels:\n  - A\n', 'criteria:\n  moreLabels:\n  - A\n  - "Done When"\n'],
    ['criteria:\n  moreLabels: [A]\n', 'criteria:\n  moreLabels: [A, "Done When"]\n'],
    ['criteria:\n  moreLabels:\nids: []\n', 'criteria:\n  moreLabels:\n    - "Done When"\nids: []\n'],
    ['criteria:\r\n  labels: [A]\r\n', 'criteria:\r\n  labels: [A]\r\n  moreLabels:\r\n    - "Done When"\r\n'],
    ['criteria: {\n  labels: [A] }\n', 'criteria: { moreLabels: ["Done When"],\n  labels: [A] }\n'],
    ['criteria: { moreLabels: *a }\n', undefined],
    ['version: 9\n', undefined],
  ];
  for (const [before, after] of texts) {
    it(`${after === undefined ? 'leaves' : 'adds to'} ${JSON.stringify(before)}`, async () => {
      const { view, reading } = workspace({ 'docs/a.md': '# A|\n' });
      const made = await perform(view, reading, { kind: 'add-label', label: 'Done When' }, () => Promise.resolve(before));
      assert.equal('refusal' in made ? undefined : applyEdits(before ?? '', made.edits), after);
    });
  }

  it('is a row to each label in Fit, which a person has to choose', () => {
    const { view } = workspace({
      'docs/a.md': listUnder('**Our criteria**:'),
      'docs/b.md': listUnder('**our criteria**:'),
      'docs/c.md': listUnder('**Shop criteria**:'),
    });
    assert.deepEqual(
      criteriaLabels(view).map(({ title, reason, picked }) => [inEnglish(title), inEnglish(reason).split('.')[0], picked]),
      [
        ['criteria.moreLabels: Our criteria', 'Documents with a list under these words: 2', false],
        ['criteria.moreLabels: Shop criteria', 'Documents with a list under these words: 1', false],
      ],
    );
  });
});

describe('A label without its colon', () => {
  const cases: readonly (readonly [document: string, after: readonly string[]])[] = [
    [listUnder('**Our Definition of Do|ne**'), [listUnder('**Our Definition of Done:**')]],
    [listUnder('__Our Acceptance Cri|teria__'), [listUnder('__Our Acceptance Criteria:__')]],
    [
      listUnder('**Our Exit Cri|teria**') + listUnder('**Your Exit Criteria**').replace('REQ-1', 'REQ-2'),
      [
        listUnder('**Our Exit Criteria:**') + listUnder('**Your Exit Criteria**').replace('REQ-1', 'REQ-2'),
        listUnder('**Our Exit Criteria:**') + listUnder('**Your Exit Criteria:**').replace('REQ-1', 'REQ-2'),
      ],
    ],
    [listUnder('**Acceptance Cri|teria**:'), []],
  ];
  for (const [document, after] of cases) {
    it(`gets it at ${JSON.stringify(document)}, after which its list holds criteria`, () => {
      const { view, path, position } = workspace({ 'docs/a.md': document });
      const actions = quickFixes(view, path, { start: position, end: position }, { diagnostics: [] }, { uriOf }) ?? [];
      const texts = actions.map(({ edit }) =>
        applyEdits(
          document.replace('|', ''),
          (edit?.changes?.[uriOf(path)] ?? []).map((one) => ({ ...one, path })),
        ),
      );
      assert.deepEqual(texts, after);
      for (const text of texts) assert.ok([...workspace({ 'docs/a.md': text }).view.requirements()][0]?.criteria.length === 2);
    });
  }
});
