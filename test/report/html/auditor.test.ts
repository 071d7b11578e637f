import assert from 'node:assert/strict';
import { QUESTIONS } from '../../support/report/auditorQuestions.ts';
import { auditedPage } from '../../support/report/audited.ts';

/* What an auditor asks, answered by the text of the page alone: in a mail, in an archive, where nothing draws it. `test/browser/auditor.test.ts` has it drawn. */

/** What is left to read of a page where nothing runs and nothing is styled. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style|svg|title)\b.*?<\/\1>/gsu, '')
    .replaceAll(/<wbr>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&quot;/gu, '"')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/: (?=\S)/gu, ' ');
}

describe('the text of the report', () => {
  const text = textOf(auditedPage());

  for (const [question, ...answers] of QUESTIONS)
    it(`answers: ${question}`, () => {
      for (const answer of answers) assert.match(text, answer);
    });
});
