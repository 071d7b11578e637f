import assert from 'node:assert/strict';
import { ALL, fitting, folded, parseQuery } from '../../../src/report/page/selection.ts';
import type { Filter, Searchable } from '../../../src/report/page/selection.ts';

const line = (searched: string, more: Partial<Searchable> = {}): Searchable => ({
  searched: folded(searched),
  status: 'met',
  isUnproven: false,
  path: 'docs/launch.md',
  ...more,
});

const LINES: Readonly<Record<string, Searchable>> = {
  AC1: line('IP-1.1/AC1 Orders are confirmed met confirm() src/orders.ts:12', { isUnproven: true }),
  AC2: line('IP-1.1/AC2 Elektrizitäten werden gezählt unmet no code no test', { status: 'unmet' }),
  AC3: line('IP-1.1/AC3 Stock is counted stale src/stock.ts:3 no test Ada Person', { status: 'stale' }),
  REQ: line('REQ-7 Backups met', { path: 'docs/routine.md' }),
};

function shown(filter: Partial<Filter>): string {
  const fits = fitting({ ...ALL, ...filter });
  return Object.keys(LINES)
    .filter((name) => fits(LINES[name] ?? line('')))
    .join(' ');
}

describe('selection of the report page', () => {
  const cases: readonly [filter: Partial<Filter>, lines: string][] = [
    [{}, 'AC1 AC2 AC3 REQ'],
    [{ text: '   ' }, 'AC1 AC2 AC3 REQ'],
    [{ text: 'CONFIRMED  orders' }, 'AC1'],
    [{ text: 'src/stock.ts' }, 'AC3'],
    [{ text: 'ada person' }, 'AC3'],
    [{ text: 'ac3 person confirmed' }, ''],
    [{ text: 'unmet' }, 'AC2'],
    [{ text: '"no test"' }, 'AC2 AC3'],
    [{ text: '"test no"' }, ''],
    [{ text: '„no code“' }, 'AC2'],
    [{ text: '"no te' }, 'AC2 AC3'],
    [{ text: 'elektrizitaten' }, 'AC2'],
    [{ text: 'ELEKTRIZITA\u0308TEN' }, 'AC2'],
    [{ text: '-src' }, 'AC2 REQ'],
    [{ text: 'ip-1.1 -"no test"' }, 'AC1'],
    [{ text: '-' }, 'AC1 AC2 AC3 REQ'],
    [{ document: 'docs/routine.md' }, 'REQ'],
    [{ document: 'docs/gone.md' }, ''],
    [{ statuses: new Set(['met']) }, 'AC1 REQ'],
    [{ statuses: new Set() }, ''],
    [{ unproven: true }, 'AC1'],
    [{ unproven: true, document: 'docs/routine.md' }, ''],
  ];
  for (const [filter, lines] of cases) {
    const asked = JSON.stringify({ ...filter, ...(filter.statuses && { statuses: [...filter.statuses] }) });
    it(`shows ${lines || 'nothing'} for ${asked}`, () => assert.equal(shown(filter), lines));
  }

  it('takes words apart as a person means them', () => {
    assert.deepEqual(parseQuery('Order -draft "No Test" -"to be"'), { wanted: ['order', 'no test'], unwanted: ['draft', 'to be'] });
  });
});
