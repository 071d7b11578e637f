import assert from 'node:assert/strict';
import type { FileFacts, RequirementFacts } from '../../../src/model/facts.ts';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { code, annotation, document, findingsOf, indexOf, reference, requirement, told } from '../../support/index/build.ts';

const OWN = 'stories/boil.md';
const EPICS = 'plans/epics.md';

/** A document of the one namespace in which all of these are. */
function inKitchen(path: string, requirements: readonly RequirementFacts[]): FileFacts {
  return document(
    path,
    requirements.map((facts) => ({ ...facts, namespace: 'kitchen' })),
    { namespace: 'kitchen' },
  );
}

function story(distance: number, criteria: readonly string[], more: Partial<RequirementFacts> = {}): RequirementFacts {
  return requirement('STORY-1.1', criteria, { title: 'Boil the water', place: { distance, byTitle: true }, ...more });
}

const own = inKitchen(OWN, [story(0, ['AC1', 'AC2'])]);
const epics = inKitchen(EPICS, [story(2, ['AC1'], { covers: [reference('FR-1', 5)] })]);
const prd = inKitchen('plans/prd.md', [requirement('FR-1', [], { place: { distance: 2 } })]);

function keysOf(index: TraceIndex): readonly string[] {
  return Array.from(index.requirements(), ({ key, path, criteria }) => `${key} ${path} ${criteria.length}`);
}

describe('an item that is written in two places', () => {
  it('is one, with text and criteria of the place that is nearest to the work', () => {
    const index = indexOf([epics, own]);
    assert.deepEqual(keysOf(index), ['kitchen#STORY-1.1 stories/boil.md 2']);
    assert.equal(index.allFindings().filter(({ code: of }) => of === 'duplicate-id').length, 0);
  });

  it('is where it is written alone, until the nearer place is there, and again when that goes', () => {
    const index = indexOf([epics]);
    assert.deepEqual(keysOf(index), [`kitchen#STORY-1.1 ${EPICS} 1`]);
    assert.deepEqual(
      index.referencesIn(EPICS).map(({ use }) => use),
      ['definition', 'definition', 'covers'],
    );
    const change = index.update([{ path: OWN, facts: own }]);
    assert.deepEqual(keysOf(index), [`kitchen#STORY-1.1 ${OWN} 2`]);
    assert.ok(change.changedFiles.has(EPICS) && change.changedItems.has('kitchen#STORY-1.1'));
    index.update([{ path: OWN, facts: undefined }]);
    assert.deepEqual(keysOf(index), [`kitchen#STORY-1.1 ${EPICS} 1`]);
  });

  it('is planned by the further place, which can be jumped to', () => {
    const index = indexOf([epics, own]);
    assert.deepEqual(
      index.referencesTo('kitchen#STORY-1.1').map(({ path, use }) => `${path} ${use}`),
      [`${EPICS} plans`],
    );
    const item = index.item('kitchen#STORY-1.1');
    assert.deepEqual(item && index.furtherPlaces(item).map(({ path }) => path), [EPICS]);
    assert.equal(index.coverage('kitchen#STORY-1.1/AC1').status, 'unmet');
  });

  it('covers what any of its places says', () => {
    const files = [prd, epics, own];
    const met = code('src/a.ts', annotation('implements', 'STORY-1.1', 0), annotation('verifies', 'STORY-1.1', 1));
    const index = indexOf([...files, met], { inherit: ['implements', 'verifies'] });
    assert.equal(index.coverage('kitchen#FR-1').links.length > 0 || index.coverage('kitchen#FR-1').status !== 'unmet', true);
    index.update([{ path: EPICS, facts: undefined }]);
    assert.equal(index.coverage('kitchen#FR-1').status, 'unmet');
    index.update([{ path: EPICS, facts: epics }]);
    assert.notEqual(index.coverage('kitchen#FR-1').status, 'unmet');
  });

  const titles: [what: string, title: string, isOne: boolean][] = [
    ['in more words', 'Boil the water quickly (done)', true],
    ['in fewer words', 'Boil', true],
    ['in no words', '', true],
    ['of something else', 'Publish the menu', false],
  ];
  for (const [what, title, isOne] of titles) {
    it(`is ${isOne ? 'one' : 'another'} under a title ${what}`, () => {
      const index = indexOf([own, inKitchen(EPICS, [story(2, ['AC1'], { title })])]);
      assert.deepEqual(
        findingsOf(index, 'duplicate-id', EPICS).map((finding) => `${finding.severity} ${told(finding)}`),
        isOne
          ? []
          : ['warning 0:3 STORY-1.1 is defined in stories/boil.md already, which is of the same namespace; give this one another ID'],
      );
      assert.equal(index.referencesIn(EPICS).length, isOne ? 1 : 0);
    });
  }

  it('is another one where the title of the nearer place becomes another', () => {
    const index = indexOf([epics, own]);
    index.update([{ path: OWN, facts: inKitchen(OWN, [story(0, ['AC1'], { title: 'Publish a menu' })]) }]);
    assert.equal(findingsOf(index, 'duplicate-id', EPICS).length, 1);
    assert.deepEqual(
      index.referencesIn(EPICS).map(({ use }) => use),
      ['covers'],
    );
  });

  it('is a duplicate where no place says that it may be written elsewhere', () => {
    const index = indexOf([
      inKitchen(OWN, [requirement('REQ-1')]),
      inKitchen('stories/a.md', [requirement('REQ-1', [], { place: { distance: 0 } })]),
    ]);
    assert.equal(index.allFindings().filter(({ code: of }) => of === 'duplicate-id').length, 1);
  });
});
