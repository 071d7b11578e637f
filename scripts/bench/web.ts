import type { Browser } from 'playwright-core';
import { launchBrowser } from '../vscode/browser.ts';
import { WebHost } from '../vscode/webHost.ts';

/** 100 documents with 10 criteria each, and 300 files of code and tests. */
const DOCUMENTS = 100;
const CRITERIA = 10;
const SOURCES = 3;

/** Milliseconds that each question about a file takes. */
const LATENCY = 100;

/** 1,000 criteria in 400 files, of which every tenth file of code names a criterion that there is not. */
function folder(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 1; at <= DOCUMENTS; at += 1) {
    const criteria = Array.from({ length: CRITERIA }, (_, index) => `- Order ${index + 1} of step ${at} is kept`);
    files[`docs/area-${at % 10}/step-${at}.md`] = `## REQ-${at}: Step ${at}\n\n**Acceptance Criteria**:\n\n${criteria.join('\n')}\n`;
    for (let source = 1; source <= SOURCES; source += 1) {
      const criterion = at % 10 === 0 ? CRITERIA + source : source;
      const body = `export function keep${at}x${source}(order: number): number {\n  return order * ${source};\n}\n`.repeat(20);
      files[`src/area-${at % 10}/step-${at}-${source}.ts`] = `// @implements REQ-${at}/AC${criterion}\n${body}`;
    }
  }
  return files;
}

/** Milliseconds from the moment at which a person opens the view until the first problem is counted. */
async function firstFindings(browser: Browser, latency: number): Promise<number> {
  const host = await WebHost.start({ files: folder(), latency, log: (line) => console.error(line) });
  try {
    const page = await host.open(browser);
    const tab = page.locator('.part.activitybar .action-item[role="tab"]:has(.action-label[aria-label^="ReqTrace"])').first();
    await tab.waitFor();
    const started = performance.now();
    await tab.click();
    await page.locator('.part.statusbar [id="status.problems"]', { hasText: /[1-9]/u }).waitFor({ timeout: 60_000 });
    const took = performance.now() - started;
    await page.context().close();
    return took;
  } finally {
    await host.stop();
  }
}

/** How soon the first findings of 1,000 criteria in 400 files are there in a browser, without and with 100 ms for each question about a file, and the budget. */
export async function webTable(runs: number): Promise<{ readonly text: string; readonly isKept: boolean }> {
  const browser = await launchBrowser((line) => console.error(line));
  const times = { at: [] as number[], late: [] as number[] };
  try {
    for (let run = 0; run < runs; run += 1) {
      times.at.push(await firstFindings(browser, 0));
      times.late.push(await firstFindings(browser, LATENCY));
    }
  } finally {
    await browser.close();
  }
  const [at, late] = [median(times.at), median(times.late)];
  const most = 2 * at + 1500;
  const isKept = late <= most;
  const row = (what: string, time: number): string => `${what.padEnd(56)}${(time / 1000).toFixed(2).padStart(6)} s\n`;
  return {
    isKept,
    text:
      row('first findings in a browser, 1,000 criteria in 400 files', at) +
      row(`with ${LATENCY} ms for each question about a file`, late) +
      row(`budget: twice the first, and 1.5 s: ${isKept ? 'kept' : 'missed'}`, most),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
