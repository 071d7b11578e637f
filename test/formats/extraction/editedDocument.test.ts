import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { EditedDocument } from '../../../src/formats/extraction/editedDocument.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { Random } from '../../support/index/random.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);
const extract = (text: string) => extractor.extract('docs/orders.md', text);

const ORDERS = `---
status: draft
---

# Orders

Everything about orders; see [the shop](../shop.md).

## REQ-1: Keep an order

An order is kept for ten days, as REQ-2 has it.

**Acceptance Criteria**:

- [ ] AC1: It is kept for ten days
- [x] AC2: Then it is deleted
  - and nobody sees it any more
- [ ] AC3: A file of it is written:
  \`\`\`json
  { "order": 1 }
  \`\`\`

### Notes

The days are those of the shop.

## REQ-2: Delete an order

**Covers**: REQ-1

**Acceptance Criteria**:

1. WHEN an order is deleted THEN nothing of it SHALL remain
2. WHEN nothing remains THEN the customer SHALL be told

| Metric | Target |
| --- | --- |
| Time | < 200 ms |

### REQ-3: Tell the customer

The customer MUST be told within a day, see \`shop.md\`.

## Out of scope

### REQ-4: Keep it for ever

Nobody wants that.
`;

describe('an edited document', () => {
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, whole: boolean])[] = [
    ['a word of a criterion', 'kept for ten days\n-', 'kept for two days\n-', false],
    ['a word of a requirement', 'An order is kept', 'An order was kept', false],
    ['a checkbox', '- [x] AC2', '- [ ] AC2', false],
    ['a mention that goes', ', as REQ-2 has it', '', false],
    ['a mention that comes', 'nobody sees it', 'nobody sees it but REQ-7', false],
    ['a link that comes', 'Nobody wants that', 'Nobody [wants](a.md) that', false],
    ['what is below a heading without an id', 'those of the shop', 'those of the calendar', false],
    ['a line of code below a criterion', '{ "order": 1 }', '{ "order": 2 }', false],
    ['the requirement inside of another', 'within a day', 'within an hour', false],
    ['what it covers', '**Covers**: REQ-1', '**Covers**: REQ-4', false],
    ['an id', 'AC2: Then', 'AC4: Then', true],
    ['the first letter of an id', 'REQ-3: Tell', 'RQ-3: Tell', true],
    ['a title', 'Keep an order', 'Keep each order', true],
    ['another title above', '## Out of scope', '## In scope', true],
    ['a label', '**Acceptance Criteria**:\n\n1.', '**Acceptance Criterias**:\n\n1.', true],
    ['a line that comes', 'An order is kept', 'An order\nis kept', true],
    ['a line that goes', 'Nobody wants that.\n', '', true],
    ['what stands before all requirements', 'Everything about orders', 'All about orders', true],
    ['the front matter', 'status: draft', 'status: final', true],
    ['code that is closed no longer', '  ```\n\n### Notes', '  ``\n\n### Notes', true],
    ['code that leaves its list', '  { "order": 1 }', '{ "order": 1 }', true],
    ['HTML that is not closed', 'The days are', '<!-- The days are', true],
    ['an underline that makes a heading', 'The days are those of the shop.\n\n', 'The days are those of the shop.\n---\n', true],
    ['an ignore mark', 'Then it is deleted', 'Then it is deleted <!-- reqtrace-ignore -->', true],
    ['nothing', 'Orders', 'Orders', true],
  ];
  for (const [what, from, to, whole] of cases) {
    it(`reads ${whole ? 'all of it' : 'one section'} for ${what}`, () => {
      const document = new EditedDocument(extract);
      document.read(ORDERS);
      const now = ORDERS.replace(from, to);
      if (what !== 'nothing') assert.notEqual(now, ORDERS);
      const read = document.read(now);
      assert.deepEqual(read, { facts: extract(now), whole });
    });
  }

  it('reads only the section that was typed in', () => {
    const lengths: number[] = [];
    const long = `${ORDERS}\n${Array.from({ length: 200 }, (_, at) => `## REQ-${at + 10}: Item ${at}\n\nIt is there.\n`).join('\n')}`;
    const document = new EditedDocument((text) => {
      lengths.push(text.replaceAll(/\n+/gu, '\n').length);
      return extract(text);
    });
    document.read(long);
    document.read(long.replace('ten days', 'two days'));
    document.read(long.replace('ten days', 'six days'));
    const [all = 0, ...parts] = lengths;
    // Alone as it was and as it is, and then as it is: what it was is known.
    assert.equal(parts.length, 3);
    for (const part of parts) assert.ok(part < all / 5, `${part} of ${all}`);
  });

  it('reads all of it when it is asked for the same text again', () => {
    const document = new EditedDocument(extract);
    document.read(ORDERS);
    const now = ORDERS.replace('ten days', 'two days');
    assert.equal(document.read(now).whole, false);
    assert.deepEqual(document.read(now), { facts: extract(now), whole: true });
  });

  for (let seed = 1; seed <= 4; seed += 1) {
    it(`says what reading all of it says, whatever is typed (seed ${seed})`, () => {
      const random = new Random(seed);
      const document = new EditedDocument(extract);
      let text = ORDERS;
      let sections = 0;
      for (let step = 0; step < 100; step += 1) {
        const { facts, whole } = document.read(text);
        assert.deepEqual(facts, extract(text), `seed ${seed}, step ${step}`);
        if (!whole) sections += 1;
        text = random.oneIn(20) ? ORDERS : typed(random, text);
      }
      assert.ok(sections > 10, `${sections} of 100`);
    });
  }
});

const KEYS = [
  ...'ab1*`[]|#->.~:\\',
  '  ',
  '**',
  '```',
  '~~~',
  '- ',
  '[x] ',
  '<b>',
  '<!--',
  '-->',
  '---',
  'AC1',
  'REQ-2',
  ' SHALL ',
  '[a]: b',
  '\n',
];

/** A text with one thing written into it or taken out of it. */
function typed(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return random.oneIn(3) ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + random.pick(KEYS) + text.slice(at);
}
