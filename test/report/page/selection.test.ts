import assert from 'node:assert/strict';
import { buildMatrix } from '../../../src/report/html/model.ts';
import { ENGLISH } from '../../../src/report/html/pageLanguage.ts';
import { scriptTexts } from '../../../src/report/html/scriptTexts.ts';
import { entriesOf, select, selectionText } from '../../../src/report/page/selection.ts';
import type { Filter, Selection } from '../../../src/report/page/selection.ts';
import { Texts } from '../../../src/report/page/texts.ts';
import { STATUSES } from '../../../src/model/status.ts';
import { sampleIndex } from '../../support/report/sample.ts';

const { requirements } = buildMatrix(sampleIndex(), {
  name: 'shop',
  version: '1.2.3',
  modified: false,
  authorOf: (path) => ({ author: path === 'src/stock.ts' ? 'Ada Person' : 'Other', date: '2026-11-20', commit: '0a1b' }),
});
const entries = entriesOf(requirements);
const EVERYTHING: Filter = { text: '', document: '', statuses: new Set(STATUSES) };

function shown({ queue }: Selection): string[] {
  return queue.map((entry) => (entry.kind === 'head' ? `[${entry.requirement.id}]` : entry.row.id));
}

describe('selection of the report page', () => {
  it('leaves out nothing at first, each requirement before its criteria', () => {
    const all = select(entries, EVERYTHING);
    assert.deepEqual([all.rows, all.requirements, all.queue.length], [6, 3, 9]);
    assert.deepEqual(shown(all).slice(0, 3), ['[IP-1.1]', 'IP-1.1/AC1', 'IP-1.1/AC2']);
  });

  const searches: readonly [text: string, ids: readonly string[]][] = [
    ['CONFIRMED  orders', ['[IP-1.1]', 'IP-1.1/AC1']],
    ['src/stock.ts', ['[IP-1.1]', 'IP-1.1/AC3']],
    ['ada person', ['[IP-1.1]', 'IP-1.1/AC3']],
    ['ac3 person confirmed', []],
    ['   ', shown(select(entries, EVERYTHING))],
  ];
  for (const [text, ids] of searches) {
    it(`finds all words of "${text}" in id, texts, links and authors`, () => {
      assert.deepEqual(shown(select(entries, { ...EVERYTHING, text })), ids);
    });
  }

  it('keeps to a document and to statuses', () => {
    assert.deepEqual(shown(select(entries, { ...EVERYTHING, document: '1' })), ['[REQ-7]', 'REQ-7']);
    const met = select(entries, { ...EVERYTHING, statuses: new Set(['met']) });
    assert.deepEqual(shown(met), ['[IP-1.1]', 'IP-1.1/AC1', '[REQ-7]', 'REQ-7']);
    assert.deepEqual(shown(select(entries, { ...EVERYTHING, statuses: new Set() })), []);
  });

  it('says how much is shown', () => {
    const texts = new Texts(scriptTexts(ENGLISH));
    const text = (filter: Partial<Filter>): string => selectionText(select(entries, { ...EVERYTHING, ...filter }), 6, texts);
    assert.equal(text({}), 'Showing all 6 criteria of 3 requirements.');
    assert.equal(text({ text: 'confirmed' }), 'Showing 1 of 6 criteria in 1 requirement.');
    assert.equal(text({ text: 'nothing like it' }), 'No criterion fits these filters.');
  });
});
