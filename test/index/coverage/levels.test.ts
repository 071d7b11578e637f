import assert from 'node:assert/strict';
import type { FileFacts, RequirementFacts } from '../../../src/model/facts.ts';
import { annotation, code, document, indexOf, reference, requirement } from '../../support/index/build.ts';

/** An item of an artifact type: `level('DSN-1', 'dsn', ['implements'], 'REQ-1')` is a design that needs code and covers a requirement. */
function level(
  id: string,
  kind: string,
  needs: readonly string[],
  covers: string | undefined,
  more: Partial<RequirementFacts> = {},
): RequirementFacts {
  return requirement(id, [], { kind, needs, covers: covers === undefined ? [] : [reference(covers, 5)], ...more });
}

function statusOf(files: readonly FileFacts[], key: string): string {
  const { status, covered, satisfied, missing } = indexOf(files).coverage(key);
  return [status, covered ? 'covered' : 'not covered', satisfied ? 'satisfied' : 'not satisfied', ...missing].join(', ');
}

const feature = document('docs/feat.md', [level('REQ-1', 'req', ['dsn'], undefined)]);
const design = document('docs/design.md', [level('DSN-1', 'dsn', ['implements', 'verifies'], 'REQ-1')]);
const done = [code('src/a.ts', annotation('implements', 'DSN-1')), code('test/a.test.ts', annotation('verifies', 'DSN-1'))];

describe('a need for a level', () => {
  const cases: readonly [what: string, files: readonly FileFacts[], status: string][] = [
    ['is unmet where nothing of the level covers', [feature], 'unmet, not covered, not satisfied, dsn'],
    ['is partial where what covers has nothing itself', [feature, design], 'partial, covered, not satisfied, dsn'],
    ['is partial where what covers lacks something', [feature, design, done[0] ?? feature], 'partial, covered, not satisfied, dsn'],
    ['is met where what covers is satisfied', [feature, design, ...done], 'met, covered, satisfied'],
    [
      'is partial where one of those that cover is not satisfied',
      [feature, design, ...done, document('docs/more.md', [level('DSN-2', 'dsn', ['implements'], 'REQ-1')])],
      'partial, covered, not satisfied, dsn',
    ],
    [
      'is met by what needs nothing itself',
      [feature, document('docs/design.md', [level('DSN-1', 'dsn', [], 'REQ-1')])],
      'met, covered, satisfied',
    ],
    [
      'is not met by what was withdrawn',
      [feature, document('docs/design.md', [level('DSN-1', 'dsn', [], 'REQ-1', { exempt: true })])],
      'unmet, not covered, not satisfied, dsn',
    ],
    [
      'is not met by items of another level',
      [feature, document('docs/design.md', [level('ARC-1', 'arch', [], 'REQ-1')])],
      'unmet, not covered, not satisfied, dsn',
    ],
    [
      'does not stand in for another need',
      [document('docs/feat.md', [level('REQ-1', 'req', ['dsn', 'verifies'], undefined)]), design, ...done],
      'partial, not covered, not satisfied, verifies',
    ],
  ];
  for (const [what, files, expected] of cases) it(what, () => assert.equal(statusOf(files, 'docs/feat#REQ-1'), expected));

  const covering = (revision: string, more: Partial<RequirementFacts> = {}): FileFacts =>
    document('docs/design.md', [level('DSN-1', 'dsn', [], undefined, { covers: [{ ...reference('REQ-1', 5), revision }], ...more })]);
  const revised = document('docs/feat.md', [level('REQ-1', 'req', ['dsn'], undefined, { revision: '2' })]);
  const revisions: readonly [what: string, files: readonly FileFacts[], status: string][] = [
    ['is met by what covers the present revision', [revised, covering('2')], 'met, covered, satisfied'],
    ['is stale where only an older one is covered', [revised, covering('1')], 'stale, covered, not satisfied, dsn'],
    ['is stale where a newer one is covered', [revised, covering('3')], 'stale, covered, not satisfied, dsn'],
    ['is not stale by what was withdrawn', [revised, covering('1', { exempt: true })], 'unmet, not covered, not satisfied, dsn'],
    [
      'is stale, and satisfied, where both are covered',
      [revised, covering('2', { covers: ['1', '2'].map((revision, at) => ({ ...reference('REQ-1', 5 + at), revision })) })],
      'stale, covered, satisfied',
    ],
    [
      'is met by a link of its artifact type, as code has one',
      [feature, code('src/a.ts', { ...annotation('dsn', 'REQ-1'), is: 'implements' })],
      'met, covered, satisfied',
    ],
    [
      'is not met by a link of another type',
      [feature, code('src/a.ts', { ...annotation('arch', 'REQ-1'), is: 'implements' })],
      'unmet, not covered, not satisfied, dsn',
    ],
  ];
  for (const [what, files, expected] of revisions) it(what, () => assert.equal(statusOf(files, 'docs/feat#REQ-1'), expected));

  it('is met by code that needs something itself only where that is there', () => {
    const item = document('docs/design.md', [level('DSN-1', 'dsn', ['implements'], undefined)]);
    const own = document('docs/code.md', [level('CODE-1', 'implements', ['utest'], 'DSN-1')]);
    const test = code('test/a.test.ts', { ...annotation('utest', 'CODE-1'), is: 'verifies' });
    assert.equal(statusOf([item, own], 'docs/design#DSN-1'), 'partial, covered, not satisfied, implements');
    assert.equal(statusOf([item, own, test], 'docs/design#DSN-1'), 'met, covered, satisfied');
  });

  it('is satisfied over two levels', () => {
    const user = document('docs/user.md', [level('NEED-1', 'need', ['req'], undefined)]);
    const covering = document('docs/feat.md', [level('REQ-1', 'req', ['dsn'], 'NEED-1')]);
    assert.equal(statusOf([user, covering, design, ...done], 'docs/user#NEED-1'), 'met, covered, satisfied');
    assert.equal(statusOf([user, covering, design], 'docs/user#NEED-1'), 'partial, covered, not satisfied, req');
  });

  it('is satisfied although a further link of the lower item is of an old revision, which makes only that stale', () => {
    const revised = document('docs/design.md', [level('DSN-1', 'dsn', ['implements'], 'REQ-1', { revision: '2' })]);
    const current = { ...annotation('implements', 'DSN-1'), reference: { ...reference('DSN-1'), revision: '2' } };
    const old = { ...annotation('implements', 'DSN-1', 4), reference: { ...reference('DSN-1', 4), revision: '1' } };
    const files = [feature, revised, code('src/a.ts', current, old)];
    assert.equal(statusOf(files, 'docs/design#DSN-1'), 'stale, covered, satisfied');
    assert.equal(statusOf(files, 'docs/feat#REQ-1'), 'met, covered, satisfied');
    assert.equal(statusOf([feature, revised, code('src/a.ts', old)], 'docs/feat#REQ-1'), 'partial, covered, not satisfied, dsn');
  });

  // @verifies RT-4.1/AC7
  describe('where the project asks for shallow coverage', () => {
    const shallow = (files: readonly FileFacts[]): string => {
      const { status, covered, satisfied, missing } = indexOf(files, { levels: 'shallow' }).coverage('docs/feat#REQ-1');
      return [status, covered ? 'covered' : 'not covered', satisfied ? 'satisfied' : 'not satisfied', ...missing].join(', ');
    };
    const cases: readonly [what: string, files: readonly FileFacts[], status: string][] = [
      ['is unmet where nothing of the level covers', [feature], 'unmet, not covered, not satisfied, dsn'],
      ['is met where what covers has nothing itself', [feature, design], 'met, covered, not satisfied'],
      ['is met where what covers is satisfied', [feature, design, ...done], 'met, covered, satisfied'],
      ['is stale where only an older revision is covered', [revised, covering('1')], 'stale, covered, not satisfied, dsn'],
      [
        'is not met by what was withdrawn',
        [feature, document('docs/design.md', [level('DSN-1', 'dsn', [], 'REQ-1', { exempt: true })])],
        'unmet, not covered, not satisfied, dsn',
      ],
    ];
    for (const [what, files, expected] of cases) it(what, () => assert.equal(shallow(files), expected));
  });

  it('tells which requirements cover, in the order of their keys whatever order files came in', () => {
    const more = document('docs/a.md', [level('DSN-2', 'dsn', ['implements'], 'REQ-1')]);
    const expected = [
      { key: 'docs/a#DSN-2', level: 'dsn', status: 'unmet', current: true, stale: false, satisfied: false },
      { key: 'docs/design#DSN-1', level: 'dsn', status: 'met', current: true, stale: false, satisfied: true },
    ];
    assert.deepEqual(indexOf([feature, design, more, ...done]).coverage('docs/feat#REQ-1').lower, expected);
    assert.deepEqual(indexOf([more, ...done, design, feature]).coverage('docs/feat#REQ-1').lower, expected);
    assert.equal(indexOf([feature]).coverage('docs/feat#REQ-1').lower, undefined);
  });
});
