import assert from 'node:assert/strict';
import { createIdGrammar, formatReference, referenceIn } from '../../../src/formats/ids/idGrammar.ts';
import { normalCriterion } from '../../../src/formats/ids/criterionLabel.ts';
import { rangeAt } from '../../../src/model/position.ts';

const ids = createIdGrammar([]);
const own = createIdGrammar(['HLR_[0-9]+', '(?<kind>SYS|HW)\\.(?<number>\\d+)']);

describe('isId', () => {
  for (const [text, expected] of [
    ['IP-1.1.1', true],
    ['FR-001', true],
    ['AC-US1-01', true],
    ['SWREQ-FE-UI-001', true],
    ['REQ-12', true],
    ['UTF-8', true],
    ['IP-1.', false],
    ['IP-', false],
    ['IP', false],
    ['1.1.1', false],
    ['ip-1', false],
    ['Ip-1', false],
    ['1P-1', false],
    ['IP-1a', true],
    ['IP-1ab', false],
    ['IP-1/AC1', false],
    ['IP_1', false],
    ['HLR_7', false],
    ['', false],
  ] as const) {
    it(`${text || 'nothing'}: ${expected}`, () => assert.equal(ids.isId(text), expected));
  }
});

describe('leadingId', () => {
  for (const [text, expected] of [
    ['REQ-12: Title', 'REQ-12'],
    ['IP-1.1.10 Title', 'IP-1.1.10'],
    ['REQ-12. Title', 'REQ-12'],
    ['REQ-12', 'REQ-12'],
    ['REQ-12a', 'REQ-12a'],
    ['REQ-12ab', undefined],
    ['REQ-12-b', undefined],
    ['The REQ-12', undefined],
    ['', undefined],
  ] as const) {
    it(text || 'nothing', () => assert.equal(ids.leadingId(text), expected));
  }
});

describe('findReferences', () => {
  for (const [text, expected] of [
    ['see IP-1.1.1 and IP-1.1.2.', ['IP-1.1.1', 'IP-1.1.2']],
    ['(IP-1.1), [FR-001]; "US-3"', ['IP-1.1', 'FR-001', 'US-3']],
    ['IP-1.1/AC2', ['IP-1.1/AC2']],
    ['IP-1.1/AC-2.', ['IP-1.1/AC-2']],
    ['US-001/AC-US1-01', ['US-001/AC-US1-01']],
    ['docs/launch#IP-1/AC2~3f2a9c!', ['docs/launch#IP-1/AC2~3f2a9c']],
    ['see über/plan#IP-1', ['über/plan#IP-1']],
    ['#IP-1', ['IP-1']],
    ['ADR-7#IP-1 ADR-7', ['ADR-7#IP-1', 'ADR-7']],
    ['ADR-7/ADR-8.md#IP-1', ['ADR-7/ADR-8.md#IP-1']],
    ['XIP-1 2-IP-1 xIP-1', ['XIP-1']],
    ['IP-1ab IP-1-b IP-1_2 CVE-2019-1234', []],
    ['launch#goals is no id', []],
    ['UTF-8', ['UTF-8']],
    ['IP-1.1/notes.md', ['IP-1.1']],
    ['IP-1.1\u2013IP-1.3', ['IP-1.1', 'IP-1.3']],
    ['\u{1F600}IP-1', ['IP-1']],
    ['', []],
  ] as const) {
    it(text || 'nothing', () => {
      const found = ids.findReferences(text);
      assert.deepEqual(
        found.map((reference) => reference.text),
        expected,
      );
      // Offsets count UTF-16 code units.
      for (const reference of found) assert.equal(text.slice(reference.start, reference.end), reference.text);
    });
  }

  it('copes with long hostile texts', () => {
    for (const text of ['A-'.repeat(50_000), 'IP-1'.repeat(25_000), '1.'.repeat(50_000), 'a/'.repeat(50_000), 'IP-1#'.repeat(20_000)]) {
      assert.ok(ids.findReferences(text).length <= 20_000);
    }
  });
});

describe('parse', () => {
  for (const [text, expected] of [
    ['IP-1.1', { id: 'IP-1.1' }],
    ['IP-1.1/AC2', { id: 'IP-1.1', criterion: 'AC2' }],
    ['IP-1.1/AC-3', { id: 'IP-1.1', criterion: 'AC3' }],
    ['IP-1.1/AC_3', { id: 'IP-1.1', criterion: 'AC3' }],
    ['IP-1.1/AC2.1.4', { id: 'IP-1.1', criterion: 'AC2.1.4' }],
    ['US-1/FR-001', { id: 'US-1', criterion: 'FR-001' }],
    ['IP-1.1~3f2a9c', { id: 'IP-1.1', revision: '3f2a9c' }],
    ['product-launch#IP-1.2.3/AC2~3f2a9c', { document: 'product-launch', id: 'IP-1.2.3', criterion: 'AC2', revision: '3f2a9c' }],
    ['docs/a.b#order-intake', { document: 'docs/a.b', id: 'order-intake' }],
    ['a#größe-2/AC1', { document: 'a', id: 'größe-2', criterion: 'AC1' }],
    ['IP-1.1 ', undefined],
    ['IP-1.1/', undefined],
    ['IP-1.1/AC', undefined],
    ['IP-1.1~3f2a9', undefined],
    ['IP-1.1~3f2a9cd', undefined],
    ['IP-1.1~3F2A9C', undefined],
    ['goals', undefined],
    ['AC2', undefined],
    ['', undefined],
  ] as const) {
    it(text || 'nothing', () => assert.deepEqual(ids.parse(text), expected && { text, start: 0, end: text.length, ...expected }));
  }
});

describe('referenceAt', () => {
  it('takes only what begins just there', () => {
    const text = '@implements launch#goals, IP-1';
    assert.equal(ids.referenceAt(text, 12)?.text, 'launch#goals');
    assert.equal(ids.referenceAt(text, 26)?.text, 'IP-1');
    assert.equal(ids.referenceAt(text, 11), undefined);
    assert.equal(ids.referenceAt(text, text.length), undefined);
  });
});

describe("a project's own patterns", () => {
  it('are ids, whose prefix is the id itself', () => {
    assert.deepEqual(
      own.findReferences('HLR_7/AC1 and SYS.12, IP-1').map(({ text }) => text),
      ['HLR_7/AC1', 'SYS.12', 'IP-1'],
    );
    assert.deepEqual(
      [own.prefixOf('HLR_7'), own.prefixOf('SYS.12'), own.prefixOf('AC-US1-01'), own.prefixOf('FR-005b')],
      ['HLR_7', 'SYS.12', 'AC-US1', 'FR'],
    );
    assert.deepEqual([own.isCustom('HLR_7'), own.isCustom('IP-1'), ids.isCustom('HLR_7')], [true, false, false]);
  });

  it('may be a criterion', () => assert.equal(own.parse('US-1/HLR_7')?.criterion, 'HLR_7'));

  it('do no harm when they match nothing or do not compile', () => {
    const odd = createIdGrammar(['(X_\\d+)?', '(', '(?<a>x)\\k<a>', '\\(?<b>']);
    assert.deepEqual(
      odd.findReferences('see IP-1 and X_2').map(({ text }) => text),
      ['IP-1', 'X_2'],
    );
    assert.equal(odd.leadingId('Title'), undefined);
    assert.equal(odd.referenceAt('Title', 0), undefined);
  });
});

describe('normalCriterion', () => {
  for (const [text, expected] of [
    ['AC2', 'AC2'],
    ['AC-3', 'AC3'],
    ['AC_3', 'AC3'],
    ['AC 3', 'AC3'],
    ['AC-US1-01', 'AC-US1-01'],
    ['FR-001', 'FR-001'],
  ] as const) {
    it(`${text} is ${expected}`, () => assert.equal(normalCriterion(text), expected));
  }
});

describe('a reference', () => {
  it('is written as it is read', () => {
    for (const text of ['IP-1', 'a/b#IP-1.2/AC3', 'IP-1/AC-US1-01~00beef']) {
      const parts = ids.parse(text);
      assert.equal(parts && formatReference(parts), text);
    }
  });

  it('takes its place in a file', () => {
    const [found] = ids.findReferences('see IP-1');
    assert.ok(found);
    assert.deepEqual(referenceIn(found, rangeAt(2, 4, 8)), { text: 'IP-1', id: 'IP-1', range: rangeAt(2, 4, 8) });
  });
});

describe('ids of other tools, where a keyword asks for one', () => {
  for (const [text, document, id, criterion, revision] of [
    ['dsn~boil~1', undefined, 'dsn~boil', undefined, '1'],
    ['req~Ünder.a-b~007', undefined, 'req~Ünder.a-b', undefined, '7'],
    ['kettle#dsn~boil~2', 'kettle', 'dsn~boil', undefined, '2'],
    ['dsn~boil', undefined, 'dsn~boil', undefined, undefined],
    ['r#kettle.boil', 'r', 'kettle.boil', undefined, undefined],
    ['r#kettle.boil+2', 'r', 'kettle.boil', undefined, '2'],
    ['docs/rfc#section-7.6.2/AC1~3f2a9c', 'docs/rfc', 'section-7.6.2', 'AC1', '3f2a9c'],
    ['docs/a#boil~f2a9c3', 'docs/a', 'boil', undefined, 'f2a9c3'],
    ['reqs#REQ001', 'reqs', 'REQ001', undefined, undefined],
  ] as const) {
    it(text, () => {
      const { start, end, ...parts } = ids.referenceAt(text, 0) ?? { start: 0, end: 0 };
      assert.deepEqual([start, end], [0, text.length]);
      assert.deepEqual(parts, {
        text,
        id,
        ...(document !== undefined && { document }),
        ...(criterion !== undefined && { criterion }),
        ...(revision !== undefined && { revision }),
      });
    });
  }

  for (const text of ['Kettle~Boil', 'dsn~1', 'dsn~', '~boil', 'dsn~boil~1.5', 'module:kettle~Boil'])
    it(`not ${text}`, () => assert.equal(ids.parse(text), undefined));
});
