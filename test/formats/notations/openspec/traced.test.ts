import assert from 'node:assert/strict';
import type { Item, Resolution } from '../../../../src/model/item.ts';
import type { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { factsOf, indexOfTexts, specText, troublesOf } from '../../../support/notations/openspec.ts';

const SPEC = 'openspec/specs/kettle/spec.md';
const DELTA = 'openspec/changes/add-timer/specs/kettle/spec.md';
const BOIL = '### Requirement: Boil\nIt SHALL boil.\n\n#### Scenario: Filled\n- **WHEN** on\n';
const TIMER = '### Requirement: Timer\nIt SHALL stop.\n\n#### Scenario: Over\n- **WHEN** over\n';

/** What a reference behind a keyword means. */
function meaning(index: TraceIndex, written: string): string {
  const path = 'src/probe.ts';
  index.update([{ path, facts: factsOf(path, `// @implements ${written}\n`) }]);
  const [reference] = index.referencesIn(path);
  const resolution: Resolution | undefined = reference?.resolution;
  index.update([{ path, facts: undefined }]);
  if (resolution?.kind === 'item') return resolution.item.key;
  return resolution?.kind ?? 'nothing';
}

function pendingOf(index: TraceIndex, key: string): string[] {
  return (index.coverage(key).pending ?? []).map(({ kind, change, path, range, to }) =>
    [change, kind, `${path}:${range.start.line + 1}`, ...(to === undefined ? [] : [to])].join(' '),
  );
}

const ids = (items: Iterable<Item>): string[] => Array.from(items, ({ key }) => key);

describe('Requirements of OpenSpec', () => {
  it('are found by name, anchor and position', () => {
    const index = indexOfTexts({ [SPEC]: specText(BOIL) });
    const scenario = 'openspec/specs/kettle#boil/filled';
    const found: readonly (readonly [written: string, key: string])[] = [
      ['kettle#boil', 'openspec/specs/kettle#boil'],
      ['specs/kettle#boil/filled', scenario],
      ['kettle#boil/AC1', scenario],
      ['kettle#boil/AC-1', scenario],
      // As version 0.1 wrote it.
      ['kettle/spec#requirement-boil', 'openspec/specs/kettle#boil'],
      ['openspec/specs/kettle/spec#requirement-boil/AC1', scenario],
      ['kettle#boil/empty', 'unknown'],
      ['kettle#boil/AC2', 'unknown'],
      ['kettle#stop', 'unknown'],
    ];
    for (const [written, key] of found) assert.equal(meaning(index, written), key, written);
  });

  it('are written by name', () => {
    const index = indexOfTexts({ [SPEC]: specText(BOIL) });
    const item = index.item('openspec/specs/kettle#boil/filled');
    assert.ok(item);
    assert.equal(index.referenceTo(item, 'src/a.ts'), 'kettle#boil/filled');
  });

  it('keep a reference by position on the scenario that has it now', () => {
    const index = indexOfTexts({ [SPEC]: specText(BOIL), 'src/a.ts': '// @implements kettle#boil/AC1\n' });
    const links = (key: string): number => index.coverage(key).links.length;
    assert.equal(links('openspec/specs/kettle#boil/filled'), 1);
    index.update([
      {
        path: SPEC,
        facts: factsOf(SPEC, specText(BOIL.replace('#### Scenario: Filled', '#### Scenario: First\nx\n\n#### Scenario: Filled'))),
      },
    ]);
    assert.deepEqual([links('openspec/specs/kettle#boil/first'), links('openspec/specs/kettle#boil/filled')], [1, 0]);
  });

  it('of one name in two capabilities are two, also where one path ends like the other', () => {
    const other = 'packages/a/openspec/specs/kettle/spec.md';
    const index = indexOfTexts({ [SPEC]: specText(BOIL), [other]: specText(BOIL) });
    assert.equal(meaning(index, 'openspec/specs/kettle#boil'), 'openspec/specs/kettle#boil');
    assert.equal(meaning(index, 'a/openspec/specs/kettle#boil'), 'packages/a/openspec/specs/kettle#boil');
    assert.equal(meaning(index, 'kettle#boil'), 'ambiguous');
  });
});

describe('An open change of OpenSpec', () => {
  const change =
    `## ADDED Requirements\n\n${TIMER}\n## MODIFIED Requirements\n\n${BOIL.replace('SHALL boil', 'SHALL boil fast')}\n` +
    '## REMOVED Requirements\n\n### Requirement: Whistle\n**Reason**: loud\n\n## RENAMED Requirements\n\n- FROM: `### Requirement: Heat`\n- TO: `### Requirement: Warm`\n';
  const files = {
    [SPEC]: specText(BOIL),
    [DELTA]: change,
    'openspec/changes/add-timer/tasks.md': '## 2. Validation\n- [ ] 2.1 Add the timer\n- [x] 2.2 Test it\n',
    'openspec/changes/archive/2026-01-01-old/specs/kettle/spec.md': `## ADDED Requirements\n\n${BOIL}`,
  };

  // @verifies RT-1.4/AC13~239618
  it('counts for nothing, and warns of what is not there', () => {
    const index = indexOfTexts(files);
    assert.deepEqual(ids(index.requirements()), ['openspec/specs/kettle#boil']);
    assert.equal(index.counts().unmet, 1);
    assert.deepEqual(
      index.changes().map(({ path, planned }) => [path, ids(planned)]),
      [[DELTA, ['openspec/specs/kettle#timer']]],
    );
    assert.deepEqual(troublesOf(index), [
      `${DELTA}:19 warning openspec/specs/kettle has no requirement "Whistle" that this change could remove`,
      `${DELTA}:24 warning openspec/specs/kettle has no requirement "Heat" that this change could rename`,
    ]);
    assert.deepEqual(
      index
        .allFindings()
        .filter(({ code }) => code === 'unmet-criterion')
        .map(({ path }) => path),
      [SPEC],
    );
  });

  it('marks what it modifies and touches nothing else of it', () => {
    const alone = indexOfTexts({ [SPEC]: specText(BOIL) });
    const index = indexOfTexts(files);
    const key = 'openspec/specs/kettle#boil';
    assert.deepEqual(pendingOf(index, key), [`add-timer modified ${DELTA}:11`]);
    const { pending: _pending, ...coverage } = index.coverage(key);
    assert.deepEqual(coverage, alone.coverage(key));
    assert.deepEqual(index.item(key)?.facts, alone.item(key)?.facts);
    index.update([{ path: DELTA, facts: undefined }]);
    assert.deepEqual(pendingOf(index, key), []);
  });

  it('makes no reference ambiguous, and shows what is linked to it', () => {
    const index = indexOfTexts({ ...files, 'src/a.ts': '// @implements kettle/spec#requirement-boil, kettle#timer\n' });
    assert.equal(meaning(index, 'kettle/spec#requirement-boil'), 'openspec/specs/kettle#boil');
    assert.equal(meaning(index, 'kettle#boil'), 'openspec/specs/kettle#boil');
    assert.equal(meaning(index, 'kettle#timer/over'), 'openspec/specs/kettle#timer/over');
    const { links, status } = index.coverage('openspec/specs/kettle#timer');
    assert.deepEqual([links.length, status], [1, 'partial']);
    assert.equal(index.counts().partial, 1);
  });

  // @verifies RT-1.4/AC13~239618
  it('goes over into the specification when it is archived', () => {
    const index = indexOfTexts({ ...files, 'src/a.ts': '// @implements kettle#timer\n' });
    index.update([
      { path: DELTA, facts: undefined },
      { path: SPEC, facts: factsOf(SPEC, specText(BOIL + TIMER)) },
    ]);
    assert.deepEqual(index.changes(), []);
    assert.equal(index.coverage('openspec/specs/kettle#timer').links.length, 1);
    assert.equal(index.counts().unmet + index.counts().partial, 2);
  });

  it('may add what another adds as well, and what was carried over already', () => {
    const twin = 'openspec/changes/timer-too/specs/kettle/spec.md';
    const added = `## ADDED Requirements\n\n${TIMER}`;
    const index = indexOfTexts({ [SPEC]: specText(BOIL), [DELTA]: added, [twin]: added });
    assert.deepEqual([meaning(index, 'kettle#timer'), troublesOf(index)], ['openspec/specs/kettle#timer', []]);
    index.update([{ path: SPEC, facts: factsOf(SPEC, specText(BOIL + TIMER)) }]);
    assert.deepEqual([index.changes(), troublesOf(index)], [[], []]);
    index.update([{ path: SPEC, facts: factsOf(SPEC, specText(BOIL + TIMER.replace('stop', 'ring'))) }]);
    assert.deepEqual(
      troublesOf(index).map((line) => line.replace(/(?<= already).*/u, '')),
      [DELTA, twin].map((path) => `${path}:3 warning "Timer" is in ${SPEC} already`),
    );
  });

  it('gives a requirement its new name as well', () => {
    const renamed =
      '## RENAMED Requirements\n- FROM: `### Requirement: Boil`\n- TO: `### Requirement: Heat up`\n\n## MODIFIED Requirements\n\n### Requirement: Heat up\nx\n';
    const index = indexOfTexts({ [SPEC]: specText(BOIL), [DELTA]: renamed, 'src/a.ts': '// @implements kettle#heat-up/filled\n' });
    const key = 'openspec/specs/kettle#boil';
    assert.deepEqual([meaning(index, 'kettle#heat-up'), troublesOf(index)], [key, []]);
    assert.deepEqual(pendingOf(index, key), [`add-timer renamed ${DELTA}:2 Heat up`, `add-timer modified ${DELTA}:7`]);
    assert.equal(index.coverage(`${key}/filled`).links.length, 1);
    index.update([{ path: DELTA, facts: undefined }]);
    assert.equal(meaning(index, 'kettle#heat-up'), 'unknown');
    assert.equal(index.coverage(`${key}/filled`).links.length, 0);
  });

  it('gives a requirement scenarios that it does not have yet', () => {
    const modified = (name: string): string =>
      `## MODIFIED Requirements\n\n${BOIL}\n#### Scenario: Descaled\n- **WHEN** ${name}\n\n### Requirement: Lid\nx\n\n#### Scenario: Open\nx\n`;
    const twin = 'openspec/changes/descale/specs/kettle/spec.md';
    const index = indexOfTexts({
      [SPEC]: specText(BOIL),
      [DELTA]: modified('a'),
      [twin]: modified('b'),
      'test/a.test.ts': '// @verifies kettle#boil/descaled, kettle#boil/filled\nit("boils", () => {});\n',
    });
    const planned = 'openspec/changes/add-timer/specs/kettle#boil/descaled';
    assert.deepEqual(
      ['kettle#boil/descaled', 'openspec/specs/kettle#boil/descaled', 'kettle/spec#requirement-boil/descaled', 'kettle#boil/filled'].map(
        (written) => meaning(index, written),
      ),
      [planned, planned, planned, 'openspec/specs/kettle#boil/filled'],
    );
    // Neither its position nor a requirement that does not exist.
    assert.deepEqual(
      ['kettle#boil/AC2', 'kettle#lid', 'kettle#lid/open'].map((written) => meaning(index, written)),
      ['unknown', 'unknown', 'unknown'],
    );
    assert.deepEqual([index.coverage(planned).links.length, index.counts().partial, index.counts().unmet], [1, 1, 0]);
    assert.equal(index.changes().length, 0);
    const item = index.item(planned);
    assert.ok(item);
    assert.equal(index.referenceTo(item, 'src/a.ts'), 'kettle#boil/descaled');
    assert.deepEqual(
      troublesOf(index).map((line) => line.replace(/ warning.*/u, '')),
      [DELTA, twin].map((path) => `${path}:12`),
    );
    index.update([{ path: SPEC, facts: factsOf(SPEC, specText(`${BOIL}\n#### Scenario: Descaled\nx\n`)) }]);
    assert.equal(meaning(index, 'kettle#boil/descaled'), 'openspec/specs/kettle#boil/descaled');
    assert.equal(index.coverage('openspec/specs/kettle#boil/descaled').links.length, 1);
  });

  it('is silent on a rename that was carried over already', () => {
    const renamed = '## RENAMED Requirements\n- FROM: `### Requirement: Heat`\n- TO: `### Requirement: Boil`\n';
    assert.deepEqual(troublesOf(indexOfTexts({ [SPEC]: specText(BOIL), [DELTA]: renamed })), []);
  });

  it('knows requirements by the names of the specification, whatever ids they have', () => {
    const spec = specText('### Requirement: KET-1 Boil\nx\n### Requirement: KET-2: Stop\nx\n');
    const modified = '## MODIFIED Requirements\n### Requirement: KET-1 Boil\ny\n### Requirement: KET-2: Stop\ny\n';
    const index = indexOfTexts({ [SPEC]: spec, [DELTA]: modified, 'src/a.ts': '// @implements KET-2\n' });
    assert.deepEqual(troublesOf(index), []);
    assert.equal(pendingOf(index, 'openspec/specs/kettle#KET-1').length, 1);
    assert.equal(index.coverage('openspec/specs/kettle#KET-2').links.length, 1);
  });

  it('plans by its tasks', () => {
    const tasks = 'openspec/changes/add-timer/tasks.md';
    const index = indexOfTexts({ ...files, [tasks]: '- [x] 1.1 `kettle#timer`\n- [ ] 1.2 `kettle#lid`\n' });
    const [reference] = index.referencesTo('openspec/specs/kettle#timer');
    assert.deepEqual([reference?.use, reference?.annotation?.done], ['plans', true]);
    assert.ok(troublesOf(index).includes(`${tasks}:2 warning kettle#lid is not defined in any document`));
  });
});
