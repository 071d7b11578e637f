import assert from 'node:assert/strict';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { document, findingsOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'duplicate-id';
const keyed = (path: string) => document(path, [requirement('IP-1')], { documentKey: 'launch' });

describe(CODE, () => {
  it('finds the second document of a key', () => {
    const index = indexOf([keyed('docs/b.md'), keyed('docs/a.md')]);
    assert.deepEqual(findingsOf(index, CODE, 'docs/a.md'), []);
    const [finding] = findingsOf(index, CODE, 'docs/b.md');
    assert.ok(finding);
    assert.equal(told(finding), '0:0 The document key launch is already that of docs/a.md; give this document another');
    assert.deepEqual(
      finding.related.map(({ path }) => path),
      ['docs/a.md'],
    );
  });

  // @verifies RT-4.2/AC6~c2029e
  it('allows one id in two documents', () => {
    const index = indexOf([document('a.md', [requirement('IP-1')]), document('b.md', [requirement('IP-1')])]);
    assert.deepEqual(
      index.allFindings().filter(({ code }) => code === CODE),
      [],
    );
  });

  // @verifies RT-4.2/AC6~c2029e
  it('lets the first of two equal ids in a document count', () => {
    const problems = [{ code: CODE, range: rangeAt(9, 3, 9), message: say('IP-1 is defined twice') } as const];
    const twice = document('a.md', [requirement('IP-1', ['AC1']), requirement('IP-1', [], { line: 9 })], { problems });
    const index = indexOf([twice]);
    assert.deepEqual(findingsOf(index, CODE, 'a.md').map(told), ['9:3 IP-1 is defined twice']);
    assert.deepEqual(
      [...index.requirements()].map(({ facts }) => facts.criteria.length),
      [1],
    );
  });
});
