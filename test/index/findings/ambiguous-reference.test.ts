import assert from 'node:assert/strict';
import { annotation, code, document, findingsOf, fixesOf, indexOf, mentions, requirement, told } from '../../support/index/build.ts';

const CODE = 'ambiguous-reference';
const first = document('docs/first.md', [requirement('IP-1', ['AC1'])]);
const second = document('docs/second.md', [requirement('IP-1', ['AC1'], { title: 'Another' })]);

describe(CODE, () => {
  it('says what to do about a document that only writes it again', () => {
    const again = document('docs/again.md', [requirement('IP-1')]);
    const index = indexOf([first, again, code('a.ts', annotation('implements', 'IP-1'))]);
    const [finding] = findingsOf(index, CODE, 'a.ts');
    assert.match(finding ? told(finding) : '', /Name the document, or exclude the copy with documents in reqtrace\.yaml$/u);
  });

  // @verifies RT-2.3/AC1~0d0ac7, RT-4.2/AC1~a316a1
  it('names the candidates and qualifies with each', () => {
    const index = indexOf([first, second, code('a.ts', annotation('implements', 'IP-1/AC1~00beef', 3))]);
    const [finding] = findingsOf(index, CODE, 'a.ts');
    assert.ok(finding);
    assert.equal(told(finding), '3:15 IP-1/AC1~00beef is ambiguous: it may mean first#IP-1/AC1 or second#IP-1/AC1. Name the document');
    assert.deepEqual(fixesOf(finding), [
      'Change to first#IP-1/AC1: first#IP-1/AC1~00beef',
      'Change to second#IP-1/AC1: second#IP-1/AC1~00beef',
    ]);
    assert.deepEqual(
      finding.related.map(({ path }) => path),
      ['docs/first.md', 'docs/second.md'],
    );
    assert.equal(index.coverage('docs/first#IP-1/AC1').status, 'unmet');
  });

  it('lets a mention be', () => {
    assert.deepEqual(indexOf([first, second, mentions('a.md', 'IP-1')]).findings('a.md'), []);
  });

  it('is gone with one of the candidates', () => {
    const index = indexOf([first, second, code('a.ts', annotation('implements', 'IP-1'))]);
    const { changedFiles } = index.update([{ path: 'docs/second.md', facts: undefined }]);
    assert.ok(changedFiles.has('a.ts'));
    assert.deepEqual(index.findings('a.ts'), []);
    assert.equal(index.coverage('docs/first#IP-1/AC1').status, 'partial');
  });

  it('follows a candidate to its new place', () => {
    const index = indexOf([first, second, code('a.ts', annotation('implements', 'IP-1'))]);
    const moved = document('docs/second.md', [requirement('IP-1', ['AC1'], { line: 7 })]);
    const { changedFiles } = index.update([{ path: 'docs/second.md', facts: moved }]);
    assert.ok(changedFiles.has('a.ts'));
    assert.equal(findingsOf(index, CODE, 'a.ts')[0]?.related[1]?.range.start.line, 7);
  });
});
