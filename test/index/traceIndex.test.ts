import assert from 'node:assert/strict';
import { emptyFacts } from '../../src/model/facts.ts';
import { annotation, code, document, indexOf, mentions, reference, requirement } from '../support/index/build.ts';

describe('TraceIndex', () => {
  const plan = document('docs/plan.md', [requirement('IP-1.1', ['AC1', 'AC2']), requirement('IP-1.2', ['AC1'], { line: 10 })]);
  const stock = code('src/stock.ts', annotation('implements', 'IP-1.1', 0), annotation('verifies', 'IP-1.1/AC2', 5));

  it('answers by key', () => {
    const index = indexOf([plan, stock]);
    assert.equal(index.coverage('docs/plan#IP-1.1/AC2').status, 'met');
    assert.equal(index.coverage('docs/plan#IP-1.1/AC1').status, 'partial');
    assert.equal(index.coverage('docs/plan#IP-1.1').status, 'partial');
    assert.equal(index.coverage('docs/plan#IP-1.2').status, 'unmet');
    assert.deepEqual(index.counts(), { unmet: 1, partial: 1, met: 1, failing: 0, stale: 0, waived: 0, exempt: 0 });
    assert.throws(() => index.coverage('docs/plan#IP-9'), RangeError);
  });

  it('says what a file exists as, though it says nothing', () => {
    const index = indexOf([emptyFacts('logo.png', 'other')]);
    assert.equal(index.files.has('logo.png'), true);
    assert.deepEqual(index.facts('logo.png'), emptyFacts('logo.png', 'other'));
    assert.equal(index.facts('other.png'), undefined);
    index.update([{ path: 'logo.png', facts: undefined }]);
    assert.equal(index.files.has('logo.png'), false);
  });

  it('takes files that say nothing at one stroke, as long as no file says anything', () => {
    const index = indexOf([]);
    index.begin(
      new Map([
        ['logo.png', 'other'],
        ['src/stock.ts', 'code'],
      ]),
    );
    assert.deepEqual(index.facts('src/stock.ts'), emptyFacts('src/stock.ts', 'code'));
    index.update([{ path: 'docs/plan.md', facts: plan }]);
    assert.throws(() => index.begin(new Map([['src/a.ts', 'code']])), /facts already/u);
    assert.equal(index.files.has('logo.png'), true);
  });

  it('lists documents, requirements and references in order of path and place', () => {
    const other = document('docs/a.md', [requirement('FR-1')]);
    const readme = mentions('README.md', 'IP-1.1/AC2', 'UTF-8');
    const index = indexOf([stock, plan, readme, other]);
    assert.deepEqual(
      index.documents().map(({ path }) => path),
      ['docs/a.md', 'docs/plan.md'],
    );
    assert.deepEqual(
      [...index.requirements()].map(({ id }) => id),
      ['FR-1', 'IP-1.1', 'IP-1.2'],
    );
    assert.deepEqual(
      index.referencesTo('docs/plan#IP-1.1/AC2').map(({ path, use }) => `${path} ${use}`),
      ['README.md mention', 'src/stock.ts verifies'],
    );
    assert.deepEqual(
      index.referencesIn('README.md').map((found) => found.reference.text),
      ['IP-1.1/AC2'],
    );
    assert.deepEqual(
      index.referencesIn('docs/plan.md').map(({ use, reference: { id, criterion } }) => [use, id, criterion]),
      [
        ['definition', 'IP-1.1', undefined],
        ['definition', 'IP-1.1', 'AC1'],
        ['definition', 'IP-1.1', 'AC2'],
        ['definition', 'IP-1.2', undefined],
        ['definition', 'IP-1.2', 'AC1'],
      ],
    );
  });

  it('changes just the linked items and files when one comment changes', () => {
    const elsewhere = code('src/other.ts', annotation('implements', 'IP-1.2', 0));
    const index = indexOf([plan, stock, elsewhere, document('docs/b.md', [requirement('FR-1')])]);
    const edited = code('src/stock.ts', annotation('implements', 'IP-1.1', 0), annotation('verifies', 'IP-1.1/AC1', 5));
    const change = index.update([{ path: 'src/stock.ts', facts: edited }]);
    assert.deepEqual([...change.changedFiles].sort(), ['docs/plan.md', 'src/stock.ts']);
    assert.deepEqual([...change.changedItems].sort(), ['docs/plan#IP-1.1/AC1', 'docs/plan#IP-1.1/AC2']);
  });

  it('finds nothing changed when the same facts come again', () => {
    const index = indexOf([plan, stock]);
    const change = index.update([{ path: plan.path, facts: structuredClone(plan) }]);
    assert.equal(change.changedFiles.size + change.changedItems.size, 0);
  });

  it('goes over to another configuration and day', () => {
    const index = indexOf([plan, stock]);
    index.configure({ configuration: { ...index.configuration, needs: ['implements'] }, today: '2027-01-01' }, []);
    assert.equal(index.today, '2027-01-01');
    assert.equal(index.coverage('docs/plan#IP-1.1').status, 'met');
    assert.deepEqual(index.resolve(reference('UTF-8'), ''), { kind: 'foreign' });
  });
});
