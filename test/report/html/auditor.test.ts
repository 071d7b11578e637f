import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/model/evidence.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { buildMatrix } from '../../../src/report/html/model.ts';
import { matrixPage } from '../../../src/report/html/page.ts';
import { comparisonOf, indexOfTexts } from '../../support/diffStates.ts';

/* What an auditor asks, answered by the text of the page alone: on paper, in a mail, in an archive, where no script runs. */

const RELEASED = {
  'docs/orders.md': `## REQ-1: Orders

**Acceptance Criteria**:

- Orders are kept
- Orders can be found
- Orders are exported
- Orders are counted
- Orders are signed

## REQ-2: Background

**Needs**: none

Why there are orders.
`,
  'reqtrace.yaml': 'waivers:\n  - { ref: REQ-1/AC3, reason: the partner is late, owner: Ann, until: 2027-03-31 }\n',
  'src/orders.ts': `// @implements REQ-1/AC1
export function keep(): void {}
// @implements REQ-1/AC4
export function count(): void {}
// @implements REQ-1/AC5~000000
export function sign(): void {}
`,
  'test/orders.test.ts': `// @verifies REQ-1/AC1
it('keeps orders', () => {});
// @verifies REQ-1/AC2
it('finds orders', () => {});
// @verifies REQ-1/AC4
it('counts orders', () => {});
// @verifies REQ-1/AC5
it('signs orders', () => {});
`,
};
const NOW = { ...RELEASED, 'src/orders.ts': `${RELEASED['src/orders.ts']}// @implements REQ-1/AC2\nexport function find(): void {}\n` };

function page(): string {
  const index = indexOfTexts(NOW);
  const results = Object.entries({ 'keeps orders': 'passed', 'counts orders': 'failed' } satisfies Record<string, Outcome>).map(
    ([title, outcome]) => ({ outcome, file: 'test/orders.test.ts', groups: [], title }),
  );
  const file = { path: 'out/junit.xml', time: Date.UTC(2026, 10, 20, 10), results, coverage: [], problems: [], format: 'JUnit XML' };
  index.setEvidence({ files: [file], modified: new Map() });
  const run = {
    name: 'shop',
    version: '0.1.0',
    commit: '3f2a9c1'.repeat(6).slice(0, 40),
    committed: '2026-11-19',
    branch: 'main',
    modified: false,
    authorOf: (path: string) => ({ author: path.startsWith('src/') ? 'Bob' : 'Eve', date: '2026-11-18', commit: 'c'.repeat(40) }),
  };
  const changes = {
    base: { name: 'v1.0', commit: 'b'.repeat(40) },
    head: { name: 'main', commit: run.commit },
    difference: compare(comparisonOf(RELEASED, NOW)),
    notes: [],
  };
  return matrixPage(buildMatrix(index, run), { theme: 'report', changes });
}

/** What is left to read of a page where nothing runs and nothing is styled. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style|svg|title)\b.*?<\/\1>/gsu, '')
    .replaceAll(/<wbr>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
}

const QUESTIONS: readonly [question: string, answer: RegExp][] = [
  [
    'Which criteria are waived, why, by whom and until when?',
    /Waivers 1 .*REQ-1\/AC3 Orders are exported the partner is late Ann 2027-03-31/u,
  ],
  ['What proves AC1?', /REQ-1\/AC1 :5 Orders are kept .*? met keep\(\) src\/orders\.ts:1 keeps orders test\/orders\.test\.ts:1 passed /u],
  [
    'What changed since the last release?',
    /From v1\.0 \(bbbbbbbbbb\) to main \(3f2a9c13f2\) .*REQ-1\/AC2 Orders can be found: was partial, is met through/u,
  ],
  ['Which are met without proof?', /Proven by passed tests: 1 of 2 met .*REQ-1\/AC2 :6 Orders can be found .*? met not proven find\(\)/u],
  ['Which results count, and of when?', /Test results that count out\/junit\.xml .*2 tests, run of 2026-11-20 10:00 UTC/u],
  ['Which commit, branch and version?', /Commit (?:3f2a9c1){5}3f2a9 .*Branch main .*Date of the commit 2026-11-19 .*ReqTrace 0\.1\.0/u],
  [
    'Who linked AC1, and when?',
    /src\/orders\.ts:1: linked by Bob on 2026-11-18 in cccccccccc test\/orders\.test\.ts:1: linked by Eve on 2026-11-18/u,
  ],
  ['What is exempt, and why?', /REQ-2 .{0,60}exempt .*Exempt it is marked as one that needs nothing/u],
  [
    'What fails?',
    /REQ-1\/AC4 :8 Orders are counted .*? failing count\(\) src\/orders\.ts:3 counts orders test\/orders\.test\.ts:5 failed /u,
  ],
  ['What is stale?', /REQ-1\/AC5 :9 Orders are signed Details Missing the text changed since it was pinned .*? stale sign\(\)/u],
];

describe('the report on paper', () => {
  const text = textOf(page());

  for (const [question, answer] of QUESTIONS) it(`answers: ${question}`, () => assert.match(text, answer));
});
