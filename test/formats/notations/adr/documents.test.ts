import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(path: string, text: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

/** The line of the decision itself, without the names with zeros. */
function decision(path: string, text: string): string | undefined {
  return read(path, text)
    .find((line) => line.includes(' requirement '))
    ?.replace(/ \(also [^)]*\)/u, '');
}

const NAMES: readonly (readonly [path: string, defined: string | undefined])[] = [
  ['docs/adr/0003-boil.md', '1 requirement docs/adr#ADR-3 Heat'],
  ['doc/adr/3-boil.md', '1 requirement doc/adr#ADR-3 Heat'],
  ['docs/adrs/003_boil.md', '1 requirement docs/adrs#ADR-3 Heat'],
  ['adr/0003.md', '1 requirement adr#ADR-3 Heat'],
  ['decisions/0000-use-records.md', '1 requirement decisions#ADR-0 Heat'],
  ['doc/architecture/decisions/0012-boil.md', '1 requirement doc/architecture/decisions#ADR-12 Heat'],
  ['docs/architecture-decisions/adr001-boil.md', '1 requirement docs/architecture-decisions#ADR-1 Heat'],
  ['docs/architecture/decision-records/adr-001-boil.md', '1 requirement docs/architecture/decision-records#ADR-1 Heat'],
  ['docs/ADR/ADR-0010-boil.md', '1 requirement docs/ADR#ADR-10 Heat'],
  ['docs/decisions/backend/0001-boil.md', '1 requirement docs/decisions/backend#ADR-1 Heat'],
  ['packages/tea/docs/adr/0001-boil.md', '1 requirement packages/tea/docs/adr#ADR-1 Heat'],
  ['docs/adr/20260131-boil.md', '1 requirement docs/adr#20260131-boil Heat'],
  ['docs/adr/2026-01-31-boil.md', '1 requirement docs/adr#2026-01-31-boil Heat'],
  ['docs/adr/2026-boil.md', '1 requirement docs/adr#ADR-2026 Heat'],
  ['docs/adr/template.md', undefined],
  ['docs/adr/0000-template.md', undefined],
  ['docs/adr/adr-template-minimal.md', undefined],
  ['docs/adr/README.md', undefined],
  ['docs/adr/boil.md', undefined],
  ['docs/0003-boil.md', undefined],
  ['docs/adr/boil/more/0003-boil.md', undefined],
  ['templates/adr/0003-boil.adoc', undefined],
  ['.claude/adr/0003-boil.md', undefined],
  ['openspec/changes/tea/decisions/0003-boil.md', undefined],
  ['specs/001-tea/decisions/0003-boil.md', undefined],
];

// @verifies RT-1.4/AC3~dd6082
describe('The files of a decision log', () => {
  for (const [path, defined] of NAMES)
    it(`take their ids from their names: ${path}`, () => {
      assert.equal(decision(path, '# Heat\n'), defined);
    });

  it('are found with any zeros before the number', () => {
    assert.deepEqual(read('docs/adr/0003-boil.md', '# Heat'), [
      '1 requirement docs/adr#ADR-3 Heat (also ADR-03, ADR-003, ADR-0003, ADR-00003)',
    ]);
    assert.deepEqual(read('docs/adr/00123-boil.md', '# Heat'), ['1 requirement docs/adr#ADR-123 Heat (also ADR-0123, ADR-00123)']);
  });
});

const TITLES: readonly (readonly [heading: string, title: string])[] = [
  ['# 3. Boil water', 'Boil water'],
  ['# ADR-0003: Boil water', 'Boil water'],
  ['# ADR 003 - Boil water', 'Boil water'],
  ['# ADR003: Boil water', 'Boil water'],
  ['# [ADR-3] Boil water', 'Boil water'],
  ['# Decision 3: Boil water', 'Boil water'],
  ['# ADR: Boil water', 'Boil water'],
  ['# Architecture Decision Record 3: Boil water', 'Boil water'],
  ['# 3 ways to boil water', '3 ways to boil water'],
  ['# 4. Boil water', '4. Boil water'],
  ['# ADR-0003', 'ADR-0003'],
  ['Boil water\n==========', 'Boil water'],
  ['no heading', 'Boil'],
];

describe('The title of a decision', () => {
  for (const [heading, title] of TITLES)
    it(`is its heading without the number: ${heading}`, () => {
      assert.equal(decision('docs/adr/0003-boil.md', heading), `1 requirement docs/adr#ADR-3 ${title}`);
    });
});

const STATUSES: readonly (readonly [what: string, text: string, status: string | undefined, isClosed: boolean])[] = [
  ['front matter', '---\nstatus: accepted\n---\n# A', 'accepted', false],
  ['front matter in quotes', '---\nstatus: "superseded by ADR-0005"\n---\n# A', 'superseded by ADR-0005', true],
  ['front matter before all else', '---\nstatus: accepted\n---\n# A\n## Status\nrejected', 'accepted', false],
  ['a section', '# A\n## Status\n\nAccepted\n', 'Accepted', false],
  ['a section with a mark', '# A\n## Status\n\n**Deprecated**\n', 'Deprecated', true],
  ['a section with a sign', '# A\n## Status\n\n❌ Rejected\n', '❌ Rejected', true],
  ['a section of a later decision', '# A\n## Status\n\nAccepted\n\nSupercedes [2. B](0002-b.md)\n', 'Accepted', false],
  ['a section of an earlier one', '# A\n## Status\n\nSuperceded by [4. B](0004-b.md)\n', 'Superceded by 4. B', true],
  ['both', '# A\n## Status\n\nAccepted\n\nSuperseded by [4. B](0004-b.md)\n', 'Accepted', true],
  ['in part', '# A\n## Status\n\nPartially superseded by ADR-4\n', 'Partially superseded by ADR-4', false],
  ['a sentence', '# A\n## Status\n\nAccepted, superseded by ADR-4\n', 'Accepted, superseded by ADR-4', true],
  ['an item', '# A\n* Status: rejected\n', 'rejected', true],
  ['a bold name', '# A\n**Status:** Accepted  \n**Date:** today\n', 'Accepted', false],
  ['a row', '# A\n| Status | Superseded |\n| --- | --- |\n| Date | today |\n', 'Superseded', true],
  ['a row further below', '# A\n| | |\n| --- | --- |\n| **Status** | Accepted |\n', 'Accepted', false],
  ['a column', '# A\n| ADR | Status | Date |\n| --- | --- | --- |\n| 3 | Rejected | today |\n', 'Rejected', true],
  ['German', '# A\n## Status\n\nAbgelehnt\n', 'Abgelehnt', true],
  ['Chinese', '# A\n\n状态：已废弃\n', '已废弃', true],
  ['a choice that nobody made', '# A\n* Status: {proposed | rejected}\n', undefined, false],
  ['code', '# A\n```\nStatus: rejected\n```\n', undefined, false],
  ['none', '# A\nThe status of boiling is open.\n', undefined, false],
];

describe('The status of a decision', () => {
  for (const [what, text, status, isClosed] of STATUSES)
    it(`is read: ${what}`, () => {
      const lines = read('docs/adr/0003-boil.md', text);
      assert.equal(lines.find((line) => line.includes('attribute'))?.replace(/^\d+ attribute Status: /u, ''), status);
      assert.equal(decision('docs/adr/0003-boil.md', text)?.endsWith('(exempt)'), isClosed);
    });
});

const PROSE: readonly (readonly [what: string, text: string, facts: readonly string[]])[] = [
  ['its own number is no mention', '# ADR-0003: A\n\nADR-3 holds, ADR-0004 does not.', ['3 mentions ADR-0004']],
  ['links', '# A\n\nSee [B](0004-b.md), [C](https://example.test/ADR-0005).', ['3 links to 0004-b.md']],
  ['tasks are no criteria', '# A\n\n## Validation\n\n- [ ] REQ-1 is fast\n', ['5 mentions REQ-1']],
  ['points are no requirements', '# A\n\n- **POS-001**: Fast\n', ['3 mentions POS-001']],
  ['options are no near-misses', '# A\n\n### OPTION-1: Fast\n', ['3 mentions OPTION-1']],
  ['ignored lines', '# A\n\n<!-- reqtrace-ignore-next-line -->\nREQ-1\n', []],
];

describe('What a decision says beside', () => {
  for (const [what, text, facts] of PROSE)
    it(`is no item: ${what}`, () => {
      assert.deepEqual(
        read('docs/adr/0003-boil.md', text).filter((line) => !line.includes('requirement')),
        facts,
      );
    });

  it('is a near-miss where it is headed like a requirement', () => {
    const text = '# A\n\n## SW-REQ-1: Fast\n\n**Acceptance Criteria**:\n\n- x\n';
    assert.deepEqual(
      read('docs/adr/0003-boil.md', text).map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['1 requirement', '3 mentions', '3 near-miss'],
    );
  });
});
