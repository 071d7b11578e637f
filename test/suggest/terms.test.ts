import assert from 'node:assert/strict';
import { splitName, wordsByTerm } from '../../src/suggest/terms.ts';
import { Vocabulary } from '../../src/suggest/vocabulary.ts';

/** Names and their terms, those of the whole name last. */
const NAMES: Readonly<Record<string, string>> = {
  parseHTTPRequests: 'pars http request parsehttprequest',
  reserve_stock_items: 'reserv stock item reservestockitem',
  ReservationService: 'reserv servic reservationservic',
  XMLHttpRequest: 'xml http request xmlhttprequest',
  Übergrößen: 'übergrößen',
  库存预留: '库存 存预 预留',
  // Words of any code and of any sentence tell no file from another.
  return: '',
  the: '',
  x: '',
};

/** Terms of a text, each with how often it occurs. */
function counted(text: string, words = new Vocabulary()): readonly string[] {
  const terms = words.termsIn([text]);
  return Array.from({ length: terms.length / 2 }, (_, at) => `${words.termOf(terms[at * 2] ?? -1)} ${terms[at * 2 + 1]}`);
}

describe('Terms', () => {
  for (const [name, terms] of Object.entries(NAMES)) {
    // @verifies RT-12.1/AC2~d51c46
    it(`of ${name} are: ${terms}`, () => {
      assert.equal(splitName(name).join(' '), terms);
    });
  }

  it('leave out digits and ids', () => {
    assert.deepEqual(counted('Orders, order2 and 42 more orders'), ['order 3', 'more 1']);
  });

  it('are the same, however many texts were read before', () => {
    const words = new Vocabulary();
    const name = (at: number): string =>
      `name${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + Math.floor(at / 676))}Stock`;
    for (let at = 0; at < 9000; at++) words.termsIn([`${name(at)} größe ${name(at)}`]);
    for (const text of [name(0), name(8999), 'größe', 'reserveStock reserve_stock', `${'x'.repeat(61)} stock`])
      assert.deepEqual(counted(text, words), counted(text), text);
  });

  it('of a name that is too long to be one are none', () => {
    assert.deepEqual(counted(`${'x'.repeat(60)} ${'y'.repeat(61)}`), [`${'x'.repeat(60)} 1`]);
  });

  it('lead back to the words as they were written', () => {
    assert.deepEqual(Object.fromEntries(wordsByTerm('Reserved stock is reserved')), { reserv: 'reserved', stock: 'stock' });
  });
});
