import assert from 'node:assert/strict';
import { ids, nearMisses, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

/** Ids of requirements with their titles, and what near-misses say in short. */
function said(text: string): string[] {
  const facts = read(text);
  const near = facts.problems.map(({ code, message }) => (code === 'near-miss' ? `near ${String(message.values[0])}` : code));
  return [...facts.requirements.map(({ localId, title }) => `${localId} ${title}`), ...near];
}

describe('A line that begins with an id', () => {
  const sure: [line: string, expected: string][] = [
    ['- **AA-02** (Phase 3) — aside', 'AA-02 aside'],
    ['- **AA-06** nothing between', 'AA-06 nothing between'],
    ['- `AA-10`: code', 'AA-10 code'],
    ['- [AA-11] brackets', 'AA-11 brackets'],
    ['- **AA-14 Title in bold**: text', 'AA-14 Title in bold'],
    ['- **AA-16.** full stop', 'AA-16 full stop'],
    ['1. **AA-26**: numbered', 'AA-26 numbered'],
    ['- <a id="aa-27"></a>AA-27 behind an anchor', 'AA-27 behind an anchor'],
    ['**AA-29**: paragraph', 'AA-29 paragraph'],
    ['**AA-30 Title**\n\ntext', 'AA-30 Title'],
    ['**AA-31** The shop sorts', 'AA-31 The shop sorts'],
    ['[AA-32] The shop sorts', 'AA-32 The shop sorts'],
    ['> **AA-38**: quotation', 'AA-38 quotation'],
    ['### <a id="AA-33"></a>Title in a heading', 'AA-33 Title in a heading'],
    ['<a id="AA-34"></a>\n### Title below', 'AA-34 Title below'],
  ];
  for (const [line, expected] of sure) {
    it(`defines surely: ${JSON.stringify(line)}`, () => assert.deepEqual(said(`# Shop\n\n${line}\n`), [expected]));
  }

  const plain = ['- AA-08: text', '- AA-08 - text', '- AA-08. text', '2. AA-08: text', 'AA-08: text', 'AA-08\n: text'];
  for (const line of plain) {
    it(`defines beside a sure one, or below words that say so: ${JSON.stringify(line)}`, () => {
      assert.deepEqual(said(`# Shop\n\n- **AA-01**: one\n\n## More\n\n${line}\n`), ['AA-01 one', 'AA-08 text']);
      assert.deepEqual(said(`# Shop\n\n## Functional Requirements\n\n${line}\n`), ['AA-08 text']);
      assert.deepEqual(said(`# Shop\n\n## Other\n\n${line}\n`), ['near AA-08']);
    });
  }

  it('defines plainly below a caption, and inside a requirement only beside lines of the kind', () => {
    assert.deepEqual(said('# Shop\n\n**Functional Requirements**:\n- AA-08: text\n'), ['AA-08 text']);
    assert.deepEqual(said('## AA-1: One\n\nIt takes up:\n\n- AA-02: two\n'), ['AA-1 One']);
    assert.deepEqual(said('## BB-1: One\n\n- **AA-01**: one\n- AA-02: two\n'), ['BB-1 One', 'AA-01 one', 'AA-02 two']);
  });

  it('defines nothing where the words above point elsewhere', () => {
    for (const words of ['## References', '## Related Requirements', '**Dependencies**:', '## Change history']) {
      assert.deepEqual(said(`# Shop\n\n- **AA-01**: one\n\n${words}\n- AA-02: two\n- [AA-03] three\n`), ['AA-01 one'], words);
    }
    assert.deepEqual(said('- **AA-01**: one\n\n## Dependencies\n\n- AA-02: It shall sort\n'), ['AA-01 one', 'near AA-02']);
  });

  const none = [
    '- AA-08 text',
    '- AA-08',
    '- [AA-08]',
    '- `AA-08` is in code',
    '- **AA-08** is covered by the list',
    '- **AA-08** → src/a.ts',
    '**AA-08** describes the list.',
    '- [AA-08](https://tracker.example/AA-08): text',
    '- [ ] AA-08: a task',
    '- [ ] `AA-08`: a task',
    '- UTF-8: a standard',
    'See AA-08: text',
    '## [AA-08](https://tracker.example/AA-08) Title',
  ];
  for (const line of none) it(`says nothing: ${JSON.stringify(line)}`, () => assert.deepEqual(said(`# Shop\n\n${line}\n`), []));

  const near: [line: string, id: string][] = [
    ['- **AA-24**, **AA-25**: two ids', 'AA-24'],
    ['- **AA-24** to **AA-25**: two ids', 'AA-24'],
    ['- AA-24 - AA-25: two ids', 'AA-24'],
    ['**AA-24** and AA-25: two ids', 'AA-24'],
    ['## AA-24, AA-25: two ids', 'AA-24'],
    ['- *AA-17*: italics', 'AA-17'],
    ['- **aa-22**: lower case', 'aa-22'],
  ];
  for (const [line, id] of near) {
    it(`is a near-miss: ${JSON.stringify(line)}`, () =>
      assert.deepEqual(said(`- **AA-01**: one\n\n${line}\n`), ['AA-01 one', `near ${id}`]));
  }

  it('in lower case is a word where the document has no such ids', () => assert.deepEqual(said('- **step-1**: pay\n'), []));

  it('is marked where it mentions, so that it is never missing', () => {
    const { mentions } = read('AA-1, AA-2 and AA-3: see AA-4\nAA-5 goes on\n\n| AA-6 | AA-7 |\n| - | - |\n| AA-8 | x |\n\n- [P1] AA-9\n');
    const leading = mentions.filter(({ leads }) => leads).map(({ id }) => id);
    assert.deepEqual(leading, ['AA-1', 'AA-2', 'AA-3', 'AA-5', 'AA-6', 'AA-7', 'AA-8']);
  });
});

describe('Several lines that begin with one id', () => {
  it('are one definition and mentions, whichever comes first', () => {
    assert.deepEqual(said('- AA-1: short\n\n## Requirements\n\n- **AA-1**: long\n\n> **AA-1**: quoted\n\n[AA-1] again\n'), ['AA-1 long']);
    assert.deepEqual(said('**AA-1**: paragraph\n\n- **AA-1**: item\n'), ['AA-1 item']);
    assert.deepEqual(said('- **AA-1**: item\n\n## AA-1: heading\n'), ['AA-1 heading']);
    assert.deepEqual(said('`AA-1`: one\n\n`AA-1`: two\n'), ['AA-1 one']);
  });

  it('are a mistake as list items in bold with titles of their own', () => {
    assert.deepEqual(said('- **AA-1**: one\n- **AA-1**: two\n'), ['AA-1 one', 'duplicate-id']);
  });
});

describe('A paragraph that is a requirement', () => {
  it('has what follows up to the next one', () => {
    const text =
      '# Shop\n\n**AA-1**: Sort\nby name\n**Owner**: me\n\n**Acceptance Criteria**:\n- a\n\nMore.\n\n**AA-2**: List\n\n- [ ] b\n';
    const facts = read(text);
    assert.deepEqual(ids(facts), ['AA-1: AC1', 'AA-2: AC1']);
    const [first] = facts.requirements;
    assert.deepEqual([first?.title, first?.text, first?.attributes.map(({ name }) => name)], ['Sort by name', 'More.', ['Owner']]);
    assert.equal(first && textAt(text, first.range).endsWith('More.'), true);
  });

  it('has but its own lines where the section is a requirement', () => {
    const facts = read('## US-1: Sort\n\n**FR-1**: by name\n**FR-2**: by age\n\n**Acceptance Criteria**:\n- a\n');
    assert.deepEqual(ids(facts), ['US-1: AC1', 'FR-1:', 'FR-2:']);
  });

  it('is none inside a list item, nor below a criteria label, which makes a criterion of it', () => {
    assert.deepEqual(ids(read('- a\n\n  **AA-1**: b\n')), []);
    assert.deepEqual(ids(read('## US-1: Sort\n\n**Acceptance Criteria**:\n\n**AA-1**: b\n')), ['US-1: AA-1']);
  });

  it('owns the sentences that bind', () => {
    assert.deepEqual(nearMisses(read('# S\n\n**AA-1**: Sort\n\nIt MUST sort.\n\n## BB-1: x\n')), []);
  });
});

describe('A second heading with the same id', () => {
  it('discusses it where its title begins alike, and its criteria count for it', () => {
    const facts = read('#### SG-001: T\n\n- [ ] a\n\n#### SG-001: T -- in 50 ms\n\nProse.\n\n- [ ] b\n\n#### SG-001\n');
    assert.deepEqual([ids(facts), facts.problems], [['SG-001: AC1 AC2'], []]);
    assert.equal(only(facts).text, '');
    assert.deepEqual(
      facts.mentions.map(({ id }) => id),
      ['SG-001', 'SG-001'],
    );
  });

  it('is a mistake with another title', () => {
    assert.deepEqual(said('## SG-001: Sort\n\n## SG-001: List\n'), ['SG-001 Sort', 'duplicate-id']);
  });
});
