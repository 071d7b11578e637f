import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import {
  annotation,
  code,
  criterion,
  document,
  findingsOf,
  fixesOf,
  indexOf,
  mentions,
  requirement,
  told,
} from '../../support/index/build.ts';

const CODE = 'stale-link';
const texts = (...all: string[]) =>
  document('plan.md', [
    requirement(
      'IP-1',
      all.map((text, at) => criterion(`AC${at + 1}`, at + 1, { text })),
    ),
  ]);

function pinOf(text: string): string {
  const index = indexOf([texts(text)]);
  const item = index.item('plan#IP-1/AC1');
  assert.ok(item);
  return index.pin(item);
}

describe(CODE, () => {
  const pinned = code('a.ts', annotation('implements', `IP-1/AC1~${pinOf('old')}`, 3));

  // @verifies RT-2.4/AC2~47f38c
  it('is silent as long as the text stays', () => {
    assert.deepEqual(findingsOf(indexOf([texts('old'), pinned]), CODE, 'a.ts'), []);
  });

  // @verifies RT-2.4/AC2~47f38c, RT-4.2/AC21~4c68ad
  it('offers the pin of the present text', () => {
    const [finding] = findingsOf(indexOf([texts('new'), pinned]), CODE, 'a.ts');
    assert.ok(finding);
    assert.equal(told(finding), '3:15 IP-1/AC1 changed after it was pinned here. Check that this code still meets it, then update the pin');
    assert.deepEqual(fixesOf(finding), [`Pin to the present text of IP-1/AC1: IP-1/AC1~${pinOf('new')}`]);
    assert.deepEqual(
      finding.related.map(({ path, range }) => [path, range.start.line]),
      [['plan.md', 1]],
    );
  });

  it('follows a text that has moved to one sibling', () => {
    const index = indexOf([texts('old'), pinned]);
    index.update([{ path: 'plan.md', facts: texts('new', 'old') }]);
    const [finding] = findingsOf(index, CODE, 'a.ts');
    assert.ok(finding);
    assert.match(inEnglish(finding.message), /The pinned text is now AC2\. Update the reference$/u);
    assert.equal(fixesOf(finding)[0], `* Change to IP-1/AC2: IP-1/AC2~${pinOf('old')}`);
  });

  it('does not guess between two siblings of that text', () => {
    const [finding] = findingsOf(indexOf([texts('new', 'old', 'old'), pinned]), CODE, 'a.ts');
    assert.deepEqual(finding && fixesOf(finding).length, 1);
  });

  it('lets a mention be', () => {
    assert.deepEqual(findingsOf(indexOf([texts('new'), mentions('a.ts', 'IP-1/AC1~000000')]), CODE, 'a.ts'), []);
  });
});
