/** How a test ended, as a runner of ours saw it. */
export interface TestCase {
  /** The source of the test from the root of the repository, with `/`: `test/model/place.test.ts`. */
  readonly file: string;
  /** Titles of the groups around it, joined by blanks as Mocha joins them. */
  readonly group: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Of a test that failed: what went wrong. */
  readonly message?: string;
}

/**
 * The results of one run as JUnit XML, in the form of Mocha's own: `<testcase classname="findBrowser" name="takes …" file="test/scripts/browser.test.ts"/>`.
 *
 * @param began when the run began.
 */
export function junitXml(name: string, began: Date, cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const head = `name="${name}" timestamp="${began.toISOString()}" tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite ${head}>\n${cases.map(testCase).join('')}</testsuite>\n`;
}

function testCase({ file, group, title, outcome, message = '' }: TestCase): string {
  const head = `<testcase classname="${escape(group)}" name="${escape(title)}" file="${escape(file)}"`;
  if (outcome === 'passed') return `${head}/>\n`;
  return `${head}>${outcome === 'failed' ? `<failure>${escape(message)}</failure>` : '<skipped/>'}</testcase>\n`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\n\t]/gu, (white) => `&#${white.charCodeAt(0)};`)
    .replaceAll(/[^ -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '�');
}
