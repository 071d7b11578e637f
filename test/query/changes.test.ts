import assert from 'node:assert/strict';
import { evaluateGate } from '../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../src/query/gates/scope.ts';
import { openChanges, plannedRequirements } from '../../src/query/changes.ts';
import { list } from '../../src/query/list.ts';
import { lookup } from '../../src/query/lookup.ts';
import { itemNodeId } from '../../src/query/tree/nodeId.ts';
import type { TreeNode } from '../../src/query/tree/nodes.ts';
import type { TreeOptions } from '../../src/query/tree/tree.ts';
import { Tree } from '../../src/query/tree/tree.ts';
import { createIdGrammar } from '../../src/formats/ids/idGrammar.ts';
import { KETTLE, KETTLE_CHANGE, KETTLE_SPEC } from '../support/notations/kettle.ts';
import { indexOfTexts, specText } from '../support/notations/openspec.ts';

const BOIL = 'openspec/specs/kettle#boil';
const TIMER = 'openspec/specs/kettle#timer';
const BY_FOLDER: TreeOptions = { groupBy: 'folder', filter: 'all' };

function told(nodes: readonly TreeNode[]): string[] {
  return nodes.map(({ label, description }) => `${label}: ${description}`);
}

describe('An open change', () => {
  const index = indexOfTexts(KETTLE);

  it('is counted apart', () => {
    assert.deepEqual(openChanges(index), [{ name: 'add-timer', planned: 1, modified: 1, removed: 0, renamed: 1 }]);
    assert.deepEqual(
      plannedRequirements(index).map(({ key }) => key),
      [TIMER],
    );
    assert.deepEqual(
      list(index, {}).map(({ key }) => key),
      [BOIL, `${BOIL}/filled`, 'openspec/specs/kettle#keep-warm'],
    );
  });

  it('is asked for by no gate', () => {
    const limit = { value: 0, percent: false };
    const gate = {
      scope: 'all',
      max: { unmet: limit, partial: limit },
      min: { met: { value: 100, percent: true } },
      forbid: ['unmet-criterion'],
    } as const;
    const { conditions } = evaluateGate(index, { name: 'all', gate, scope: EVERYTHING });
    const items = conditions.flatMap(({ obstacles }) => obstacles.map(({ path }) => path));
    assert.deepEqual([...new Set(items)], [KETTLE_SPEC]);
  });

  it('marks in the tree, behind the status, what it would do', () => {
    assert.deepEqual(told(new Tree(index, BY_FOLDER).roots()), [
      'changes/add-timer/specs/kettle: 1 planned · spec.md',
      'specs/kettle: 0/2 met · spec.md',
    ]);
    const [change, spec] = new Tree(index, BY_FOLDER).roots();
    assert.ok(spec && change);
    assert.deepEqual(told(new Tree(index, BY_FOLDER).children(spec.id)), [
      'Boil: 0/1 met · ✎ add-timer modifies it',
      'Keep warm: unmet · ⇄ add-timer renames it to "Hold"',
    ]);
    const [timer] = new Tree(index, BY_FOLDER).children(change.id);
    assert.ok(timer && 'planned' in timer);
    assert.deepEqual([told([timer]), timer.planned], [['Timer: 0/1 met · ✚ planned by add-timer'], true]);
    assert.deepEqual(told(new Tree(index, BY_FOLDER).children(timer.id)), [
      'Time is over: partial',
      'boil(): implementation src/kettle.ts:1',
    ]);
    assert.deepEqual(new Tree(index, BY_FOLDER).parent(itemNodeId(TIMER)), change);
    assert.deepEqual(new Tree(index, BY_FOLDER).node(change.id), change);
  });

  it('is not among what is missing', () => {
    assert.deepEqual(told(new Tree(index, { groupBy: 'folder', filter: 'open' }).roots()), ['spec.md: 0/2 met']);
    assert.deepEqual(told(new Tree(index, { groupBy: 'status', filter: 'all' }).roots()), ['unmet: 1', 'partial: 1']);
  });

  it('is found by what a person types, behind what exists', () => {
    const ids = createIdGrammar([]);
    const found = (typed: string): string => {
      const answer = lookup(index, ids, typed);
      return answer.kind === 'found' ? answer.item.key : answer.kind;
    };
    assert.deepEqual(['timer', 'kettle#timer/time-is-over', 'boil/AC1', 'kettle#hold'].map(found), [
      TIMER,
      `${TIMER}/time-is-over`,
      `${BOIL}/filled`,
      'openspec/specs/kettle#keep-warm',
    ]);
    const other = 'openspec/changes/other/specs/lid/spec.md';
    const both = indexOfTexts({ ...KETTLE, [other]: '## ADDED Requirements\n\n### Requirement: Boil\nx\n' });
    const meant = lookup(both, ids, 'boil');
    assert.deepEqual(meant.kind === 'found' && meant.item.key, BOIL);
  });

  it('is all that there is before the first specification', () => {
    const only = indexOfTexts({ [KETTLE_CHANGE]: KETTLE[KETTLE_CHANGE] ?? '' });
    assert.ok(only.definesAnything);
    assert.deepEqual([only.documents(), told(new Tree(only, BY_FOLDER).roots())], [[], ['spec.md: 1 planned']]);
    assert.ok(!indexOfTexts({ [KETTLE_SPEC]: specText('') }).definesAnything);
  });
});
