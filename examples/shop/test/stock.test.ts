import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { RESERVATION_LASTS, Stock } from '../src/stock.ts';

describe('reservation#IP-1.1.1', () => {
  it('AC1 takes the units out of the free stock', () => {
    const stock = new Stock({ tea: 5 });
    stock.reserve('tea', 3, 0);
    assert.equal(stock.free('tea'), 2);
  });

  it('AC2 refuses a reservation as a whole', () => {
    const stock = new Stock({ tea: 5 });
    assert.equal(stock.reserve('tea', 6, 0), undefined);
    assert.equal(stock.free('tea'), 5);
  });
});

describe('expiry', () => {
  it('IP-1.1.2/AC1 ends a reservation after 30 minutes', () => {
    const stock = new Stock({ tea: 5 });
    stock.reserve('tea', 3, 0);
    assert.equal(stock.expire(RESERVATION_LASTS), 1);
    assert.equal(stock.free('tea'), 5);
  });

  // @verifies IP-1.1.3
  it('reports a count below the reserved units', () => {
    const stock = new Stock({ tea: 5 });
    stock.reserve('tea', 3, 0);
    assert.equal(stock.correct('tea', 2), 'reported');
  });
});
