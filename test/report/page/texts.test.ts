import assert from 'node:assert/strict';
import { criteriaOf, requirementsOf } from '../../../src/report/html/counted.ts';
import { ENGLISH } from '../../../src/report/html/pageLanguage.ts';
import { phraseMessage, scriptTexts } from '../../../src/report/html/scriptTexts.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { Texts } from '../../../src/report/page/texts.ts';
import { timeText } from '../../../src/report/html/timeText.ts';
import { waiverText } from '../../../src/report/page/matrix/words.ts';

const texts = new Texts(scriptTexts(ENGLISH));
const { phrase } = texts;

describe('texts of the report page', () => {
  it('are filled with values', () => {
    assert.equal(phrase('more', 3), 'and 3 more');
    assert.equal(phrase('linkedBy', 'A', '2026-11-20', '0a1b'), ', linked by A on 2026-11-20 in 0a1b');
    assert.equal(texts.word('met'), 'met');
  });

  it('take what looks like a placeholder in a value for text', () => {
    assert.equal(phrase('waiverOwner', '{1} $& $1', '{0}'), '{1} $& $1 ({0})');
  });

  it('keep a placeholder that has no value', () => {
    assert.equal(phrase('more'), 'and {0} more');
  });

  it('count alike while the page is made and while it runs', () => {
    for (const count of [0, 1, 2]) {
      assert.equal(criteriaOf(count, phrase), inEnglish(criteriaOf(count, phraseMessage)));
      assert.equal(requirementsOf(count, phrase), inEnglish(requirementsOf(count, phraseMessage)));
    }
    assert.deepEqual([criteriaOf(1, phrase), criteriaOf(3, phrase)], ['1 criterion', '3 criteria']);
    assert.deepEqual([requirementsOf(1, phrase), requirementsOf(0, phrase)], ['1 requirement', '0 requirements']);
  });

  it('say a time to the minute', () => {
    assert.equal(timeText('2026-11-20T10:00:59.000Z'), '2026-11-20 10:00 UTC');
  });

  it('say of a waiver why, whose, how long, and whether it still counts', () => {
    assert.equal(waiverText({ reason: 'by hand', valid: true }, texts), 'by hand');
    assert.equal(waiverText({ reason: 'by hand', owner: 'QA', until: '2027-03-31', valid: true }, texts), 'by hand (QA), until 2027-03-31');
    assert.equal(waiverText({ reason: 'by hand', until: '2020-01-01', valid: false }, texts), 'by hand, until 2020-01-01: no longer valid');
  });
});
