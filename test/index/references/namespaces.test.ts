import assert from 'node:assert/strict';
import type { FileFacts, Reference } from '../../../src/model/facts.ts';
import { annotation, code, document, indexOf, reference, requirement } from '../../support/index/build.ts';

/** A feature folder: its ids are numbered in it, and it names files as the place of its code. */
function feature(name: string, ids: readonly string[], names: readonly string[] = [], notation = 'spec-kit'): FileFacts {
  const namespace = `specs/${name}`;
  const requirements = ids.map((id, at) => requirement(id, [], { line: at * 10, namespace, notation }));
  return document(`specs/${name}/spec.md`, requirements, { namespace, part: 'spec', ...(names.length > 0 && { names }) });
}

const kettle = feature('001-kettle', ['FR-1', 'FR-2'], ['src/kettle.ts']);
const toaster = feature('002-toaster', ['FR-1', 'FR-3'], ['src/toaster.ts', 'src/shared.ts']);
const manual = document('docs/manual.md', [requirement('FR-1')]);

describe('a reference to an id that several namespaces have', () => {
  const cases: readonly {
    readonly what: string;
    readonly path: string;
    readonly reference?: Partial<Reference>;
    readonly text?: string;
    readonly means: string;
  }[] = [
    {
      what: 'is ambiguous where nothing tells',
      path: 'src/a.ts',
      means: 'docs/manual#FR-1 | specs/001-kettle#FR-1 | specs/002-toaster#FR-1',
    },
    { what: 'means the one that it names', path: 'src/a.ts', text: '001-kettle#FR-1', means: 'specs/001-kettle#FR-1 qualified' },
    { what: 'may name the document as well', path: 'src/a.ts', text: '001-kettle/spec#FR-1', means: 'specs/001-kettle#FR-1 qualified' },
    { what: 'may name a folder by its number', path: 'src/a.ts', text: '001#FR-1', means: 'specs/001-kettle#FR-1 qualified' },
    { what: 'may not name it by a part of its number', path: 'src/a.ts', text: '01#FR-1', means: 'unknown' },
    { what: 'means that of its own file', path: 'specs/001-kettle/tasks.md', means: 'specs/001-kettle#FR-1 own' },
    { what: 'means the one whose documents name its file', path: 'src/kettle.ts', means: 'specs/001-kettle#FR-1 named' },
    {
      what: 'means the one that is written around it',
      path: 'src/kettle.ts',
      reference: { scope: '002-toaster' },
      means: 'specs/002-toaster#FR-1 scope',
    },
    {
      what: 'looks on where the scope has no such id',
      path: 'src/kettle.ts',
      reference: { scope: '003-none' },
      means: 'specs/001-kettle#FR-1 named',
    },
    {
      what: 'prefers its own notation',
      path: 'src/a.ts',
      reference: { notation: 'spec-kit' },
      means: 'specs/001-kettle#FR-1 | specs/002-toaster#FR-1',
    },
    { what: 'is found everywhere where only one has it', path: 'src/a.ts', text: 'FR-3', means: 'specs/002-toaster#FR-3 everywhere' },
    {
      what: 'is found elsewhere where its own namespace lacks it',
      path: 'src/kettle.ts',
      text: 'FR-3',
      means: 'specs/002-toaster#FR-3 everywhere',
    },
  ];
  const tasks = document('specs/001-kettle/tasks.md', [], { namespace: 'specs/001-kettle', part: 'tasks' });
  for (const { what, path, reference: more, text = 'FR-1', means } of cases) {
    it(what, () => {
      const place = { ...reference(text), ...more };
      const index = indexOf([
        kettle,
        toaster,
        manual,
        // A file has one set of facts: those of the tasks, where they refer.
        { ...(path === tasks.path ? tasks : code(path)), annotations: [{ ...annotation('implements', text), reference: place }] },
      ]);
      const [resolution] = index.referencesIn(path).map((one) => one.resolution);
      const keys = resolution?.kind === 'ambiguous' ? resolution.candidates.map(({ key }) => key).join(' | ') : resolution?.kind;
      assert.equal(resolution?.kind === 'item' ? `${resolution.item.key} ${resolution.step}` : keys, means);
    });
  }

  it('is ambiguous where documents of two namespaces name its file', () => {
    const both = feature('003-mug', ['FR-1'], ['src/kettle.ts']);
    const index = indexOf([kettle, both, code('src/kettle.ts', annotation('implements', 'FR-1'))]);
    assert.equal(index.referencesIn('src/kettle.ts')[0]?.resolution.kind, 'ambiguous');
  });

  it('changes when a document begins to name its file', () => {
    const index = indexOf([kettle, toaster, code('src/new.ts', annotation('implements', 'FR-1'))]);
    assert.equal(index.referencesIn('src/new.ts')[0]?.resolution.kind, 'ambiguous');
    const { changedFiles } = index.update([{ path: toaster.path, facts: { ...toaster, names: ['src/new.ts'] } }]);
    assert.ok(changedFiles.has('src/new.ts'));
    assert.equal(index.coverage('specs/002-toaster#FR-1').links.length, 1);
  });

  it('is written with as much of the namespace as it takes', () => {
    const index = indexOf([kettle, toaster]);
    const item = index.item('specs/001-kettle#FR-1');
    assert.ok(item);
    assert.equal(index.referenceTo(item, 'src/a.ts'), '001-kettle#FR-1');
    assert.equal(index.referenceTo(item, 'src/kettle.ts'), 'FR-1');
  });
});

describe('one id twice in one namespace', () => {
  const again: FileFacts = {
    ...feature('001-kettle', ['FR-1', 'FR-9']),
    path: 'specs/001-kettle/more.md',
    documentKey: 'specs/001-kettle/more',
  };

  it('is the item of the first document by path, and passes on when that goes', () => {
    const index = indexOf([kettle, again]);
    assert.equal(index.item('specs/001-kettle#FR-1')?.path, 'specs/001-kettle/more.md');
    assert.equal(index.item('specs/001-kettle#FR-9')?.path, 'specs/001-kettle/more.md');
    assert.equal(index.item('specs/001-kettle#FR-2')?.path, 'specs/001-kettle/spec.md');
    index.update([{ path: again.path, facts: undefined }]);
    assert.equal(index.item('specs/001-kettle#FR-1')?.path, 'specs/001-kettle/spec.md');
  });

  it('is a duplicate-id at the second place', () => {
    const index = indexOf([kettle, again]);
    const found = index.allFindings().filter(({ code: finding }) => finding === 'duplicate-id');
    assert.deepEqual(
      found.map(({ path, related }) => [path, related?.map((place) => place.path)]),
      [['specs/001-kettle/spec.md', ['specs/001-kettle/more.md']]],
    );
  });
});
