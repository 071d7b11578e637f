import assert from 'node:assert/strict';
import { BUILT_IN_KINDS, declaredKind } from '../../../src/model/linkKind.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import { evidenceOf } from '../../support/index/evidence.ts';
import { annotation, code, criterion, declaration, document, findingsOf, indexOf, requirement, told } from '../../support/index/build.ts';

const kinds = [...BUILT_IN_KINDS, declaredKind('unit', 'verifies', []), declaredKind('security', 'verifies', [])];
const DOCUMENT = document('docs/a.md', [requirement('REQ-1', ['AC1'])]);

function coverage(needs: readonly string[], ...links: readonly string[]) {
  const annotations = links.map((kind, at) => annotation(kind, 'REQ-1/AC1', at));
  return indexOf([DOCUMENT, code('test/a.test.ts', ...annotations)], { kinds, needs });
}

describe('a kind of verification that a project declares', () => {
  for (const [needs, links, status, missing] of [
    [['verifies'], ['unit'], 'met', []],
    [['unit'], ['unit'], 'met', []],
    [['unit'], ['verifies'], 'unmet', ['unit']],
    [['unit', 'security'], ['unit'], 'partial', ['security']],
    [['unit', 'security'], ['unit', 'security'], 'met', []],
    [['implements', 'security'], ['implements', 'unit'], 'partial', ['security']],
  ] as const) {
    // @verifies RT-4.1/AC4~bfd678
    it(`${links.join(' and ')} for a need of ${needs.join(' and ')}`, () => {
      const found = coverage(needs, ...links).coverage('docs/a#REQ-1/AC1');
      assert.deepEqual([found.status, found.missing], [status, missing]);
    });
  }

  it('says which test is missing', () => {
    const [finding] = findingsOf(coverage(['unit', 'security'], 'unit'), 'unmet-criterion', 'docs/a.md');
    assert.ok(finding);
    assert.equal(told(finding), '1:6 REQ-1/AC1 is partial: no security test');
  });

  // @verifies RT-4.1/AC2~81373a
  it('is proven only when a test of each kind that is needed has passed', () => {
    const tests = ['unit', 'security'].map((kind, at) =>
      annotation(kind, 'REQ-1/AC1', at * 2, { declaration: { ...declaration(`${kind} test`, at * 2 + 1), kind: 'test' } }),
    );
    const index = indexOf([DOCUMENT, code('test/a.test.ts', ...tests)], { kinds, needs: ['unit', 'security'] });
    index.setEvidence(evidenceOf({ title: 'unit test', outcome: 'passed' }));
    assert.equal(index.coverage('docs/a#REQ-1/AC1').proof, 'unproven');
    index.setEvidence(evidenceOf({ title: 'unit test', outcome: 'passed' }, { title: 'security test', outcome: 'passed' }));
    assert.equal(index.coverage('docs/a#REQ-1/AC1').proof, 'proven');
  });

  // @verifies RT-4.1/AC5~fe7e0f
  it('asks no proof of tests that leave no results, and of all others as before', () => {
    const withBench = [...kinds, declaredKind('bench', 'verifies', [], false)];
    const proof = (...needs: readonly string[]): string => {
      const links = ['implements', 'unit', 'bench'].map((kind, at) => annotation(kind, 'REQ-1/AC1', at));
      const index = indexOf([DOCUMENT, code('test/a.test.ts', ...links)], { kinds: withBench, needs });
      index.setEvidence(evidenceOf({ title: 'another', outcome: 'passed' }));
      const { status, proof: found } = index.coverage('docs/a#REQ-1/AC1');
      return `${status} ${found}`;
    };
    assert.deepEqual(
      [proof('implements', 'bench'), proof('unit', 'bench'), proof('implements', 'verifies')],
      ['met unknown', 'met unproven', 'met unproven'],
    );
  });

  it('does not make a test of a requirement count for its criteria', () => {
    const index = indexOf([DOCUMENT, code('test/a.test.ts', annotation('unit', 'REQ-1'))], { kinds });
    assert.equal(findingsOf(index, 'no-criterion-named', 'test/a.test.ts').length, 1);
  });
});

// @verifies RT-4.1/AC4~bfd678
describe('needs by rule', () => {
  const needRules: Configuration['needRules'] = [
    { prefix: 'ADR', kinds: [] },
    { when: { Status: 'Draft' }, kinds: [] },
    { prefix: 'SC', when: { Priority: 'P1' }, kinds: ['verifies'] },
    { kinds: ['implements'] },
  ];
  const attribute = (name: string, value: string) => ({ name, value, range: DOCUMENT.requirements[0]?.range ?? criterion('AC1').range });
  for (const [what, facts, needs] of [
    ['by the prefix of its id', requirement('ADR-3'), []],
    ['by an attribute, whatever its letter case', requirement('REQ-1', [], { attributes: [attribute('status', 'draft')] }), []],
    ['by both', requirement('SC-1', [], { attributes: [attribute('Priority', 'P1')] }), ['verifies']],
    ['by neither if only one fits', requirement('SC-1', [], { attributes: [attribute('Priority', 'P2')] }), ['implements']],
    ['by the last rule, which fits all', requirement('REQ-1'), ['implements']],
    ['by what it says itself before any rule', requirement('ADR-3', [], { needs: ['verifies'] }), ['verifies']],
  ] as const) {
    it(`an item goes ${what}`, () => {
      const index = indexOf([document('docs/a.md', [facts])], { needRules });
      assert.deepEqual(index.coverage(`docs/a#${facts.localId}`).needs, needs);
    });
  }

  for (const [what, attributes, needs] of [
    ['a status that is not told', [{ ...attribute('Status', '_gone'), unread: 'value' }], ['implements']],
    ['an attribute whose name is not told', [{ ...attribute('_a1', 'x'), unread: 'name' }], ['implements']],
    ['a status that is told beside such a one', [attribute('Status', 'Draft'), { ...attribute('_a1', 'x'), unread: 'name' }], []],
    ['another status that is told', [attribute('Status', 'Old'), { ...attribute('_a1', 'x'), unread: 'name' }], ['implements']],
  ] as const)
    it(`an item with ${what} needs what any rule asks that may fit`, () => {
      const index = indexOf([document('docs/a.md', [requirement('REQ-1', [], { attributes })])], { needRules });
      assert.deepEqual(index.coverage('docs/a#REQ-1').needs, needs);
      const reversed: Configuration['needRules'] = [{ when: { Status: 'Draft' }, kinds: ['implements'] }, { kinds: [] }];
      const other = indexOf([document('docs/a.md', [requirement('REQ-1', [], { attributes })])], { needRules: reversed });
      const isOther = attributes.some(({ value }) => value === 'Old');
      assert.deepEqual(other.coverage('docs/a#REQ-1').needs, isOther ? [] : ['implements']);
    });

  it('an item that no rule surely fits needs what the usual ones do, and what the rule asks that may fit', () => {
    const attributes = [{ ...attribute('Status', '_gone'), unread: 'value' as const }];
    const index = indexOf([document('docs/a.md', [requirement('REQ-1', [], { attributes })])], {
      needs: ['implements'],
      needRules: [{ when: { Status: 'Approved' }, kinds: ['verifies'] }],
    });
    assert.deepEqual(index.coverage('docs/a#REQ-1').needs, ['verifies', 'implements']);
  });

  it('a criterion goes by its requirement unless it has an id of its own or says so itself', () => {
    const criteria = [
      criterion('AC1', 1),
      criterion('SC-9', 2, { attributes: [attribute('Priority', 'P1')] }),
      criterion('AC3', 3, { needs: ['verifies'] }),
    ];
    const index = indexOf([document('docs/a.md', [requirement('ADR-3', criteria)])], { needRules });
    assert.deepEqual(
      ['AC1', 'SC-9', 'AC3'].map((part) => index.coverage(`docs/a#ADR-3/${part}`).needs),
      [[], ['verifies'], ['verifies']],
    );
    assert.equal(index.coverage('docs/a#ADR-3/AC1').status, 'exempt');
  });

  it('holds `needs` where no rule fits', () => {
    const index = indexOf([document('docs/a.md', [requirement('REQ-1')])], {
      needs: ['verifies'],
      needRules: [{ prefix: 'ADR', kinds: [] }],
    });
    assert.deepEqual(index.coverage('docs/a#REQ-1').needs, ['verifies']);
  });
});
