import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { PageOpener } from '../support/browser.ts';
import { QUESTIONS } from '../support/report/auditorQuestions.ts';
import { auditedPage } from '../support/report/audited.ts';

/* Whoever has to answer for a product has no ReqTrace: the page alone answers, in a browser with scripts and without, and as the sheets that are filed. */

/** All that a person can read on the screen; what is folded is opened first, as a person would. */
async function screen(page: Page): Promise<string> {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
  return page.locator('body').innerText();
}

async function paper(page: Page): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  return (await extractText(pdf, { mergePages: true })).text;
}

describe('ten questions of an auditor', function () {
  this.timeout(120_000);
  const pages = new PageOpener();
  const texts = new Map<string, string>();
  before(async function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    await pages.start();
    const html = auditedPage();
    const [scripted, plain] = [await pages.open(html), await pages.open(html, { javaScriptEnabled: false })];
    for (const [where, text] of [
      ['on paper', await paper(scripted.page)],
      ['on paper, without scripts', await paper(plain.page)],
      ['on the screen', await screen(scripted.page)],
      ['on the screen, without scripts', await screen(plain.page)],
    ] as const)
      // The names that stand before values have a colon on paper only, and lines of narrow columns break within paths.
      texts.set(
        where,
        text
          .replaceAll(/\s+/gu, ' ')
          .replaceAll(/: (?=\S)/gu, ' ')
          .replaceAll(/\/ (?=\S)/gu, '/')
          .replaceAll('- ', '-'),
      );
  });
  after(() => pages.stop());

  for (const where of ['on paper', 'on paper, without scripts', 'on the screen', 'on the screen, without scripts'])
    for (const [question, ...answers] of QUESTIONS)
      it(`${where}: ${question}`, () => {
        const text = texts.get(where) ?? '';
        for (const answer of answers) assert.match(text, answer);
      });
});
