import type { Outcome } from '../../../src/model/evidence.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { buildMatrix } from '../../../src/report/html/model.ts';
import { matrixPage } from '../../../src/report/html/page.ts';
import { comparisonOf, indexOfTexts } from '../diffStates.ts';

const RELEASED = {
  'docs/orders.md': `## REQ-1: Orders

**Owner**: Sales

**Acceptance Criteria**:

- Orders are kept
- Orders can be found
- Orders are exported
- Orders are counted
- Orders are signed
- Orders are archived

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
const NOW = {
  ...RELEASED,
  'src/orders.ts': `${RELEASED['src/orders.ts']}// @implements REQ-1/AC2\nexport function find(): void {}\n// @implements REQ-9/AC1\nexport function gone(): void {}\n`,
};

/** The report of a small project with something of everything that an auditor asks for. */
export function auditedPage(): string {
  const index = indexOfTexts(NOW);
  const results = Object.entries({ 'keeps orders': 'passed', 'counts orders': 'failed' } satisfies Record<string, Outcome>).map(
    ([title, outcome]) => ({ outcome, file: 'test/orders.test.ts', groups: [], title }),
  );
  const file = {
    path: 'out/junit.xml',
    time: Date.UTC(2026, 10, 20, 10),
    results,
    coverage: [],
    problems: [],
    format: 'JUnit XML',
    runner: 'Vitest',
  };
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
