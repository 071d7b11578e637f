import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 6);

function pins(text: string, detail = ''): readonly string[] {
  const index = indexOf([document('a.md', [requirement('IP-1', [criterion('AC1', 1, { text, detail })], { title: text, text: detail })])]);
  return ['a#IP-1', 'a#IP-1/AC1'].map((key) => {
    const item = index.item(key);
    assert.ok(item);
    return index.pin(item);
  });
}

describe('a pin', () => {
  it('is the beginning of SHA-256 over text and detail, title and prose', () => {
    assert.deepEqual(pins('Orders are kept', 'for a year'), [hash('Orders are kept for a year'), hash('Orders are kept for a year')]);
    assert.deepEqual(pins('Größe ≥ 1 😀'), [hash('Größe ≥ 1 😀'), hash('Größe ≥ 1 😀')]);
  });

  // @verifies RT-2.4/AC1~7c39aa
  it('does not heed white space and the form of letters', () => {
    assert.deepEqual(pins('Gr\u006f\u0308\u00dfe  of\n it', ' more '), pins('Gr\u00f6\u00dfe of it', 'more'));
  });

  it('heeds detail', () => {
    assert.notDeepEqual(pins('Orders', 'for a year'), pins('Orders', 'for two years'));
  });
});
