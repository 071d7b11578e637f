import assert from 'node:assert/strict';
import type { RequirementFacts } from '../../../src/model/facts.ts';
import { stepNotes } from '../../../src/query/stepNotes.ts';
import { annotation, code, criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { inEnglish } from '../../../src/model/message.ts';

type Place = readonly [path: string, title: string, more?: Partial<RequirementFacts>];

function documentOf([path, title, more]: Place) {
  return document(path, [requirement('FR-1', [], { title, ...more })]);
}

/** Documents in which FR-1 counts, where all of these write it. */
function counted(...places: readonly Place[]): readonly string[] {
  const index = indexOf(places.map(documentOf));
  return Array.from(index.requirements(), ({ path }) => path);
}

const AC1 = criterion('AC1', 1, { text: 'Shows all items' });
const AC2 = criterion('AC2', 2, { text: 'Shows prices' });
const LONG = 'The shop shall list items';

describe('A requirement that several documents write', () => {
  const once: readonly (readonly [what: string, defining: string, ...places: Place[]])[] = [
    ['a plan beside it', 'docs/spec.md', ['docs/spec.md', 'List items'], ['docs/plan.md', 'covered by the list service']],
    ['a test plan elsewhere', 'specs/001/spec.md', ['specs/001/spec.md', 'List items'], ['docs/test-plan.md', 'Test: list items']],
    ['the plan of one document', 'docs/login.md', ['docs/login.md', 'List'], ['docs/test-plan_login.md', 'covered by hand']],
    ['two plans', 'docs/spec.md', ['docs/spec.md', 'List'], ['docs/plan.md', 'List'], ['docs/tasks.md', 'List']],
    [
      'criteria of both alike',
      'docs/spec.md',
      ['docs/spec.md', 'List', { criteria: [AC1, AC2] }],
      ['docs/plan.md', 'List', { criteria: [AC1] }],
    ],
    ['a document that was cut into files', 'docs/prd/list.md', ['docs/prd.md', 'List items'], ['docs/prd/list.md', 'List items']],
    [
      'that and a plan of it',
      'docs/prd/list.md',
      ['docs/prd.md', 'List items'],
      ['docs/prd/list.md', 'List items'],
      ['docs/plan.md', 'List items'],
    ],
    ['a story that says what it is about', 'docs/prd/a.md', ['docs/prd/a.md', LONG], ['docs/stories/boil.md', LONG, { level: 7 }]],
    [
      'a story with a file of its own',
      'docs/stories/1.md',
      ['docs/prd/a.md', 'List items'],
      ['docs/stories/1.md', 'List items', { level: 1, criteria: [AC1] }],
    ],
    ['one sentence twice', 'docs/requirements.md', ['docs/architecture.md', LONG], ['docs/requirements.md', `${LONG}.`]],
    ['the one with criteria', 'docs/b.md', ['docs/a.md', LONG], ['docs/b.md', LONG, { criteria: [AC1] }]],
    ['a summary', 'docs/spec/list.md', ['README.md', 'List items'], ['docs/spec/list.md', 'List all items']],
    ['a plan of a document in another notation', 'kit/a.md', ['kit/a.md', LONG, { notation: 'toy' }], ['docs/test-plan.md', LONG]],
    ['a plan of one part', 'packages/a/spec.md', ['packages/a/spec.md', 'Log in'], ['packages/a/docs/plan.md', 'Log in']],
  ];
  for (const [what, defining, ...places] of once)
    it(`counts once: ${what}`, () => {
      assert.deepEqual(counted(...places), [defining]);
      assert.deepEqual(counted(...places.toReversed()), [defining]);
    });

  const each: readonly (readonly [what: string, ...places: Place[]])[] = [
    ['other titles', ['docs/a.md', 'List items'], ['docs/b.md', 'Boil water']],
    ['one short title', ['docs/admin.md', 'Log in'], ['docs/shop.md', 'Log in']],
    ['one sentence in two folders', ['a/spec.md', LONG], ['b/spec.md', LONG]],
    ['a plan elsewhere of something else', ['docs/plan.md', 'Boil water'], ['specs/spec.md', 'List items']],
    ['a plan with a criterion of its own', ['docs/plan.md', 'List', { criteria: [AC2] }], ['docs/spec.md', 'List', { criteria: [AC1] }]],
    [
      'a criterion with another text',
      ['docs/plan.md', 'List', { criteria: [{ ...AC1, text: 'Fast' }] }],
      ['docs/spec.md', 'List', { criteria: [AC1] }],
    ],
    ['a plan that needs something', ['docs/plan.md', 'List', { needs: ['verifies'] }], ['docs/spec.md', 'List']],
    ['a plan for what is put off elsewhere', ['docs/plan.md', 'List'], ['docs/spec.md', 'List', { exempt: true }]],
    ['a plan of one of two', ['a/spec.md', LONG], ['b/spec.md', LONG], ['docs/plan.md', LONG]],
    ['plans of two packages', ['packages/a/spec.md', 'Log in'], ['packages/b/plan.md', 'Log in']],
    ['notes on the test of another piece', ['docs/stories/1.7-tests.md', 'Boil'], ['docs/stories/1.8-list.md', 'List', { level: 1 }]],
    ['the plan of another document', ['docs/login-plan.md', 'Boil'], ['docs/spec.md', 'List']],
    ['only plans', ['docs/plan.md', 'List'], ['docs/test-plan.md', 'List']],
    ['a file of a folder that is called alike', ['docs/prd-2/a.md', 'List items'], ['docs/prd.md', 'List items']],
    ['two files of stories', ['docs/stories/1.md', 'List', { level: 1 }], ['docs/stories/2.md', 'List', { level: 1 }]],
  ];
  for (const [what, ...places] of each)
    it(`counts for each: ${what}`, () => {
      assert.deepEqual(counted(...places), places.map(([path]) => path).toSorted());
      assert.deepEqual(counted(...places.toReversed()), places.map(([path]) => path).toSorted());
    });

  it('is meant by the place that only writes it again, by references to that, and can be found from it', () => {
    const spec = documentOf(['specs/spec.md', 'List items', { criteria: [AC1] }]);
    const other = documentOf(['specs/sub/other.md', 'Boil water']);
    const plan = documentOf(['docs/plan.md', 'List items', { covers: [] }]);
    const source = code('src/a.ts', annotation('implements', 'docs/plan#FR-1/AC1'));
    const index = indexOf([spec, other, plan, source]);
    const item = index.item('specs/spec#FR-1');
    assert.ok(item);
    assert.deepEqual(
      index.furtherPlaces(item).map(({ path }) => path),
      ['docs/plan.md'],
    );
    assert.deepEqual(
      index.referencesTo('specs/spec#FR-1').map(({ path, use }) => `${path} ${use}`),
      ['docs/plan.md plans'],
    );
    assert.deepEqual(
      index.referencesTo('specs/spec#FR-1/AC1').map(({ path, use }) => `${path} ${use}`),
      ['src/a.ts implements'],
    );
    assert.deepEqual(
      stepNotes(index, 'docs/plan.md').map(({ why }) => inEnglish(why)),
      ['FR-1 is only repeated here: specs/spec.md defines it, and it is counted there'],
    );
  });

  it('counts where it is written last when the other goes', () => {
    const places: readonly Place[] = [
      ['docs/spec.md', 'List items'],
      ['docs/plan.md', 'List items'],
    ];
    const index = indexOf(places.map(documentOf));
    assert.equal([...index.requirements()].length, 1);
    const change = index.update([{ path: 'docs/spec.md', facts: undefined }]);
    assert.deepEqual(
      Array.from(index.requirements(), ({ key }) => key),
      ['docs/plan#FR-1'],
    );
    assert.ok(change.changedFiles.has('docs/plan.md'));
  });
});
