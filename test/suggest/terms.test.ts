import assert from 'node:assert/strict';
import { termsIn, termsOf, wordsByTerm } from '../../src/suggest/terms.ts';

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

describe('Terms', () => {
  for (const [name, terms] of Object.entries(NAMES)) {
    // @verifies RT-12.1/AC2~d51c46
    it(`of ${name} are: ${terms}`, () => {
      assert.equal(termsOf(name).join(' '), terms);
    });
  }

  it('leave out digits and ids', () => {
    assert.deepEqual(Object.fromEntries(termsIn('Orders, order2 and 42 more orders')), { order: 3, more: 1 });
  });

  it('lead back to the words as they were written', () => {
    assert.deepEqual(Object.fromEntries(wordsByTerm('Reserved stock is reserved')), { reserv: 'reserved', stock: 'stock' });
  });
});
