import assert from 'node:assert/strict';
import { createReading } from '../../src/formats/extraction/reading.ts';
import { lookup } from '../../src/query/lookup.ts';
import { document, indexOf, requirement } from '../support/index/build.ts';

const index = indexOf([
  document('docs/launch.md', [requirement('IP-1.1', ['AC1', 'AC2']), requirement('quality-gates', ['AC1'])]),
  document('docs/routine.md', [requirement('IP-1.1', ['AC1']), requirement('US-2', ['AC-US2-01'])]),
]);

const { ids } = createReading(index.configuration);

describe('lookup', () => {
  const found: readonly [typed: string, key: string][] = [
    ['docs/launch#IP-1.1/AC2', 'docs/launch#IP-1.1/AC2'],
    ['launch#IP-1.1', 'docs/launch#IP-1.1'],
    ['launch#IP-1.1/AC-2', 'docs/launch#IP-1.1/AC2'],
    ['launch#IP-1.1/AC2~3f2a9c', 'docs/launch#IP-1.1/AC2'],
    [' US-2 ', 'docs/routine#US-2'],
    ['AC-US2-01', 'docs/routine#US-2/AC-US2-01'],
    ['IP-1.1/AC2', 'docs/launch#IP-1.1/AC2'],
    ['quality-gates', 'docs/launch#quality-gates'],
    ['quality-gates/AC-1', 'docs/launch#quality-gates/AC1'],
    ['launch#quality-gates/AC1', 'docs/launch#quality-gates/AC1'],
  ];
  for (const [typed, key] of found) {
    it(`finds ${key} for ${JSON.stringify(typed)}`, () => {
      const answer = lookup(index, ids, typed);
      assert.equal(answer.kind === 'found' && answer.item.key, key);
    });
  }

  it('names the candidates of an ambiguous id', () => {
    const answer = lookup(index, ids, 'IP-1.1');
    assert.deepEqual(answer.kind === 'ambiguous' && answer.candidates.map(({ key }) => key), ['docs/launch#IP-1.1', 'docs/routine#IP-1.1']);
  });

  const unknown: readonly [typed: string, suggestion: string | undefined][] = [
    ['US-3', 'US-2'],
    ['us-2', 'US-2'],
    ['UZ-2', 'US-2'],
    ['launch#IP-1.1/AC9', 'launch#IP-1.1/AC1'],
    ['nothing like it', undefined],
    ['', undefined],
  ];
  for (const [typed, suggestion] of unknown) {
    it(`suggests ${suggestion ?? 'nothing'} for ${JSON.stringify(typed)}`, () => {
      const answer = lookup(index, ids, typed);
      assert.equal(answer.kind === 'unknown' && answer.suggestions[0], suggestion);
    });
  }
});
