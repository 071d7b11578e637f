import assert from 'node:assert/strict';
import { readListItem } from '../../../../../../src/formats/notations/house/criteria/listItems.ts';
import {
  foreignForm,
  isForeign,
  type ForeignPlace,
} from '../../../../../../src/formats/notations/house/requirements/nearMisses/foreignForms.ts';
import { nearlyHeading } from '../../../../../../src/formats/notations/house/requirements/nearMisses/plainHeadings.ts';
import { quotedDefinitions } from '../../../../../../src/formats/notations/house/requirements/nearMisses/quotations.ts';
import { boldIdInParagraph, idBelowCriterion } from '../../../../../../src/formats/notations/house/requirements/nearMisses/strayIds.ts';
import type { Configuration } from '../../../../../../src/model/configuration.ts';
import { inlineIn, itemIn, sourceOf, TERMS } from '../../../../../support/formats/documentSource.ts';

const NONE: ReadonlySet<string> = new Set();

describe('An id of another notation', () => {
  const form = (text: string, place: ForeignPlace, changes: Partial<Configuration> = {}): string | undefined => {
    const source = sourceOf(text, changes);
    const inline = inlineIn(text);
    const found = foreignForm({ inline, from: 0, to: inline.plain.length, place }, source);
    assert.ok(!found || isForeign(found));
    return found?.form.replace('other notation: ', '');
  };
  const cases: [text: string, place: ForeignPlace, expected: string | undefined][] = [
    ['FR:login.name', 'heading', 'type and path'],
    ['r[a.b]', 'paragraph', 'bracketed path'],
    ['r[a.b]', 'heading', undefined],
    ['req~login~1', 'paragraph', 'tildes'],
    ['REQ-1-2: a', 'heading', 'number in the middle'],
    ['REQ-1a: b', 'bold', 'letters in the number'],
    ['REQ-LOGIN: b', 'bold', 'words instead of a number'],
    ['**HLR_12**: b', 'item', 'underscores'],
    ['HLR_12: b', 'item', undefined],
    ['AC1.2: b', 'heading', 'number without a hyphen'],
    ['REQ-1: b', 'heading', undefined],
  ];
  for (const [text, place, expected] of cases) it(`${text} as ${place}: ${expected}`, () => assert.equal(form(text, place), expected));

  it('is none where the project has a pattern for it', () => {
    assert.equal(form('**HLR_12**: b', 'item', { ids: ['HLR_[0-9]+'] }), undefined);
  });
});

describe('An id at a place that defines nothing', () => {
  it('is bold in a paragraph', () => {
    const form = (text: string, known = NONE, what: 'criterion' | 'any' = 'any') => {
      const inline = inlineIn(text);
      return boldIdInParagraph(inline, { start: 0, end: inline.plain.length }, what, known, TERMS)?.form;
    };
    assert.equal(form('**REQ-1**: a', NONE, 'criterion'), undefined);
    assert.equal(form('**AC1**: a', NONE, 'criterion'), 'bold criterion in a paragraph');
    assert.equal(form('**REQ-1**: a'), 'bold id in a paragraph');
    assert.equal(form('**AC1**: a'), 'bold criterion in a paragraph');
    assert.equal(form('**User Story 1**: a'), 'bold label in a paragraph');
    assert.equal(form('**Owner**: a'), undefined);
    assert.equal(form('**REQ-1**: a', new Set(['REQ-1'])), undefined);
  });

  it('is bold below a criterion', () => {
    const text = (item: string) => idBelowCriterion(readListItem(itemIn(item), TERMS))?.text;
    assert.equal(text('- **AC4**: a'), 'AC4');
    assert.equal(text('- **FR-4**: a'), 'FR-4');
    assert.equal(text('- **User Story 4**: a'), undefined);
    assert.equal(text('- AC4: a'), undefined);
  });

  it('is quoted', () => {
    const forms = (text: string): string[] => {
      const source = sourceOf(text);
      const [quote] = source.blocks;
      assert.ok(quote?.type === 'quote');
      return quotedDefinitions(quote, source).map(({ form }) => form);
    };
    assert.deepEqual(forms('> **Acceptance Criteria**:\n> - a\n'), ['definition in a quotation']);
    assert.deepEqual(forms('> # REQ-1: a\n'), ['definition in a quotation']);
    assert.deepEqual(forms('> r[a.b]\n'), ['other notation: bracketed path']);
    assert.deepEqual(forms('> **REQ-1**: a\n'), []);
  });
});

describe('A heading that says nothing', () => {
  const form = (text: string, hasList = true): string | undefined => {
    const source = sourceOf(text);
    const [heading] = source.blocks;
    assert.ok(heading?.type === 'heading');
    return nearlyHeading(heading.inline, { hasList, first: 0, last: source.lines.length - 1 }, source)?.form;
  };

  it('may be a label that goes on', () => {
    assert.equal(form('## Acceptance Criteria Summary\n'), 'criteria under other words');
    assert.equal(form('## Acceptance Criteria Summary\n', false), undefined);
  });

  it('may promise measures above tasks', () => {
    assert.equal(form('## Success Metrics\n\n- [ ] a\n'), 'criteria under other words');
    assert.equal(form('## Success Metrics\n\n- a\n'), undefined);
  });

  it('may have an id of another notation', () => {
    assert.equal(form('## FR:login\n'), 'other notation: type and path');
    assert.equal(form('## Notes\n'), undefined);
  });
});
