import assert from 'node:assert/strict';
import { stepNotes } from '../../src/query/stepNotes.ts';
import type { FileFacts, Reference } from '../../src/model/facts.ts';
import { annotation, code, document, indexOf, reference, requirement } from '../support/index/build.ts';
import { inEnglish } from '../../src/model/message.ts';

function feature(name: string, names: readonly string[] = []): FileFacts {
  const namespace = `specs/${name}`;
  return document(`specs/${name}/spec.md`, [requirement('FR-1', [], { namespace, notation: 'spec-kit' })], {
    namespace,
    part: 'spec',
    names,
  });
}

const FEATURES = [feature('001-kettle', ['src/kettle.ts']), feature('002-mug')];
const MANUAL = document('docs/manual.md', [requirement('FR-1'), requirement('FR-2', [], { line: 10 })]);

describe('notes on how references were found', () => {
  const cases: readonly {
    readonly what: string;
    readonly path: string;
    readonly documents?: readonly FileFacts[];
    readonly id?: string;
    readonly more?: Partial<Reference>;
    readonly notes: readonly string[];
  }[] = [
    {
      what: 'say that documents name the file',
      path: 'src/kettle.ts',
      notes: ['annotation: FR-1 is specs/001-kettle#FR-1, found in specs/001-kettle, whose documents name this file'],
    },
    {
      what: 'say that something around it names the namespace',
      path: 'src/a.ts',
      more: { scope: '002-mug' },
      notes: ['annotation: FR-1 is specs/002-mug#FR-1, found in specs/002-mug, which is named around the reference'],
    },
    {
      what: 'say that it is the one of the same notation',
      path: 'src/a.ts',
      documents: [feature('002-mug'), MANUAL],
      more: { notation: 'spec-kit' },
      notes: ['annotation: FR-1 is specs/002-mug#FR-1, found among what is written as spec-kit, like the reference'],
    },
    { what: 'say nothing of an id that only one item has', path: 'src/a.ts', id: 'FR-2', notes: [] },
    { what: 'say nothing of a namespace that the reference names', path: 'src/kettle.ts', id: '002-mug#FR-1', notes: [] },
    { what: 'say nothing of what links to nothing', path: 'src/a.ts', notes: [] },
  ];
  for (const { what, path, documents = [...FEATURES, MANUAL], id = 'FR-1', more, notes } of cases) {
    it(what, () => {
      const annotations = [{ ...annotation('implements', id), reference: { ...reference(id), ...more } }];
      const index = indexOf([...documents, { ...code(path), annotations }]);
      assert.deepEqual(
        stepNotes(index, path).map(({ what: kind, why }) => `${kind}: ${inEnglish(why)}`),
        notes,
      );
    });
  }

  it('tell a mention from an annotation', () => {
    const index = indexOf([...FEATURES, { ...code('src/kettle.ts'), mentions: [reference('FR-1')] }]);
    assert.deepEqual(
      stepNotes(index, 'src/kettle.ts').map(({ what }) => what),
      ['mention'],
    );
  });
});
