import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

const DOCUMENT = 'docs/orders.md';
const CODE = 'src/orders.ts';
const TEST = 'test/orders.test.ts';

const CONFIRM = 'Orders are confirmed within a minute';
const REJECT = 'Empty parcels come back to the sender';
const KEEP = 'Invoices stay readable for ten years';

/** Criteria that are numbered by their order. */
function doc(...criteria: string[]): string {
  return section('REQ-1: Orders', ...criteria);
}

function section(title: string, ...criteria: string[]): string {
  return `## ${title}\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `1. ${text}\n`).join('')}\n`;
}

const CODE_TEXT = `// @implements REQ-1/AC1
export function confirm(order) {
  queue.push(order);
  return mail.send(order.customer);
}

// @implements REQ-1/AC2
export function reject(parcel) {
  if (parcel.weight === 0) return depot.back(parcel);
  return parcel;
}
`;

const TEST_TEXT = `describe('REQ-1', () => {
  it('AC1 works', () => {
    confirm({ customer: 'Ann' });
    expect(mail.sent).toEqual(['Ann']);
  });
  it('AC2 works', () => {
    expect(reject({ weight: 0 })).toBe(depot.last);
  });
});
`;

const BEFORE: Files = { [DOCUMENT]: doc(CONFIRM, REJECT), [CODE]: CODE_TEXT, [TEST]: TEST_TEXT };
const SWAPPED = doc(REJECT, CONFIRM);
/** A line more in each function and a comment in each test, the annotations untouched. */
const LOGGED: Files = {
  [CODE]: CODE_TEXT.replaceAll(/^(export function .*)$/gmu, '$1\n  log(1);'),
  [TEST]: TEST_TEXT.replaceAll(/^( {2}it.*)$/gmu, '$1\n    // see the plan'),
};
/** Both references rewritten for the new numbers. */
function exchanged(text: string): string {
  return text.replaceAll('AC1', 'AC0').replaceAll('AC2', 'AC1').replaceAll('AC0', 'AC2');
}

describe('links that mean another text than the one that they were written for', () => {
  const both = { suspect: ['REQ-1/AC1', 'REQ-1/AC2'] };
  const cases: readonly [what: string, head: Files, expected: Record<string, string[]>, base?: Files][] = [
    ['criteria change places', { ...BEFORE, [DOCUMENT]: SWAPPED }, both],
    ['they change places, and every function and test has a change', { ...BEFORE, ...LOGGED, [DOCUMENT]: SWAPPED }, both],
    ['the code changes and the tests do not', { ...BEFORE, [CODE]: LOGGED[CODE] ?? '', [DOCUMENT]: SWAPPED }, both],
    ['a formatter went over all', { ...BEFORE, [CODE]: CODE_TEXT.replaceAll('  ', '\t').replaceAll(';', ''), [DOCUMENT]: SWAPPED }, both],
    ['functions are written anew', { ...BEFORE, [CODE]: CODE_TEXT.replaceAll(/^ {2}.*$/gmu, '  throw todo;'), [DOCUMENT]: SWAPPED }, both],
    [
      'functions have other names',
      { ...BEFORE, [CODE]: CODE_TEXT.replace('confirm(', 'confirmOrder(').replace('reject(', 'rejectParcel('), [DOCUMENT]: SWAPPED },
      both,
    ],
    ['functions are in another file', { [DOCUMENT]: SWAPPED, 'src/shop/orders.ts': LOGGED[CODE] ?? '', [TEST]: TEST_TEXT }, both],
    [
      'a criterion above moves those below down, functions changed',
      { ...BEFORE, ...LOGGED, [DOCUMENT]: doc(KEEP, CONFIRM, REJECT) },
      { broken: ['REQ-1/AC3'], suspect: ['REQ-1/AC1', 'REQ-1/AC2'] },
    ],
    [
      'a criterion that goes moves those below up, functions changed',
      { ...BEFORE, ...LOGGED, [DOCUMENT]: doc(REJECT) },
      { suspect: ['REQ-1/AC1'], removed: ['REQ-1/AC1'] },
    ],
    [
      'three criteria are turned round, functions changed',
      { ...BEFORE, ...LOGGED, [DOCUMENT]: doc(KEEP, CONFIRM, REJECT) },
      { broken: ['REQ-1/AC3'], suspect: ['REQ-1/AC1', 'REQ-1/AC2'] },
      { ...BEFORE, [DOCUMENT]: doc(CONFIRM, REJECT, KEEP) },
    ],
    [
      'requirements exchange their numbers, functions changed',
      { [DOCUMENT]: section('REQ-1: Parcels', REJECT) + section('REQ-2: Orders', CONFIRM), [CODE]: whole(LOGGED[CODE]) },
      { suspect: ['REQ-1/AC1', 'REQ-2/AC1'] },
      { [DOCUMENT]: section('REQ-1: Orders', CONFIRM) + section('REQ-2: Parcels', REJECT), [CODE]: whole(CODE_TEXT) },
    ],
    [
      'annotations stand on no declaration',
      { [DOCUMENT]: SWAPPED, 'shop.ini': '# @implements REQ-1/AC1\nwithin = 61\n\n# @implements REQ-1/AC2\nback = always\n' },
      both,
      { [DOCUMENT]: doc(CONFIRM, REJECT), 'shop.ini': '# @implements REQ-1/AC1\nwithin = 60\n\n# @implements REQ-1/AC2\nback = yes\n' },
    ],
  ];
  for (const [what, head, expected, base = BEFORE] of cases) {
    it(`are suspect where ${what}`, () => {
      assert.deepEqual(listed(difference(base, head)), expected);
    });
  }

  it('are suspect where the document is renamed as well', () => {
    const head = { 'docs/sales.md': SWAPPED, [CODE]: LOGGED[CODE] ?? '', [TEST]: TEST_TEXT };
    assert.deepEqual(listed(difference(BEFORE, head, { [DOCUMENT]: 'docs/sales.md' })), both);
  });

  it('say what they were written for', () => {
    assert.deepEqual(told(difference(BEFORE, { ...BEFORE, ...LOGGED, [DOCUMENT]: SWAPPED }))['suspect'], [
      `REQ-1/AC1 < REQ-1/AC2: the code "confirm()" in src/orders.ts:1 was written for another text that had this ID: "${CONFIRM}"`,
      `REQ-1/AC2 < REQ-1/AC1: the code "reject()" in src/orders.ts:8 was written for another text that had this ID: "${REJECT}"`,
    ]);
  });

  const renumbered = { renumbered: ['REQ-1/AC1', 'REQ-1/AC2'] };
  const followed: readonly [what: string, head: Files, expected: Record<string, string[]>, base?: Files][] = [
    ['references followed the criteria', { [DOCUMENT]: SWAPPED, [CODE]: exchanged(CODE_TEXT), [TEST]: exchanged(TEST_TEXT) }, renumbered],
    [
      'references followed, and functions and tests changed',
      { [DOCUMENT]: SWAPPED, [CODE]: exchanged(LOGGED[CODE] ?? ''), [TEST]: exchanged(TEST_TEXT.replaceAll('expect(', 'verify(')) },
      { touched: ['REQ-1/AC1', 'REQ-1/AC2'] },
    ],
    [
      'one function is about both texts',
      { [DOCUMENT]: SWAPPED, [CODE]: '// @implements REQ-1/AC1, REQ-1/AC2\nexport function all() {\n  return 1;\n}\n' },
      renumbered,
      { [DOCUMENT]: doc(CONFIRM, REJECT), [CODE]: '// @implements REQ-1/AC1, REQ-1/AC2\nexport function all() {\n  return 1;\n}\n' },
    ],
    [
      'a text is replaced by a new one and the code with it',
      { ...BEFORE, ...LOGGED, [TEST]: TEST_TEXT.replaceAll('expect(', 'verify('), [DOCUMENT]: doc(KEEP, REJECT) },
      { touched: ['REQ-1/AC1', 'REQ-1/AC2'] },
    ],
    [
      'references without a declaration changed places with the texts',
      { [DOCUMENT]: SWAPPED, 'shop.ini': '# @implements REQ-1/AC2\nwithin = 60\n\n# @implements REQ-1/AC1\nback = yes\n' },
      renumbered,
      { [DOCUMENT]: doc(CONFIRM, REJECT), 'shop.ini': '# @implements REQ-1/AC1\nwithin = 60\n\n# @implements REQ-1/AC2\nback = yes\n' },
    ],
    [
      'a function is deleted and another one written for the new text',
      {
        [DOCUMENT]: doc(KEEP, CONFIRM),
        [CODE]: '// @implements REQ-1/AC1\nexport function archive(invoice) {\n  disk.write(invoice);\n}\n',
      },
      { broken: ['REQ-1/AC2'], added: ['REQ-1/AC1'] },
      { [DOCUMENT]: doc(CONFIRM), [CODE]: CODE_TEXT.slice(0, CODE_TEXT.indexOf('\n\n')) },
    ],
  ];
  for (const [what, head, expected, base = BEFORE] of followed) {
    it(`are not suspect where ${what}`, () => {
      assert.deepEqual(listed(difference(base, head)), expected);
    });
  }
});

/** The same annotations on whole requirements. */
function whole(text = ''): string {
  return text.replace('REQ-1/AC1', 'REQ-1').replace('REQ-1/AC2', 'REQ-2');
}
