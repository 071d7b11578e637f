import assert from 'node:assert/strict';
import { rangeAt } from '../../../src/model/position.ts';
import { declaredKind } from '../../../src/model/linkKind.ts';
import { BUILT_IN_KINDS } from '../../../src/model/linkKind.ts';
import { jsonReferences } from '../../../src/report/json/reference.ts';
import type { JsonReference } from '../../../src/report/json/reference.ts';
import { buildReport } from '../../../src/report/json/report.ts';
import { annotation, code, document, indexOf, mentions, reference, requirement, waiver } from '../../support/index/build.ts';

const DOCUMENTS = [
  document('docs/a.md', [requirement('IP-1', ['AC1'], { idRange: rangeAt(0, 3, 7) }), requirement('IP-2', [], { line: 5 })]),
  document('docs/b.md', [requirement('IP-2', [], { covers: [reference('IP-1', 1)] }), requirement('glossary', [], { line: 9 })]),
];

function one(...files: Parameters<typeof indexOf>[0]): JsonReference | undefined {
  const [first, ...others] = jsonReferences(indexOf([...DOCUMENTS, ...files])).filter(({ file }) => !file.startsWith('docs/'));
  assert.deepEqual(others, []);
  return first;
}

describe('references of the JSON report', () => {
  it('name the item that they mean, and the step that found it', () => {
    assert.deepEqual(one(code('src/a.ts', annotation('implements', 'IP-1/AC1~3f2a9c', 2))), {
      kind: 'implements',
      kindName: 'implements',
      file: 'src/a.ts',
      line: 3,
      column: 16,
      text: 'IP-1/AC1~3f2a9c',
      notation: null,
      revision: '3f2a9c',
      through: null,
      done: null,
      note: null,
      resolution: 'resolved',
      address: null,
      item: 'docs/a#IP-1/AC1',
      step: 'everywhere',
      candidates: [],
      candidateCount: 0,
    });
  });

  it('name every item that they could mean', () => {
    const { resolution, item, step, candidates } = one(code('src/a.ts', annotation('verifies', 'IP-2'))) ?? {};
    assert.deepEqual(
      { resolution, item, step, candidates },
      { resolution: 'ambiguous', item: null, step: null, candidates: ['docs/a#IP-2', 'docs/b#IP-2'] },
    );
  });

  it('name some of very many, and count the rest', () => {
    const documents = Array.from({ length: 60 }, (_, at) => document(`specs/${at + 100}.md`, [requirement('FR-1')]));
    const [first] = jsonReferences(indexOf([...documents, code('src/a.ts', annotation('verifies', 'FR-1'))])).filter(
      ({ file }) => file === 'src/a.ts',
    );
    assert.deepEqual([first?.candidates.length, first?.candidates[0], first?.candidateCount], [50, 'specs/100#FR-1', 60]);
  });

  it('are there when they mean nothing', () => {
    const { resolution, item, step, candidates } = one(code('src/a.ts', annotation('implements', 'IP-9'))) ?? {};
    assert.deepEqual({ resolution, item, step, candidates }, { resolution: 'unknown', item: null, step: null, candidates: [] });
  });

  it('say their kind, and leave out ids of prefixes that no requirement has', () => {
    const index = indexOf([
      ...DOCUMENTS,
      mentions('notes.md', 'IP-1', 'UTF-8'),
      { ...code('src/a.ts', annotation('verifies', 'a#IP-2')), waivers: [waiver('b#IP-2', undefined, 4)] },
    ]);
    assert.deepEqual(
      jsonReferences(index).map(({ kind, file, line, item, step }) => [kind, `${file}:${line}`, item, step]),
      [
        ['covers', 'docs/b.md:2', 'docs/a#IP-1', 'everywhere'],
        ['mention', 'notes.md:1', 'docs/a#IP-1', 'everywhere'],
        ['verifies', 'src/a.ts:1', 'docs/a#IP-2', 'qualified'],
        ['waives', 'src/a.ts:5', 'docs/b#IP-2', 'qualified'],
      ],
    );
  });

  it('name a kind of the project’s own beside what it is', () => {
    const kinds = [...BUILT_IN_KINDS, declaredKind('security', 'verifies', ['test/security/**'])];
    const index = indexOf([...DOCUMENTS, code('test/security/a.test.ts', annotation('security', 'IP-1/AC1'))], { kinds });
    const named = ({ kind, kindName }: Pick<JsonReference, 'kind' | 'kindName'>) => [kind, kindName];
    assert.deepEqual(
      jsonReferences(index)
        .filter(({ kind }) => kind !== 'covers')
        .map(named),
      [['verifies', 'security']],
    );
    const [first] = buildReport(index, []).requirements;
    assert.deepEqual(first?.criteria[0]?.links.map(named), [['verifies', 'security']]);
  });

  it('are of items that say how they are written', () => {
    const [first, second] = buildReport(indexOf(DOCUMENTS), []).requirements;
    const identity = (item: typeof first) => ({
      notation: item?.notation,
      namespace: item?.namespace,
      idPlace: item?.idPlace,
      kind: item?.kind,
    });
    assert.deepEqual(identity(first), { notation: 'house', namespace: 'docs/a', idPlace: { line: 1, column: 4 }, kind: 'requirement' });
    assert.deepEqual(identity(second), { notation: 'house', namespace: 'docs/a', idPlace: null, kind: 'requirement' });
    assert.match(first?.criteria[0]?.revision ?? '', /^[0-9a-f]{6}$/u);
  });
});
