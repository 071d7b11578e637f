import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../vscode/browser.ts';
import { removeAtExit } from '../vscode/cleanup.ts';
import { median } from './figures.ts';

/** What the HTML report of many criteria weighs, and how long somebody waits for it; times in milliseconds. */
export interface PageFigures {
  readonly criteria: number;
  readonly bytes: number;
  /** From the address to the first rows on the screen. */
  readonly firstRows: number;
  /** That a search, sorting by a column, and unfolding all details keep the page from answering. */
  readonly search: number;
  readonly sort: number;
  readonly expand: number;
}

const DOCUMENTS = 55;
const REQUIREMENTS = 20;
const CRITERIA = 10;

/** Measures the report that a CLI makes of 11,000 criteria, of which six in ten have code and five a test with a result. */
export async function measurePage(cli: string, runs: number): Promise<PageFigures> {
  const root = manyDocuments();
  const file = path.join(root, 'report.html');
  execFileSync(process.execPath, [cli, 'report', '--root', root, '--no-cache', '--format', 'html', '--lang', 'en', '--output', file]);
  const browser = await launchBrowser(console.log);
  const times: Omit<PageFigures, 'criteria' | 'bytes'>[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    const firstRows = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN");
    const during = (action: string): Promise<number> =>
      page.evaluate<number>(
        `(async () => { const begun = performance.now(); ${action}; await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); return performance.now() - begun; })()`,
      );
    // The page waits for the next key before it searches.
    const search = await during(
      "const text = document.getElementById('text'); text.value = 'REQ-900'; text.dispatchEvent(new Event('input', { bubbles: true })); await new Promise((resolve) => setTimeout(resolve, 121))",
    );
    const sort = await during("document.querySelectorAll('#columns button')[2].click()");
    const expand = await during("document.getElementById('expand').click()");
    times.push({ firstRows, search: search - 121, sort, expand });
    await page.close();
  }
  await browser.close();
  const [, ...counting] = times;
  const half = (name: keyof (typeof times)[number]): number => median(counting.map((one) => one[name]));
  return {
    criteria: DOCUMENTS * REQUIREMENTS * CRITERIA,
    bytes: readFileSync(file).length,
    firstRows: half('firstRows'),
    search: half('search'),
    sort: half('sort'),
    expand: half('expand'),
  };
}

/** A folder with 55 documents of 20 requirements of 10 criteria, code, tests and their results. */
function manyDocuments(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'reqtrace-page-'));
  removeAtExit(root);
  for (const folder of ['docs', 'src', 'test', 'test-results']) mkdirSync(path.join(root, folder));
  const results: string[] = [];
  for (let document = 0; document < DOCUMENTS; document += 1) {
    const ids = Array.from({ length: REQUIREMENTS }, (_, at) => `REQ-${document * REQUIREMENTS + at + 1}`);
    const criteria = Array.from(
      { length: CRITERIA },
      (_, at) => `- Order ${at + 1} is written before it is confirmed, and kept for ten years`,
    );
    const sections = ids.map(
      (id) => `## ${id}: Orders of ${id}\n\nAn order survives a restart.\n\n**Acceptance Criteria**:\n\n${criteria.join('\n')}\n`,
    );
    const code = ids.flatMap((id) =>
      Array.from(
        { length: 6 },
        (_, at) => `// @implements ${id}/AC${at + 1}\nexport function keep${at + 1}Of${id.replace('-', '')}() {}\n`,
      ),
    );
    const titles = ids.flatMap((id) => Array.from({ length: 5 }, (_, at) => `${id}/AC${at + 1} keeps order ${at + 1}`));
    const test = `test/orders-${document}.test.ts`;
    writeFileSync(path.join(root, `docs/orders-${document}.md`), sections.join('\n'));
    writeFileSync(path.join(root, `src/orders-${document}.ts`), code.join('\n'));
    writeFileSync(path.join(root, test), titles.map((title) => `it('${title}', () => {});\n`).join(''));
    results.push(...titles.map((title) => `<testcase name="${title}" file="${test}"/>`));
  }
  writeFileSync(
    path.join(root, 'test-results/junit.xml'),
    `<testsuites><testsuite name="orders">${results.join('')}</testsuite></testsuites>`,
  );
  return root;
}
