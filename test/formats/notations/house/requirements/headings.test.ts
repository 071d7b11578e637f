import assert from 'node:assert/strict';
import { readHeading } from '../../../../../src/formats/notations/house/requirements/headings.ts';
import { readLead } from '../../../../../src/formats/notations/house/requirements/lead.ts';
import { inlineIn, TERMS } from '../../../../support/formats/documentSource.ts';

function brief(text: string, { headed = [], isTitle = false }: { headed?: readonly string[]; isTitle?: boolean } = {}): string {
  const inline = inlineIn(text);
  const lead = readLead(inline, 0, inline.plain.length, TERMS);
  const reading = readHeading({ inline, end: inline.plain.length, lead, isTitle }, TERMS, new Set(headed));
  switch (reading.kind) {
    case 'requirement':
      return `${reading.id ?? 'requirement'}: ${inline.plain.slice(reading.title.start, reading.title.end)}${reading.title.exempt ? ', exempt' : ''}`;
    case 'criterion':
      return `criterion ${reading.written?.id ?? ''}: ${inline.plain.slice(reading.title.start, reading.title.end)}`;
    case 'label':
      return reading.label.tasksOnly ? 'label of tasks' : 'label';
    case 'plain':
      return reading.nearMiss ? `near ${reading.nearMiss.form}` : 'plain';
  }
}

describe('A heading', () => {
  const cases: [text: string, expected: string][] = [
    ['## REQ-1: Stock', 'REQ-1: Stock'],
    ['## ✅ [REQ-1] Stock [deferred]', 'REQ-1: Stock, exempt'],
    ['## ~~REQ-1: Stock~~', 'REQ-1: Stock, exempt'],
    ['## Stock {#REQ-1}', 'REQ-1: Stock'],
    ['## 3.2 REQ-1: Stock', 'REQ-1: Stock'],
    ['## User Story 2 - Pay', 'US-2: Pay'],
    ['## Requirement: Pay', 'requirement: Pay'],
    ['## XY-1 Stock', 'near id without a colon, XY'],
    ['## UTF-8: Encoding', 'plain'],
    ['## AC2: Works', 'criterion AC2: Works'],
    ['## Scenario: Works', 'criterion : Works'],
    ['## Acceptance Criteria', 'label'],
    ['## 3. Success Criteria (this release) ✅', 'label'],
    ['## Validation', 'label of tasks'],
    ['## Feature 2a: Pay', 'near unnumbered Feature'],
    ['## Notes', 'plain'],
  ];
  for (const [text, expected] of cases) it(`${text}: ${expected}`, () => assert.equal(brief(text), expected));

  it('needs nothing behind an id whose kind another heading sets apart', () => {
    assert.equal(brief('## XY-1 Stock', { headed: ['XY'] }), 'XY-1: Stock');
  });

  it('that is the title is a label only if it says nothing else', () => {
    assert.equal(brief('# Launch: success criteria', { isTitle: true }), 'plain');
    assert.equal(brief('# Success Criteria', { isTitle: true }), 'label');
  });
});
