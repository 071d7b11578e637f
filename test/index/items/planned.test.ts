import assert from 'node:assert/strict';
import type { FileFacts, Proposal, RequirementFacts } from '../../../src/model/facts.ts';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { annotation, code, criterion, document, indexOf, reference, requirement } from '../../support/index/build.ts';

const SPECS = 'specs/pay';

/** A document of the namespace. */
function spec(path: string, ...requirements: RequirementFacts[]): FileFacts {
  return document(
    path,
    requirements.map((facts) => ({ namespace: SPECS, ...facts })),
  );
}

function proposal(kind: Proposal['kind'], id: string, to?: string): Proposal {
  const named = { text: id, id, document: SPECS, range: rangeAt(3, 0, 9), notation: 'toy' };
  return { kind, change: 'add-x', reference: named, ...(to !== undefined && { to: { name: to, id: to } }) };
}

function meaning(index: TraceIndex, written: string): string {
  const resolution = index.resolve(reference(written), 'src/a.ts');
  return resolution.kind === 'item' ? resolution.item.key : resolution.kind;
}

const planned = { planned: 'add-x' };

describe('items that are no more than planned', () => {
  it('have a key where no document defines it, whatever the order of paths', () => {
    const change = spec('a/change.md', requirement('REQ-1', ['AC1', 'AC2'], planned));
    const index = indexOf([change, spec('b/spec.md', requirement('REQ-1', ['AC1']))]);
    const item = index.item(`${SPECS}#REQ-1`);
    assert.deepEqual([item?.path, index.item(`${SPECS}#REQ-1/AC2`), index.changes().length], ['b/spec.md', undefined, 0]);
    index.update([{ path: 'b/spec.md', facts: undefined }]);
    assert.deepEqual([index.item(`${SPECS}#REQ-1`)?.path, index.changes().length, index.documents().length], ['a/change.md', 1, 0]);
  });

  it('step back behind what counts, in whichever namespace', () => {
    const change = document('changes/a.md', [requirement('REQ-1', [], planned)]);
    const index = indexOf([change, document('docs/b.md', [requirement('REQ-1')])]);
    assert.equal(meaning(index, 'REQ-1'), 'docs/b#REQ-1');
    assert.equal(meaning(index, 'changes/a#REQ-1'), 'changes/a#REQ-1');
  });

  it('are in no count, cover nothing and are asked for by no finding', () => {
    const lower = requirement('SYS-1', [], { ...planned, covers: [reference('REQ-1')] });
    const index = indexOf([
      document('docs/b.md', [requirement('REQ-1')]),
      document('changes/a.md', [lower]),
      code('src/a.ts', annotation('implements', 'SYS-1')),
      code('test/a.test.ts', annotation('verifies', 'SYS-1')),
    ]);
    assert.deepEqual([index.coverage('changes/a#SYS-1').status, index.coverage('docs/b#REQ-1').status], ['met', 'unmet']);
    assert.deepEqual([index.counts().met, index.counts().unmet], [0, 1]);
    assert.deepEqual(
      index.allFindings().map(({ code: name, path }) => `${name} ${path}`),
      ['unmet-criterion docs/b.md'],
    );
    index.update([
      { path: 'changes/a.md', facts: document('changes/a.md', [{ ...lower, planned: undefined } as unknown as RequirementFacts]) },
    ]);
    assert.deepEqual([index.counts().met, index.coverage('docs/b#REQ-1').status], [2, 'met']);
  });
});

describe('further names of items', () => {
  it('find them, but step back behind the id of another', () => {
    const named = requirement('boil', [criterion('filled', 2, { whole: false, aliases: ['AC1'] })], { aliases: ['requirement-boil'] });
    const index = indexOf([document('docs/k.md', [named])]);
    assert.equal(meaning(index, 'k#requirement-boil'), 'docs/k#boil');
    assert.equal(meaning(index, 'k#requirement-boil/AC1'), 'docs/k#boil/filled');
    index.update([{ path: 'docs/k.md', facts: document('docs/k.md', [named, requirement('requirement-boil', [], { line: 5 })]) }]);
    assert.equal(meaning(index, 'k#requirement-boil'), 'docs/k#requirement-boil');
  });

  it('find a criterion alone where they are whole ids', () => {
    const index = indexOf([document('docs/k.md', [requirement('US-1', [criterion('AC2', 2, { aliases: ['US-1.2', 'second'] })])])]);
    assert.equal(meaning(index, 'US-1.2'), 'docs/k#US-1/AC2');
    assert.equal(meaning(index, 'k#second'), 'unknown');
  });
});

describe('what changes would do to items', () => {
  const change = (...proposals: Proposal[]): FileFacts => ({ ...document('changes/c.md', []), proposals });

  it('is a mark that touches nothing else', () => {
    const files = [spec('specs/pay/spec.md', requirement('pay', ['AC1'])), code('src/a.ts', annotation('implements', 'pay#pay'))];
    const alone = indexOf(files);
    const index = indexOf([...files, change(proposal('modified', 'pay'), proposal('removed', 'pay'))]);
    const { pending, ...coverage } = index.coverage(`${SPECS}#pay`);
    assert.deepEqual(coverage, alone.coverage(`${SPECS}#pay`));
    assert.deepEqual(
      pending?.map(({ kind, path }) => `${kind} ${path}`),
      ['modified changes/c.md', 'removed changes/c.md'],
    );
    assert.deepEqual(index.counts(), alone.counts());
  });

  it('tells which items are marked otherwise', () => {
    const index = indexOf([spec('specs/pay/spec.md', requirement('pay'))]);
    const update = (facts: FileFacts | undefined): string[] => [...index.update([{ path: 'changes/c.md', facts }]).changedItems];
    assert.deepEqual(update(change(proposal('modified', 'pay'))), [`${SPECS}#pay`]);
    assert.deepEqual(update(change(proposal('modified', 'pay'))), []);
    assert.deepEqual(update(change(proposal('removed', 'pay'))), [`${SPECS}#pay`]);
    assert.deepEqual(update(undefined), [`${SPECS}#pay`]);
  });

  it('gives a new name as long as it is open, unless something has that name', () => {
    const index = indexOf([spec('specs/pay/spec.md', requirement('pay')), change(proposal('renamed', 'pay', 'charge'))]);
    assert.equal(meaning(index, 'pay#charge'), `${SPECS}#pay`);
    index.update([
      { path: 'specs/pay/spec.md', facts: spec('specs/pay/spec.md', requirement('pay'), requirement('charge', [], { line: 5 })) },
    ]);
    assert.equal(meaning(index, 'pay#charge'), `${SPECS}#charge`);
  });

  it('is a warning where there is nothing to change', () => {
    const index = indexOf([spec('specs/pay/spec.md', requirement('pay')), change(proposal('modified', 'gone'))]);
    assert.deepEqual(
      index.findings('changes/c.md').map(({ code: name, severity }) => `${severity} ${name}`),
      ['warning unknown-reference'],
    );
  });
});
