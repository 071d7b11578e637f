import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import { ENGLISH } from '../../../src/report/html/pageLanguage.ts';
import { scriptTexts } from '../../../src/report/html/scriptTexts.ts';
import { waiverMessage } from '../../../src/report/html/sections/details.ts';
import { timeText } from '../../../src/report/html/timeText.ts';
import { Texts } from '../../../src/report/page/texts.ts';

const { phrase } = new Texts(scriptTexts(ENGLISH), 'en');

describe('texts of the report page', () => {
  it('are filled with values, numbers as the language writes them', () => {
    assert.equal(phrase('document', 'docs/a.md'), 'document docs/a.md');
    assert.equal(phrase('showingSome', 11_000, 3), 'Showing 3 of 11,000 criteria');
    const german = new Texts(scriptTexts({ ...ENGLISH, tag: 'de' }), 'de');
    assert.equal(german.phrase('showingSome', 11_000, 3), 'Showing 3 of 11.000 criteria');
  });

  it('take what looks like a placeholder in a value for text', () => assert.equal(phrase('search', '{0} $& $1'), 'search “{0} $& $1”'));

  it('keep a placeholder that has no value', () => assert.equal(phrase('document'), 'document {0}'));

  const forms: readonly [language: string, said: readonly string[]][] = [
    ['en', ['0 many', '1 one', '2 many', '5 many', '22 many']],
    ['zh-cn', ['0 many', '1 many', '2 many', '5 many', '22 many']],
    ['pl', ['0 many [many]', '1 one', '2 many [few]', '5 many [many]', '22 many [few]']],
    ['no language', ['0 many', '1 one', '2 many', '5 many', '22 many']],
  ];
  for (const [tag, said] of forms) {
    it(`take the form that ${tag} asks for: ${said.join(', ')}`, () => {
      // A translation that says each form as it is called, with what tells it from its key.
      const words = ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }): string =>
        `${String(values[0])} ${text.includes('criterion') ? 'one' : 'many'}${/ \[\w+\]$/u.exec(text)?.[0] ?? ''}`;
      const spoken = new Texts(scriptTexts({ tag, words }), tag);
      assert.deepEqual(
        [0, 1, 2, 5, 22].map((number) => spoken.phrase('showingAll', number)),
        said,
      );
    });
  }

  it('say a time to the minute', () => assert.equal(timeText('2026-11-20T10:00:59.000Z'), '2026-11-20 10:00 UTC'));

  const waivers: readonly [waiver: Parameters<typeof waiverMessage>[0], said: string][] = [
    [{ reason: 'by hand', valid: true }, 'by hand, without a last day'],
    [{ reason: 'by hand', owner: 'QA', until: '2027-03-31', valid: true }, 'by hand (QA), until 2027-03-31'],
    [{ reason: 'by hand', until: '2020-01-01', valid: false }, 'by hand: expired on 2020-01-01'],
    [{ reason: '{0} $&', owner: '{1}', valid: true }, '{0} $& ({1}), without a last day'],
  ];
  for (const [waiver, said] of waivers) it(`say of a waiver: ${said}`, () => assert.equal(inEnglish(waiverMessage(waiver)), said));
});
