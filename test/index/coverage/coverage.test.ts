import assert from 'node:assert/strict';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { FILE_START } from '../../../src/model/position.ts';
import type { Status } from '../../../src/model/status.ts';
import { annotation, code, criterion, document, indexOf, reference, requirement, waiver } from '../../support/index/build.ts';

const plan = document('plan.md', [requirement('IP-1', ['AC1', 'AC2'])]);
const implemented = code('a.ts', annotation('implements', 'IP-1'));
const verified = (...criteria: string[]) => code('a.test.ts', ...criteria.map((id, line) => annotation('verifies', id, line)));
const switchedOff = (id: string, off: 'skipped' | 'todo') =>
  code(`${off}.test.ts`, { ...annotation('verifies', id), declaration: { name: 'later', kind: 'test', range: FILE_START, off } });
const waived = (text: string, until?: string): FileFacts => ({ ...code('w.ts'), waivers: [waiver(text, until)] });

interface Case {
  readonly what: string;
  readonly files: readonly FileFacts[];
  readonly configuration?: Partial<Configuration>;
  /** Status by key, `plan#` left out. */
  readonly expected: Readonly<Record<string, Status>>;
}

const CASES: readonly Case[] = [
  { what: 'nothing points at it', files: [plan], expected: { 'IP-1/AC1': 'unmet', 'IP-1': 'unmet' } },
  {
    what: 'an implementation of the requirement counts for every criterion',
    files: [plan, implemented],
    expected: { 'IP-1/AC1': 'partial', 'IP-1/AC2': 'partial', 'IP-1': 'partial' },
  },
  {
    what: 'a test counts for the criterion that it names',
    files: [plan, implemented, verified('IP-1/AC1')],
    expected: { 'IP-1/AC1': 'met', 'IP-1/AC2': 'partial', 'IP-1': 'partial' },
  },
  {
    what: 'a test that is switched off, a todo and a scaffold count for none',
    files: [plan, implemented, switchedOff('IP-1/AC1', 'skipped'), switchedOff('IP-1/AC2', 'todo')],
    expected: { 'IP-1/AC1': 'partial', 'IP-1/AC2': 'partial', 'IP-1': 'partial' },
  },
  {
    what: 'a todo beside a test does not matter',
    files: [plan, implemented, switchedOff('IP-1/AC1', 'todo'), verified('IP-1/AC1')],
    expected: { 'IP-1/AC1': 'met', 'IP-1': 'partial' },
  },
  {
    what: 'a todo alone is nothing',
    files: [plan, switchedOff('IP-1/AC1', 'todo')],
    expected: { 'IP-1/AC1': 'unmet', 'IP-1': 'unmet' },
  },
  {
    what: 'a test that names no criterion counts for none',
    files: [plan, implemented, verified('IP-1')],
    expected: { 'IP-1/AC1': 'partial', 'IP-1': 'partial' },
  },
  {
    what: 'unless tests are passed on',
    files: [plan, implemented, verified('IP-1')],
    configuration: { inherit: ['implements', 'verifies'] },
    expected: { 'IP-1/AC1': 'met', 'IP-1': 'met' },
  },
  {
    what: 'implementations are not passed on if so configured',
    files: [plan, implemented, verified('IP-1/AC1')],
    configuration: { inherit: [] },
    expected: { 'IP-1/AC1': 'partial', 'IP-1/AC2': 'unmet', 'IP-1': 'partial' },
  },
  {
    what: 'all criteria met',
    files: [plan, implemented, verified('IP-1/AC1', 'IP-1/AC2')],
    expected: { 'IP-1': 'met' },
  },
  {
    what: 'a link of a kind that is not needed does not help',
    files: [plan, implemented],
    configuration: { needs: ['verifies'] },
    expected: { 'IP-1/AC1': 'unmet', 'IP-1': 'unmet' },
  },
  {
    what: 'a requirement without criteria is its own criterion',
    files: [document('plan.md', [requirement('IP-2')]), code('b.ts', annotation('implements', 'IP-2'), annotation('verifies', 'IP-2', 1))],
    expected: { 'IP-2': 'met' },
  },
  { what: 'no needs', files: [plan], configuration: { needs: [] }, expected: { 'IP-1/AC1': 'exempt', 'IP-1': 'exempt' } },
  {
    what: 'the needs of the document win over the configuration',
    files: [document('plan.md', [requirement('IP-1', ['AC1'])], { needs: ['implements'] }), implemented],
    expected: { 'IP-1/AC1': 'met' },
  },
  {
    what: 'the needs of the requirement win over the document',
    files: [document('plan.md', [requirement('IP-1', ['AC1'], { needs: ['verifies'] })], { needs: ['implements'] }), implemented],
    expected: { 'IP-1/AC1': 'unmet' },
  },
  {
    what: 'an exempt criterion is left out',
    files: [document('plan.md', [requirement('IP-1', ['AC1', criterion('AC2', 2, { exempt: true })])]), implemented, verified('IP-1/AC1')],
    expected: { 'IP-1/AC2': 'exempt', 'IP-1': 'met' },
  },
  {
    what: 'an exempt requirement exempts its criteria',
    files: [document('plan.md', [requirement('IP-1', ['AC1'], { exempt: true })])],
    expected: { 'IP-1/AC1': 'exempt', 'IP-1': 'exempt' },
  },
  {
    what: 'a waiver on its last day',
    files: [plan, waived('IP-1/AC1', '2026-11-21')],
    expected: { 'IP-1/AC1': 'waived', 'IP-1/AC2': 'unmet', 'IP-1': 'unmet' },
  },
  { what: 'a waiver the day after', files: [plan, waived('IP-1/AC1', '2026-11-20')], expected: { 'IP-1/AC1': 'unmet' } },
  {
    what: 'a waiver of the requirement waives every criterion',
    files: [plan, waived('IP-1')],
    expected: { 'IP-1/AC1': 'waived', 'IP-1': 'waived' },
  },
  {
    what: 'a waiver leaves what is met',
    files: [plan, implemented, verified('IP-1/AC1'), waived('IP-1')],
    expected: { 'IP-1/AC1': 'met', 'IP-1/AC2': 'waived', 'IP-1': 'met' },
  },
  {
    what: 'a pin of another text',
    files: [plan, implemented, verified('IP-1/AC1~000000'), waived('IP-1')],
    expected: { 'IP-1/AC1': 'stale', 'IP-1/AC2': 'waived', 'IP-1': 'stale' },
  },
  {
    what: 'a pin on the requirement counts for every criterion',
    files: [plan, code('a.ts', annotation('implements', 'IP-1~000000'))],
    expected: { 'IP-1/AC1': 'stale', 'IP-1/AC2': 'stale', 'IP-1': 'stale' },
  },
  {
    what: 'waived and exempt criteria only',
    files: [document('plan.md', [requirement('IP-1', ['AC1', criterion('AC2', 2, { exempt: true })])]), waived('IP-1/AC1')],
    expected: { 'IP-1': 'waived' },
  },
];

const covering = (id: string, ...targets: string[]) => requirement(id, [], { covers: targets.map((text, line) => reference(text, line)) });
const metBy = (...ids: string[]) =>
  code('m.ts', ...ids.flatMap((id, at) => [annotation('implements', id, 2 * at), annotation('verifies', id, 2 * at + 1)]));

const COVERS: readonly Case[] = [
  {
    what: 'covered by one that is met',
    files: [document('plan.md', [requirement('IP-1'), covering('FR-1', 'IP-1')]), metBy('FR-1')],
    expected: { 'FR-1': 'met', 'IP-1': 'met' },
  },
  {
    what: 'covered by one that is met and one that is not',
    files: [document('plan.md', [requirement('IP-1'), covering('FR-1', 'IP-1'), covering('FR-2', 'IP-1')]), metBy('FR-1')],
    expected: { 'FR-2': 'unmet', 'IP-1': 'partial' },
  },
  {
    what: 'covered by one that nothing points at',
    files: [document('plan.md', [requirement('IP-1'), covering('FR-1', 'IP-1')])],
    expected: { 'IP-1': 'unmet' },
  },
  {
    what: 'its own links are as good',
    files: [document('plan.md', [requirement('IP-1'), covering('FR-1', 'IP-1')]), metBy('IP-1')],
    expected: { 'FR-1': 'unmet', 'IP-1': 'met' },
  },
  {
    what: 'an exempt lower requirement is left out',
    files: [document('plan.md', [requirement('IP-1'), { ...covering('FR-1', 'IP-1'), exempt: true }])],
    expected: { 'FR-1': 'exempt', 'IP-1': 'unmet' },
  },
  {
    what: 'a covered criterion',
    files: [document('plan.md', [requirement('IP-1', ['AC1', 'AC2']), covering('FR-1', 'IP-1/AC2')]), metBy('FR-1')],
    expected: { 'IP-1/AC1': 'unmet', 'IP-1/AC2': 'met', 'IP-1': 'partial' },
  },
  {
    what: 'covering a requirement with criteria proves none of them',
    files: [document('plan.md', [requirement('IP-1', ['AC1']), covering('FR-1', 'IP-1')]), metBy('FR-1')],
    expected: { 'IP-1/AC1': 'unmet', 'IP-1': 'unmet' },
  },
  {
    what: 'through several levels, whatever their order',
    files: [
      document('plan.md', [covering('B-1', 'A-1'), requirement('A-1'), covering('D-1', 'C-1'), covering('C-1', 'B-1')]),
      metBy('D-1'),
    ],
    expected: { 'A-1': 'met', 'B-1': 'met', 'C-1': 'met', 'D-1': 'met' },
  },
  {
    what: 'a cycle counts as not met, one behind it does not',
    files: [document('plan.md', [covering('A-1', 'B-1'), covering('B-1', 'A-1', 'C-1'), requirement('C-1')]), metBy('A-1')],
    expected: { 'A-1': 'met', 'B-1': 'unmet', 'C-1': 'unmet' },
  },
  { what: 'itself', files: [document('plan.md', [covering('A-1', 'A-1')])], expected: { 'A-1': 'unmet' } },
];

// @verifies RT-2.2/AC4~4a69b3, RT-4.1/AC1~0a492e
describe('coverage', () => {
  for (const { what, files, configuration, expected } of CASES) {
    it(what, () => assertStatuses(files, configuration, expected));
  }

  describe('of what others cover', () => {
    for (const { what, files, configuration, expected } of COVERS) {
      it(what, () => assertStatuses(files, configuration, expected));
    }
  });

  it('lists own links before those that the requirement passes on, and what is missing', () => {
    const index = indexOf([plan, code('b.ts', annotation('implements', 'IP-1/AC1')), implemented]);
    const { links, missing, needs } = index.coverage('plan#IP-1/AC1');
    assert.deepEqual(
      links.map(({ path, target }) => [path, target]),
      [
        ['b.ts', 'plan#IP-1/AC1'],
        ['a.ts', 'plan#IP-1'],
      ],
    );
    assert.deepEqual([needs, missing], [['implements', 'verifies'], ['verifies']]);
  });

  it('keeps a waiver that has expired in sight', () => {
    const { waivers } = indexOf([plan, waived('IP-1', '2026-11-20')]).coverage('plan#IP-1/AC1');
    assert.deepEqual(
      waivers.map(({ path, valid }) => [path, valid]),
      [['w.ts', false]],
    );
  });

  it('counts criteria, requirements without any as their own', () => {
    const other = document('b.md', [requirement('FR-1')]);
    const { counts } = indexOf([plan, other, implemented, verified('IP-1/AC1')]).coverage('plan#IP-1');
    assert.deepEqual([counts.met, counts.partial, counts.unmet], [1, 1, 0]);
    assert.equal(indexOf([plan, other]).counts().unmet, 3);
  });

  it('is not stale with the pin of the present text', () => {
    const index = indexOf([plan]);
    const item = index.item('plan#IP-1/AC1');
    assert.ok(item);
    index.update([{ path: 'a.test.ts', facts: verified(`IP-1/AC1~${index.pin(item)}`) }]);
    assert.equal(index.coverage('plan#IP-1/AC1').status, 'partial');
  });
});

function assertStatuses(files: readonly FileFacts[], configuration: Partial<Configuration> | undefined, expected: Case['expected']): void {
  const index = indexOf(files, configuration);
  const actual = Object.keys(expected).map((id) => [id, index.coverage(`plan#${id}`).status]);
  assert.deepEqual(Object.fromEntries(actual), expected);
}
