import assert from 'node:assert/strict';
import { ids, nearMisses, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

const UNDER = ['', '**Acceptance Criteria**:', '- one', ''];

// @verifies RT-1.1/AC1~55d9d8
describe('Headings that are requirements', () => {
  const cases: [heading: string, id: string, title: string][] = [
    ['### Integration Point 1.1.1: Stock Check', 'IP-1.1.1', 'Stock Check'],
    ['# integration point 2: lower case', 'IP-2', 'lower case'],
    ['## User Story 4 - Pay by card', 'US-4', 'Pay by card'],
    ['## Use Case 7 – With a long dash', 'UC-7', 'With a long dash'],
    ['## Requirement 12 Without a separator', 'REQ-12', 'Without a separator'],
    ['## Requirement 3', 'REQ-3', 'REQ-3'],
    ['## Feature #9: Numbered with a sign', 'FEAT-9', 'Numbered with a sign'],
    ['## Decision 0004. Use a queue', 'ADR-0004', 'Use a queue'],
    ['## REQ-12: Explicit first', 'REQ-12', 'Explicit first'],
    ['## [REQ-12] In brackets', 'REQ-12', 'In brackets'],
    ['## `REQ-12` As code', 'REQ-12', 'As code'],
    ['## CIP-0013: A prefix nobody configured', 'CIP-0013', 'A prefix nobody configured'],
    ['## REQ-12 Known prefix without a colon', 'REQ-12', 'Known prefix without a colon'],
    ['## SWREQ-FE-UI-001: Segments', 'SWREQ-FE-UI-001', 'Segments'],
    ['## Explicit last {#REQ-12}', 'REQ-12', 'Explicit last'],
    ['## 3.2 REQ-12: Behind an outline number', 'REQ-12', 'Behind an outline number'],
    ['## **Story 2.1: In bold**', 'STORY-2.1', 'In bold'],
    ['## ✅ Story 2.1: Behind a mark', 'STORY-2.1', 'Behind a mark'],
    ['## [SYNC] Story 2.1: Behind a tag', 'STORY-2.1', 'Behind a tag'],
    ['### US-001: Before a fact (Priority: P1)', 'US-001', 'Before a fact'],
    ['### FR-2 (P1): Fact behind the id', 'FR-2', 'Fact behind the id'],
    ['### Requirement: Only a name', 'requirement-only-a-name', 'Only a name'],
    ['REQ-5: Underlined\n---', 'REQ-5', 'Underlined'],
    ['### User Story US-002: Label and id', 'US-002', 'Label and id'],
    ['### User Story US-002 Label, id and no colon', 'US-002', 'Label, id and no colon'],
    ['### Use Case [UC-01] In brackets', 'UC-01', 'In brackets'],
    ['### ✅ 3.2 Story S-4 - Behind a mark and a number', 'S-4', 'Behind a mark and a number'],
    ['### Requirement ID: REQ-36', 'REQ-36', 'REQ-36'],
    ['### Req ID: REQ-34 - With a title', 'REQ-34', 'With a title'],
    ['### Requirement #REQ-7: With a sign', 'REQ-7', 'With a sign'],
    ['### Functional Requirement FR-38: Of a kind', 'FR-38', 'Of a kind'],
    ['### Non-functional Requirement **NFR-3**: In bold', 'NFR-3', 'In bold'],
    ['## REQ-6: Closed by signs ##', 'REQ-6', 'Closed by signs'],
  ];
  for (const [heading, id, title] of cases) {
    it(`${heading} is ${id}`, () => {
      const { localId, title: found } = only(read(heading));
      assert.deepEqual([localId, found], [id, title]);
    });
  }

  const none = [
    '## 8.1 Step 5: A bare number',
    '## UTF-8: How we encode',
    '## ISO-8601 dates',
    '## Requirements',
    '## Feature toggles',
    '## Feature 2a: a letter in the number',
    '## Notes on REQ-12',
    '## Notes on requirement REQ-12: a title',
    '## Requirements REQ-12: a title',
    '## Requirement ISO-9001: a standard',
    '## Feature: REQ 12',
    '## CVE-2026-1234: Not an id',
    '    ## REQ-1: Indented code',
    '> ## REQ-1: In a quotation',
    '<!-- ## REQ-1: In a comment -->',
  ];
  for (const heading of none) {
    it(`${heading} is none`, () => assert.deepEqual(ids(read(heading)), []));
  }

  it('takes labels from the configuration, in any letter case and with any white space', () => {
    const labels = { 'Change Request': 'CR' };
    assert.deepEqual(ids(read('## CHANGE  request 7: x', { labels })), ['CR-7:']);
    assert.deepEqual(ids(read('## Story 7: x', { labels })), []);
  });

  // @verifies RT-1.5/AC6~53c4af
  it('takes ids of other shapes from the configuration', () => {
    const options = { ids: ['HLR_[0-9]+', '(?:FR|NFR):[a-z][a-z.]*'] };
    assert.deepEqual(ids(read('## HLR_12 Engine', options)), ['HLR_12:']);
    assert.deepEqual(ids(read('### FR:auth.login (P2): Sign in', options)), ['FR:auth.login:']);
  });

  it('accepts a bare id without a colon once its prefix heads another requirement', () => {
    assert.deepEqual(ids(read('## FR-1: One\n\n## FR-2 Two')), ['FR-1:', 'FR-2:']);
    const alone = read('## FR-2 Two');
    assert.deepEqual(ids(alone), []);
    assert.equal(nearMisses(alone).length, 1);
  });

  it('knows where id, name and section are', () => {
    const text = ['# Guide', '', '## **REQ-1: First** ##', 'Prose.', '', '### Detail', 'More.', '', '## Other', 'End.'];
    const { idRange, nameRange, range } = only(read(text));
    assert.equal(idRange && textAt(text, idRange), 'REQ-1');
    assert.equal(textAt(text, nameRange), 'REQ-1: First');
    assert.equal(textAt(text, range), '## **REQ-1: First** ##|Prose.||### Detail|More.');
  });

  it('ends a section at the next requirement, even a deeper one', () => {
    const { requirements } = read('# REQ-1: Outer\nA.\n\n## REQ-2: Inner\nB.\n\n## Notes\nC.\n');
    assert.deepEqual(
      requirements.map(({ range }) => [range.start.line, range.end.line]),
      [
        [0, 1],
        [3, 4],
      ],
    );
  });

  it('keeps marks as attributes', () => {
    const { attributes } = only(read('## ✅ [SYNC] US-1: Pay (Priority: P1) [beta]'));
    assert.deepEqual(
      attributes.map(({ name, value }) => `${name}=${value}`),
      ['Tag=✅', 'Tag=SYNC', 'Priority=P1', 'Tag=beta'],
    );
  });

  for (const heading of ['## ~~REQ-1: Old~~', '## REQ-1: Later [deferred]', '## [removed] REQ-1: Gone', '## ~~REQ-1~~: Old']) {
    it(`${heading} is exempt`, () => assert.equal(only(read(heading)).exempt, true));
  }
  it('is not exempt because one word of the title is struck out', () => {
    assert.equal(only(read('## REQ-1: Fast ~~and cheap~~')).exempt, false);
  });

  it('takes the id from a line, an item or the front matter', () => {
    assert.deepEqual(ids(read('## Stock\n\n**ID**: SWREQ-1\n')), ['SWREQ-1:']);
    const item = read('## Stock\n\n- **ID**: SWREQ-1\n- **Priority**: high\n\n**Acceptance Criteria**:\n- a\n');
    assert.deepEqual(ids(item), ['SWREQ-1: AC1']);
    assert.deepEqual(
      only(item).attributes.map(({ name }) => name),
      ['ID', 'Priority'],
    );
    const text = '---\nid: REQ-7\ntitle: x\n---\n\n# Stock\n';
    const front = only(read(text));
    assert.equal(front.localId, 'REQ-7');
    assert.equal(front.idRange && textAt(text, front.idRange), 'REQ-7');
    assert.deepEqual(ids(read("---\nid: '0006'\n---\n\n# Stock\n")), []);
    assert.deepEqual(ids(read('---\nid: REQ-7\n---\n\n# REQ-8: Stock\n')), ['REQ-8:']);
  });

  it('reports the second of two equal ids and leaves it out', () => {
    const facts = read(['## REQ-1: One', ...UNDER, '## REQ-1: Two', ...UNDER]);
    assert.deepEqual(ids(facts), ['REQ-1: AC1']);
    const [problem] = facts.problems;
    assert.equal(problem?.code, 'duplicate-id');
    assert.equal(problem?.range.start.line, 5);
    assert.equal(problem?.related?.[0]?.range.start.line, 0);
  });
});

describe('Sections that are requirements by their criteria', () => {
  it('are named by the anchor that GitHub gives them', () => {
    const facts = read(['# Über uns & Co.', '', '## Same', '', '## Same', ...UNDER]);
    assert.deepEqual(ids(facts), ['same-1: AC1']);
    assert.equal(only(facts).implicit, true);
  });

  it('count headings in quotations and lists for the anchor', () => {
    assert.deepEqual(ids(read(['> ## Same', '', '- ## Same', '', '## Same', ...UNDER])), ['same-2: AC1']);
  });

  it('are the parent of a criteria heading', () => {
    assert.deepEqual(ids(read('# Story\n\n## Acceptance Criteria\n\n- a\n\n## Definition of Done\n\n- b\n')), ['story: AC1 AC2']);
    assert.deepEqual(ids(read('# Story\n\n## Sign-Off\n\n### Definition of Done\n\n- a\n')), ['story: AC1']);
    assert.deepEqual(ids(read('## Acceptance Criteria\n\n- a\n')), ['acceptance-criteria: AC1']);
  });

  it('are not the title of a document because it ends in a label', () => {
    assert.deepEqual(ids(read('# Story: Input Validation\n\n## Tasks\n\n- [ ] a\n\n## Acceptance Criteria\n\n- b\n')), [
      'story-input-validation: AC1',
    ]);
  });

  it('can be switched off, or on for unlabelled tasks', () => {
    assert.deepEqual(ids(read(['## A', ...UNDER], { implicit: 'off' })), []);
    assert.deepEqual(ids(read('### Requirement: x', { implicit: 'off' })), []);
    assert.deepEqual(ids(read('## A\n\n- [ ] a\n')), []);
    assert.deepEqual(ids(read('## A\n\n- [ ] a\n', { implicit: 'tasks' })), ['a: AC1']);
  });

  it('leave criteria above the first heading alone', () => {
    assert.deepEqual(ids(read('**Acceptance Criteria**:\n- a\n')), []);
  });
});

describe('List items that are requirements', () => {
  // @verifies RT-1.1/AC2~1c3b5b
  it('have a bold id and no label above', () => {
    const facts = read(
      '## Functional Requirements\n\n- **FR-001**: System MUST save (P2).\n- **FR-002** (P1): System MUST load\n  and show.\n',
    );
    assert.deepEqual(
      facts.requirements.map(({ localId, title, level }) => [localId, title, level]),
      [
        ['FR-001', 'System MUST save (P2).', 7],
        ['FR-002', 'System MUST load and show.', 7],
      ],
    );
  });

  it('hold their criteria in a nested list under a label', () => {
    const forms = [
      '* **Integration Point 2.1: Stock**\n  * **Acceptance Criteria**:\n    * a\n    * b\n',
      '* **Integration Point 2.1: Stock**\n\n  **Flow**: A → B\n\n  **Acceptance Criteria**:\n  - a\n  - b\n',
      '* **Integration Point 2.1: Stock**\n  **Flow**: A → B\n  **Acceptance Criteria**:\n  - a\n  - b\n',
      '* **Integration Point 2.1: Stock**\n  - Acceptance Criteria:\n    1. a\n    2. b\n',
    ];
    for (const form of forms) assert.deepEqual(ids(read(form)), ['IP-2.1: AC1 AC2'], form);
    assert.deepEqual(
      only(read(forms[2] ?? '')).attributes.map(({ name }) => name),
      ['Flow'],
    );
  });

  it('have the bold words as their title where those go on behind the id', () => {
    const { title, text } = only(read('- **Requirement 1: Log in**\n  As a user I log in.\n'));
    assert.deepEqual([title, text], ['Log in', 'As a user I log in.']);
    assert.equal(only(read('- **FR-1: Log in**: by mail\n')).text, 'by mail');
  });

  it('have their title behind an arrow, unless that leads to something else', () => {
    const titles: readonly (readonly [string, string | undefined])[] = [
      ['- **NIP-02 → Follow list**', 'Follow list'],
      ['**NIP-02 → Follow list**', 'Follow list'],
      ['- **NIP-02 -> Follow list**: who follows', 'Follow list'],
      ['- **NIP-02 => Follow list**', 'Follow list'],
      ['- **NIP-02 ➜ Follow list**', 'Follow list'],
      ['- **NIP-02 – Follow list**', 'Follow list'],
      ['- **NIP-02** → the list of those who follow', undefined],
      ['- **NIP-02** ⟶ the list', undefined],
      ['- **NIP-02 → NIP-03**', undefined],
      ['- **NIP-02 → NIP-03, NIP-04**', undefined],
      ['- **NIP-02 ← NIP-03**', undefined],
      ['- **NIP-02 ↔ NIP-03**', undefined],
      ['- **NIP-02 ← from the other list**', undefined],
      ['- **NIP-02 → ✅ done**', undefined],
      ['- **NIP-02 → `src/follow.ts`**', undefined],
      ['- **NIP-02 → docs/follow.md**', undefined],
      ['- **NIP-02 → [the list](follow.md)**', undefined],
    ];
    for (const [text, title] of titles) assert.equal(read(`${text}\n`).requirements[0]?.title, title, text);
  });

  it('may have a label and an id', () => {
    const facts = read('- **User Story US-50: Pay**\n- **Requirement REQ-1**: Log in\n');
    assert.deepEqual(
      facts.requirements.map(({ localId, title }) => `${localId} ${title}`),
      ['US-50 Pay', 'REQ-1 Log in'],
    );
    assert.deepEqual(ids(read('- **Story**: US-3\n- **Requirement ID**: REQ-9\n')), []);
  });

  it('take nested bold names as attributes and nested tasks as criteria', () => {
    const requirement = only(read('- **FR-1**: Save\n  - **Priority**: P1\n  - [ ] a\n  - why so\n'));
    assert.deepEqual(
      requirement.attributes.map(({ name, value }) => [name, value]),
      [['Priority', 'P1']],
    );
    assert.deepEqual(
      requirement.criteria.map(({ text }) => text),
      ['a'],
    );
    assert.equal(requirement.text, 'why so');
  });

  it('are only mentions of what a heading defines, before or behind it', () => {
    assert.deepEqual(ids(read('- **US-1**: summary\n\n## US-1: Pay\n\n## History\n\n- **US-1**: changed\n')), ['US-1:']);
    assert.deepEqual(read('- **US-1**: summary\n\n## US-1: Pay\n').problems, []);
  });

  it('are no requirements when the id is a link to one', () => {
    assert.deepEqual(ids(read('- **[US-1](stories.md#us-1)**: Pay\n')), []);
  });
});
