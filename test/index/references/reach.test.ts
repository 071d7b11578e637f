import assert from 'node:assert/strict';
import type { FileFacts, Reference } from '../../../src/model/facts.ts';
import { annotation, code, document, indexOf, reference, requirement } from '../../support/index/build.ts';

/** A spec in a notation whose numbers mean nothing outside of it. */
function spec(name: string, ids: readonly string[], names: readonly string[] = []): FileFacts {
  const namespace = `specs/${name}`;
  const requirements = ids.map((id, at) => requirement(id, [], { line: at * 10, namespace, notation: 'kiro' }));
  return document(`specs/${name}/requirements.md`, requirements, { namespace, part: 'spec', ...(names.length > 0 && { names }) });
}

function refers(path: string, more: Partial<Reference>, id = 'REQ-1', facts: FileFacts = code(path)): FileFacts {
  return { ...facts, annotations: [{ ...annotation('verifies', id), reference: { ...reference(id), notation: 'kiro', ...more } }] };
}

const kettle = spec('kettle', ['REQ-1', 'REQ-2']);
const tea = spec('tea', ['REQ-1', 'REQ-3'], ['tea.test.ts']);
const house = document('docs/a.md', [requirement('REQ-9')]);
const tasks = document('specs/kettle/tasks.md', [], { namespace: 'specs/kettle', part: 'tasks' });

describe('the reach of a reference', () => {
  const inTasks = (id: string): FileFacts => refers(tasks.path, { reach: 'namespace' }, id, tasks);
  const cases: readonly (readonly [what: string, files: readonly FileFacts[], means: string])[] = [
    ['a number of its own namespace', [kettle, tea, inTasks('REQ-2')], 'specs/kettle#REQ-2'],
    ['a number that only another namespace has', [kettle, tea, inTasks('REQ-3')], 'unknown'],
    ['a number of where the scope points', [kettle, tea, refers('a.test.ts', { reach: 'only', scope: 'tea' })], 'specs/tea#REQ-1'],
    ['a scope that lacks the number', [kettle, tea, refers('a.test.ts', { reach: 'namespace', scope: 'tea' }, 'REQ-2')], 'unknown'],
    ['a scope that is nowhere', [kettle, refers('a.test.ts', { reach: 'namespace', scope: 'mug' })], 'unknown'],
    ['a scope that may be one', [kettle, refers('a.test.ts', { reach: 'only', scope: 'mug' })], 'specs/kettle#REQ-1'],
    ['no scope, in a file that a namespace names', [kettle, tea, refers('tea.test.ts', { reach: 'only' })], 'specs/tea#REQ-1'],
    [
      'no scope, in a file of a namespace that lacks the number',
      [kettle, tea, refers('tea.test.ts', { reach: 'only' }, 'REQ-3/AC1')],
      'none',
    ],
    ['no scope, and several namespaces', [kettle, tea, refers('a.test.ts', { reach: 'only' })], 'ambiguous'],
    ['no scope, and several namespaces of which one has it', [kettle, tea, refers('a.test.ts', { reach: 'only' }, 'REQ-3')], 'ambiguous'],
    ['no scope, and several namespaces of which none has it', [kettle, tea, refers('a.test.ts', { reach: 'only' }, 'REQ-8')], 'none'],
    ['no scope, and one namespace', [kettle, house, refers('a.test.ts', { reach: 'only' })], 'specs/kettle#REQ-1'],
    ['no scope, and one namespace that lacks it', [kettle, refers('a.test.ts', { reach: 'only' }, 'REQ-3')], 'unknown'],
    ['an item of another notation', [kettle, house, refers('a.test.ts', { reach: 'only' }, 'REQ-9')], 'unknown'],
  ];
  for (const [what, files, means] of cases)
    it(`means what it may: ${what}`, () => {
      const path = files.at(-1)?.path ?? '';
      const [found] = indexOf(files).referencesIn(path);
      assert.equal(found?.resolution.kind === 'item' ? found.resolution.item.key : (found?.resolution.kind ?? 'none'), means);
    });

  it('changes when a second namespace comes and goes', () => {
    const index = indexOf([kettle, refers('a.test.ts', { reach: 'only' })]);
    const links = (): number => index.coverage('specs/kettle#REQ-1').links.length;
    assert.equal(links(), 1);
    const { changedFiles } = index.update([{ path: tea.path, facts: spec('tea', ['REQ-7']) }]);
    assert.equal(links(), 0);
    assert.ok(changedFiles.has('a.test.ts'));
    index.update([{ path: tea.path, facts: undefined }]);
    assert.equal(links(), 1);
  });
});
