import assert from 'node:assert/strict';
import { compare } from '../../../src/query/diff/compare.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, difference, told } from '../../support/diffStates.ts';

const DOCUMENT = 'docs/launch.md';
const CODE = 'src/orders.ts';
const TEST = 'test/orders.test.ts';

/** A document with one requirement; criteria in order. */
function doc(...criteria: string[]): string {
  return section('1.1: Orders', ...criteria);
}

function section(title: string, ...criteria: string[]): string {
  return `### Integration Point ${title}\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- [ ] ${text}\n`).join('')}\n`;
}

function code(...criteria: string[]): string {
  return criteria.map((id) => `// @implements IP-1.1/${id}\nexport function for${id}() {\n  return '${id}';\n}\n`).join('\n');
}

function tests(...criteria: string[]): string {
  return `describe('IP-1.1', () => {\n${criteria.map((id) => `  it('${id} holds', () => {\n    check(${id.slice(2)});\n  });\n`).join('')}});\n`;
}

/** `~PIN` is the pin of the criterion as it is confirmed within a minute. */
function pinned(files: Files): Files {
  const { head } = comparisonOf({}, { [DOCUMENT]: doc(CONFIRM) });
  const item = head.item('docs/launch#IP-1.1/AC1');
  assert.ok(item);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('~PIN', `~${head.pin(item)}`)]));
}

const CONFIRM = 'Orders are confirmed within a minute';
const REJECT = 'Empty orders are rejected with a reason';
const KEEP = 'Orders are kept for ten years';

const MET: Files = { [DOCUMENT]: doc(CONFIRM, REJECT), [CODE]: code('AC1', 'AC2'), [TEST]: tests('AC1', 'AC2') };

// @verifies RT-5.1/AC1~d3b185
describe('compare', () => {
  const cases: readonly [what: string, base: Files, head: Files, expected: Record<string, string[]>][] = [
    ['says nothing of what stayed the same', MET, MET, {}],
    [
      'a criterion that gets what it lacked is newly met',
      { ...MET, [TEST]: tests('AC1') },
      MET,
      { met: ['IP-1.1/AC2: was partial, is met through the test "AC2 holds" in test/orders.test.ts:5'] },
    ],
    [
      'a criterion that loses a test is broken',
      MET,
      { ...MET, [TEST]: tests('AC1') },
      { broken: ['IP-1.1/AC2: was met, is partial: the test "AC2 holds" in test/orders.test.ts:5 no longer points at it'] },
    ],
    [
      'so is one that had half and has nothing',
      { [DOCUMENT]: doc(CONFIRM), [CODE]: code('AC1') },
      { [DOCUMENT]: doc(CONFIRM), [CODE]: '' },
      { broken: ['IP-1.1/AC1: was partial, is unmet: the code "forAC1()" in src/orders.ts:1 no longer points at it'] },
    ],
    [
      'a new criterion is added, or met at once',
      MET,
      {
        ...MET,
        [DOCUMENT]: doc(CONFIRM, REJECT, KEEP, 'Stock is counted after each order'),
        [CODE]: code('AC1', 'AC2', 'AC3'),
        [TEST]: tests('AC1', 'AC2', 'AC3'),
      },
      {
        added: ['IP-1.1/AC4: new and unmet'],
        met: ['IP-1.1/AC3: new and met through the code "forAC3()" in src/orders.ts:11, the test "AC3 holds" in test/orders.test.ts:8'],
      },
    ],
    [
      'a criterion that is gone is removed, and it says what was about it',
      MET,
      { ...MET, [DOCUMENT]: doc(CONFIRM) },
      {
        removed: [
          'IP-1.1/AC2: was met, is not in the documents any more: the code "forAC2()" in src/orders.ts:6, the test "AC2 holds" in test/orders.test.ts:5 were about it',
        ],
      },
    ],
    [
      'a text that changed alone makes its links suspect',
      MET,
      { ...MET, [DOCUMENT]: doc('Orders are confirmed within an hour', REJECT) },
      { suspect: ['IP-1.1/AC1: the text changed, but neither its code nor its tests did'] },
    ],
    [
      'also if only the code followed',
      MET,
      { ...MET, [DOCUMENT]: doc('Orders are confirmed within an hour', REJECT), [CODE]: code('AC1', 'AC2').replace("'AC1'", "'later'") },
      { suspect: ['IP-1.1/AC1: the text changed and its code did, but its tests did not'] },
    ],
    [
      'a text that code and tests followed is touched',
      MET,
      {
        [DOCUMENT]: doc('Orders are confirmed within an hour', REJECT),
        [CODE]: code('AC1', 'AC2').replace("'AC1'", "'later'"),
        [TEST]: tests('AC1', 'AC2').replace('check(1)', 'check(3600)'),
      },
      {
        touched: [
          'IP-1.1/AC1: the text changed; the code "forAC1()" in src/orders.ts:3, the test "AC1 holds" in test/orders.test.ts:3 changed',
        ],
      },
    ],
    [
      'a change inside an annotated function touches its criterion alone',
      MET,
      { ...MET, [CODE]: code('AC1', 'AC2').replace("return 'AC2'", "return 'other'") },
      { touched: ['IP-1.1/AC2: the code "forAC2()" in src/orders.ts:8 changed'] },
    ],
    [
      'a change outside touches none',
      MET,
      { ...MET, [CODE]: `import { x } from 'y';\n\n${code('AC1', 'AC2')}\nexport const unrelated = 1;\n` },
      {},
    ],
    [
      'line ends and indentation are no change',
      MET,
      { ...MET, [CODE]: code('AC1', 'AC2').replaceAll('\n', '\r\n').replaceAll('  ', '\t') },
      {},
    ],
    [
      'an annotation that is added above the head is no change of the code',
      { ...MET, [TEST]: tests('AC1') },
      {
        ...MET,
        [TEST]: tests('AC1'),
        [CODE]: code('AC1', 'AC2').replace('// @implements IP-1.1/AC2', '// see the plan\n// @implements IP-1.1/AC2'),
      },
      {},
    ],
    [
      'another test of what is met touches it',
      MET,
      { ...MET, 'test/more.test.ts': tests('AC1') },
      { touched: ['IP-1.1/AC1: the test "AC1 holds" in test/more.test.ts:2 is new'] },
    ],
    ['code that is moved with its annotation is the same', MET, { ...MET, [CODE]: code('AC1'), 'src/moved.ts': code('AC2') }, {}],
    [
      'code that is moved and changed is touched',
      MET,
      { ...MET, [CODE]: code('AC1'), 'src/moved.ts': code('AC2').replace("'AC2'", "'new'") },
      { touched: ['IP-1.1/AC2: the code "forAC2()" in src/moved.ts:3 changed'] },
    ],
    [
      'lines that are gone below an annotation without a declaration count',
      { [DOCUMENT]: doc(CONFIRM), 'shop.ini': '# @implements IP-1.1/AC1\nwithin = 60\n' },
      { [DOCUMENT]: doc(CONFIRM), 'shop.ini': '# @implements IP-1.1/AC1\n' },
      { touched: ['IP-1.1/AC1: the code in shop.ini:1 changed'] },
    ],
    [
      'a waiver is told',
      { [DOCUMENT]: doc(CONFIRM) },
      { [DOCUMENT]: doc(CONFIRM), 'src/w.ts': '// @waives IP-1.1/AC1: by hand until 2099-01-01\n' },
      { waived: ['IP-1.1/AC1: was unmet, is waived now: by hand until 2099-01-01'] },
    ],
    [
      'and so is one that goes',
      { [DOCUMENT]: doc(CONFIRM), 'src/w.ts': '// @waives IP-1.1/AC1: by hand until 2099-01-01\n' },
      { [DOCUMENT]: doc(CONFIRM) },
      { broken: ['IP-1.1/AC1: was waived, is unmet: its waiver is not valid any more'] },
    ],
    [
      'what is struck out is told as well',
      MET,
      { ...MET, [DOCUMENT]: doc(CONFIRM, `~~${REJECT}~~`) },
      { waived: ['IP-1.1/AC2: was met, is exempt now: it is marked as one that needs nothing'] },
    ],
    [
      'and so is what moves into an archive',
      MET,
      { [CODE]: code('AC1', 'AC2'), [TEST]: tests('AC1', 'AC2'), 'docs/archive/a.md': doc(CONFIRM, REJECT) },
      {
        waived: ['AC1', 'AC2'].map(
          (id) =>
            `IP-1.1/${id} < docs/launch#IP-1.1/${id}: was met, is exempt now: not by a mark in docs/archive/a.md, but by its place, its notation or reqtrace.yaml`,
        ),
      },
    ],
    [
      'a pinned link whose text changes is broken, even where a test was missing',
      { [DOCUMENT]: doc(CONFIRM), [CODE]: '// @implements IP-1.1/AC1~PIN\nexport function a() {}\n' },
      { [DOCUMENT]: doc('Orders are confirmed within an hour'), [CODE]: '// @implements IP-1.1/AC1~PIN\nexport function a() {}\n' },
      { broken: ['IP-1.1/AC1: was partial, is stale: the text changed since it was pinned'] },
    ],
    [
      'a text that nothing points at is reworded',
      { [DOCUMENT]: doc(CONFIRM) },
      { [DOCUMENT]: doc('Orders are confirmed within an hour') },
      { reworded: ['IP-1.1/AC1: the text changed; nothing points at it yet'] },
    ],
    [
      'an insertion renumbers what stands below, and shows links that now mean another criterion',
      MET,
      { ...MET, [DOCUMENT]: doc(KEEP, CONFIRM, REJECT) },
      {
        broken: [
          'IP-1.1/AC3 < IP-1.1/AC2: was met, is unmet: the code "forAC2()" in src/orders.ts:6, the test "AC2 holds" in test/orders.test.ts:5 no longer point at it; it was IP-1.1/AC2 and is IP-1.1/AC3 now',
        ],
        suspect: [
          'IP-1.1/AC1: the code "forAC1()" in src/orders.ts:1 was written for another text that had this ID: "Orders are confirmed within a minute"',
          'IP-1.1/AC2 < IP-1.1/AC1: the code "forAC2()" in src/orders.ts:6 was written for another text that had this ID: "Empty orders are rejected with a reason"',
        ],
      },
    ],
    [
      'an insertion that the links followed is only a renumbering',
      MET,
      {
        [DOCUMENT]: doc(KEEP, CONFIRM, REJECT),
        [CODE]: code('AC1', 'AC2').replace('/AC2', '/AC3').replace('/AC1', '/AC2'),
        [TEST]: tests('AC1', 'AC2').replace('AC2', 'AC3').replace('AC1', 'AC2'),
      },
      {
        added: ['IP-1.1/AC1: new and unmet'],
        renumbered: ['IP-1.1/AC2 < IP-1.1/AC1', 'IP-1.1/AC3 < IP-1.1/AC2'].map(
          (ids) => `${ids}: the text is the same, only its ID or its document changed`,
        ),
      },
    ],
    [
      'a criterion that is reworded and renumbered at once is the same, if it says much the same',
      { [DOCUMENT]: doc(CONFIRM, REJECT) },
      { [DOCUMENT]: doc(KEEP, 'Orders are confirmed within an hour', REJECT) },
      {
        added: ['IP-1.1/AC1: new and unmet'],
        reworded: ['IP-1.1/AC2 < IP-1.1/AC1: the text changed; nothing points at it yet'],
        renumbered: ['IP-1.1/AC3 < IP-1.1/AC2: the text is the same, only its ID or its document changed'],
      },
    ],
    [
      'its links, which kept the old id, were written for another text',
      { [DOCUMENT]: doc(CONFIRM), [CODE]: code('AC1') },
      { [DOCUMENT]: doc(KEEP, 'Orders are confirmed within an hour'), [CODE]: code('AC1') },
      {
        broken: [
          'IP-1.1/AC2 < IP-1.1/AC1: was partial, is unmet: the code "forAC1()" in src/orders.ts:1 no longer points at it; it was IP-1.1/AC1 and is IP-1.1/AC2 now',
        ],
        suspect: [
          'IP-1.1/AC1: the code "forAC1()" in src/orders.ts:1 was written for another text that had this ID: "Orders are confirmed within a minute"',
        ],
      },
    ],
    [
      'of two that are alike, the one that is more so is the same',
      { [DOCUMENT]: doc(REJECT, CONFIRM) },
      { [DOCUMENT]: doc('Orders are confirmed within three days', 'Orders are confirmed within a short minute', REJECT) },
      {
        added: ['IP-1.1/AC1: new and unmet'],
        reworded: ['IP-1.1/AC2: the text changed; nothing points at it yet'],
        renumbered: ['IP-1.1/AC3 < IP-1.1/AC1: the text is the same, only its ID or its document changed'],
      },
    ],
    [
      'a criterion that says something else under another id is another one',
      { [DOCUMENT]: doc(CONFIRM, REJECT) },
      { [DOCUMENT]: doc(REJECT, KEEP) },
      {
        added: ['IP-1.1/AC2: new and unmet'],
        removed: ['IP-1.1/AC1: was unmet, is not in the documents any more'],
        renumbered: ['IP-1.1/AC1 < IP-1.1/AC2: the text is the same, only its ID or its document changed'],
      },
    ],
    [
      'a criterion that is moved to another document is the same',
      { 'docs/a.md': section('1.1: Orders', CONFIRM, KEEP), 'docs/b.md': section('2.1: Archive', REJECT) },
      { 'docs/a.md': section('1.1: Orders', CONFIRM), 'docs/b.md': section('2.1: Archive', REJECT, KEEP) },
      { renumbered: ['IP-2.1/AC2 < docs/a#IP-1.1/AC2: the text is the same, only its ID or its document changed'] },
    ],
    [
      'a requirement that got another number is the same',
      { 'docs/a.md': section('1.1: Orders', CONFIRM) },
      { 'docs/a.md': section('1.1: Returns', REJECT) + section('1.2: Orders', CONFIRM) },
      {
        added: ['IP-1.1/AC1: new and unmet'],
        renumbered: ['IP-1.2/AC1 < IP-1.1/AC1: the text is the same, only its ID or its document changed'],
      },
    ],
    [
      'a requirement that got another id in another document is the same, if it says much the same',
      {
        'docs/a.md': '## COM-1: Kept objects\n\nThe common library shall keep all objects of an order in one place.\n',
        'docs/b.md': '# B\n',
      },
      { 'docs/a.md': '# A\n', 'docs/b.md': '## API-7: Kept objects\n\nThe interface shall keep all objects of an order in one place.\n' },
      { reworded: ['API-7 < docs/a#COM-1: the text changed; nothing points at it yet'] },
    ],
    [
      'and another one, if it only has the same title',
      { 'docs/a.md': '## COM-1: Overview\n\nThe common library keeps all objects in one place.\n' },
      { 'docs/b.md': '## API-7: Overview\n\nWhoever calls this must wait for an answer.\n' },
      { added: ['API-7: new and unmet'], removed: ['COM-1: was unmet, is not in the documents any more'] },
    ],
    [
      'a requirement that gets criteria is not removed',
      { 'docs/a.md': '## REQ-1: Backups\n\nEvery night.\n' },
      { 'docs/a.md': '## REQ-1: Backups\n\nEvery night.\n\n**Acceptance Criteria**:\n\n- They can be restored\n' },
      { added: ['REQ-1/AC1: new and unmet'] },
    ],
    [
      'a requirement that loses all criteria keeps its place',
      { 'docs/a.md': '## REQ-1: Backups\n\nEvery night.\n\n**Acceptance Criteria**:\n\n- They can be restored\n' },
      { 'docs/a.md': '## REQ-1: Backups\n\nEvery night.\n' },
      { removed: ['REQ-1/AC1: was unmet, is not in the documents any more'] },
    ],
  ];
  for (const [what, base, head, expected] of cases) {
    it(what, () => {
      assert.deepEqual(told(difference(pinned(base), pinned(head))), expected);
    });
  }

  it('takes a renamed document and renamed code for the same', () => {
    const renamed = { [DOCUMENT]: 'docs/start.md', [CODE]: 'src/sales.ts' };
    const head = {
      'docs/start.md': MET[DOCUMENT] ?? '',
      'src/sales.ts': (MET[CODE] ?? '').replace("return 'AC1'", 'return 1'),
      [TEST]: MET[TEST] ?? '',
    };
    assert.deepEqual(told(difference(MET, head, renamed)), { touched: ['IP-1.1/AC1: the code "forAC1()" in src/sales.ts:3 changed'] });
  });

  it('shows a new text word by word', () => {
    const { lists } = difference(MET, { ...MET, [DOCUMENT]: doc('Orders are confirmed within an hour', REJECT) });
    assert.deepEqual(lists.suspect[0]?.words, [
      { kind: 'same', text: 'Orders are confirmed within' },
      { kind: 'removed', text: ' a minute' },
      { kind: 'added', text: ' an hour' },
    ]);
  });

  it('takes a pin to the new text for a look', () => {
    const pin = comparisonOf({}, { [DOCUMENT]: doc('Orders are confirmed within an hour') });
    const item = pin.head.item('docs/launch#IP-1.1/AC1');
    assert.ok(item);
    const pinned = `IP-1.1/AC1~${pin.head.pin(item)}`;
    const links = (reference: string): Files => ({
      [CODE]: `// @implements ${reference}\nexport function a() {}\n`,
      [TEST]: `// @verifies ${reference}\nexport function b() {}\n`,
    });
    const before = { [DOCUMENT]: doc(CONFIRM), ...links('IP-1.1/AC1') };
    assert.deepEqual(told(difference(before, { [DOCUMENT]: doc('Orders are confirmed within an hour'), ...links(pinned) })), {
      reworded: ['IP-1.1/AC1: the text changed; its links were confirmed'],
    });
    assert.deepEqual(Object.keys(told(difference({ ...before, ...links('IP-1.1/AC1~000000') }, before))), ['met']);
  });

  it('finds changed code that nothing claims, only when it is asked to', () => {
    const comparison = comparisonOf(MET, {
      ...MET,
      [CODE]: `${code('AC1', 'AC2').replace("'AC1'", '1')}\nexport function extra() {\n  return 1;\n}\n`,
      'src/new.ts': 'export const a = 1;\n\n\nexport const b = 2;\n',
    });
    assert.deepEqual(compare(comparison).unclaimed, []);
    assert.deepEqual(compare(comparison, { unclaimed: true }).unclaimed, [
      { path: CODE, lines: [{ start: 10, end: 12 }] },
      { path: 'src/new.ts', lines: [{ start: 0, end: 4 }] },
    ]);
  });
});
