import assert from 'node:assert/strict';
import type { IndexView } from '../../../../src/index/view.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { workspace } from '../../../support/editor/workspace.ts';

function specOf(what: string): string {
  return `# Feature Specification: ${what}

### User Story 1 - Use it (Priority: P1)

**Acceptance Scenarios**:

1. **Given** it is filled, **When** it is on, **Then** it works
2. **Given** it is empty, **When** it is on, **Then** it stops

### Edge Cases

- What happens when the lid is open?

## Requirements

- **FR-001**: ${what} MUST work
- **FR-002**: ${what} MUST stop after [NEEDS CLARIFICATION: how long?]

## Success Criteria

- **SC-001**: Works within a minute
`;
}

const TASKS = `## Phase 3: User Story 1 - Use it

- [x] T001 [US1] Heat in src/kettle.ts (FR-001)
- [ ] T002 Stop, per FR-002
`;
const FEATURES = {
  'specs/001-kettle/spec.md': specOf('Kettle'),
  'specs/001-kettle/tasks.md': TASKS,
  'specs/002-toaster/spec.md': specOf('Toaster'),
};

/** What is to be told beyond unmet criteria. */
function told(view: IndexView): readonly string[] {
  return view
    .allFindings()
    .flatMap(({ code, path, message }) => (code === 'unmet-criterion' ? [] : [`${code} ${path} ${inEnglish(message)}`]));
}

describe('two features of spec-kit with the same ids', () => {
  const files = {
    'src/kettle.ts': '// FR-001: heat\n// @implements FR-002\nexport const boil = 1;\n',
    'tests/kettle.test.ts': "describe('001-kettle', () => { it('FR-001 works', () => {}); it('SC-001 is quick', () => {}); });\n",
  };
  const view = workspace({ ...FEATURES, ...files }).view;
  const status = (id: string): string => view.coverage(`specs/${id}`).status;

  // @verifies RT-1.4/AC15~9aa051
  it('are told apart by a group of tests and by the files that tasks name', () =>
    assert.deepEqual(['001-kettle#FR-001', '001-kettle#FR-002', '001-kettle#SC-001', '001-kettle#US-1'].map(status), [
      'partial',
      'partial',
      'met',
      'unmet',
    ]));

  it('leave the other feature as it is', () =>
    assert.deepEqual(['002-toaster#FR-001', '002-toaster#FR-002', '002-toaster#SC-001', '002-toaster#US-1'].map(status), [
      'unmet',
      'unmet',
      'unmet',
      'unmet',
    ]));

  it('have nothing wrong but their open questions', () =>
    assert.deepEqual(told(view), [
      'needs-clarification specs/001-kettle/spec.md FR-002 needs clarification: how long?',
      'needs-clarification specs/002-toaster/spec.md FR-002 needs clarification: how long?',
    ]));

  it('are planned by tasks, which count for nothing', () => {
    const plans = view.referencesTo('specs/001-kettle#FR-001').filter(({ use }) => use === 'plans');
    assert.deepEqual(
      plans.map(({ path, annotation }) => [path, annotation?.done]),
      [['specs/001-kettle/tasks.md', true]],
    );
  });
});

describe('an id of a plan that nothing defines', () => {
  const findings = (text: string): readonly string[] =>
    workspace({ ...FEATURES, 'specs/001-kettle/plan.md': text })
      .view.findings('specs/001-kettle/plan.md')
      .map(({ code, severity }) => `${severity} ${code}`);

  it('is a warning within a line', () => assert.deepEqual(findings('- as FR-009 says\n'), ['warning unknown-reference']));
  it('is none where it leads one', () =>
    assert.deepEqual(findings('- [ ] **FR-009**: the lid\n\n| EC9 | the lid |\n|---|---|\n| FR-008 | a |\n'), []));
});

describe('a position', () => {
  const story = '### User Story 1.2 - Warm\n\n**Acceptance Scenarios**:\n\n1. Warms\n';
  const meant = (files: Record<string, string>): string | undefined => {
    const { view } = workspace({ ...FEATURES, ...files, 'specs/001-kettle/plan.md': '- US1.2\n' });
    const [resolved] = view.referencesIn('specs/001-kettle/plan.md');
    return resolved?.resolution.kind === 'item' ? resolved.resolution.item.key : undefined;
  };

  it('is a scenario of its story', () => assert.equal(meant({}), 'specs/001-kettle#US-1/AC2'));
  it('is a story that has that number', () =>
    assert.equal(meant({ 'specs/001-kettle/spec.md': `${specOf('Kettle')}\n${story}` }), 'specs/001-kettle#US-1.2'));
});

describe('a reference to spec-kit in words of the house', () => {
  const cases: readonly (readonly [written: string, means: string])[] = [
    ['001-kettle#FR-001', 'specs/001-kettle#FR-001'],
    ['001#FR-001', 'specs/001-kettle#FR-001'],
    ['specs/001-kettle#US-1/AC2', 'specs/001-kettle#US-1/AC2'],
    ['001-kettle#US-1.2', 'specs/001-kettle#US-1/AC2'],
    ['001-kettle/spec#FR-001', 'specs/001-kettle#FR-001'],
  ];
  for (const [written, means] of cases)
    it(`${written} means ${means}`, () => {
      const { view } = workspace({ ...FEATURES, 'src/a.ts': `// @implements ${written}\n` });
      const [resolved] = view.referencesIn('src/a.ts');
      assert.equal(resolved?.resolution.kind === 'item' ? resolved.resolution.item.key : resolved?.resolution.kind, means);
    });

  it('without a feature is ambiguous where nothing tells which', () => {
    const { view } = workspace({ ...FEATURES, 'src/a.ts': '// @implements FR-001\n' });
    assert.deepEqual(
      view.findings('src/a.ts').map(({ code, severity, message }) => [code, severity, inEnglish(message)]),
      [['ambiguous-reference', 'error', 'FR-001 is ambiguous: it may mean 001-kettle#FR-001 or 002-toaster#FR-001. Name the document']],
    );
  });
});
