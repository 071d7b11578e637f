import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { removeAtExit } from '../../scripts/vscode/cleanup.ts';
import { VsCodeHost } from '../../scripts/vscode/host.ts';
import type { TestRunEnd } from '../../scripts/vscode/host.ts';
import { textsIn } from '../../scripts/vscode/textsIn.ts';
import { WebHost } from '../../scripts/vscode/webHost.ts';
import { HarnessError, downloadFolder, repositoryRoot } from '../../scripts/vscode/obtain.ts';
import { copyWorkspace } from '../../scripts/vscode/workspace.ts';
import type { Settings } from '../../scripts/vscode/settings.ts';
import type { WorkspaceCopy } from '../../scripts/vscode/workspace.ts';
import { writeResults } from '../../scripts/results/write.ts';
import { packageExtension } from '../../scripts/vsix.ts';
import { bundleSuites } from './bundle.ts';
import { chooseConfigurations, extensionFolder } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import { runMocha } from './mocha.ts';
import { Workbench } from './page.ts';
import { NO_TEST, describeUnpassed, groupsToTryAgain, secondTry, sumOf } from './result.ts';
import type { TestRunResult } from './result.ts';

/*
 * Runs the tests of the extension in a real VS Code:
 *   npm run test:vscode -- [--only CONFIGURATION] [--grep REGEXP] [--seconds 600]
 * Exit code 0: all passed, 1: something failed, 2: VS Code or a browser could not be had.
 */

const TEST_TIMEOUT_MS = 60_000;

/** What costs time to draw and says nothing of ours. */
const UNDECORATED: Settings = {
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Results of the test of the folder that is opened without a disk. */
const PASSED =
  '<testsuites><testsuite name="stock" file="src/stock.test.ts"><testcase name="lowers the available amount"/></testsuite></testsuites>';

interface RunOptions {
  readonly grep: string | undefined;
  readonly seconds: number;
  readonly outFolder: string;
}

/** Tells the lines of the test report from whatever else is logged in the extension host. */
const MARK = '\u0001';

const artifacts = path.join(downloadFolder, 'artifacts');
const log = (line: string): void => console.log(line);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, grep: { type: 'string' }, seconds: { type: 'string', default: '600' } },
  });
  const chosen = chooseConfigurations(values.only);
  const outFolder = path.join(repositoryRoot, 'out', `vscode-${process.pid}`);
  await mkdir(outFolder, { recursive: true });
  removeAtExit(outFolder);
  const options: RunOptions = { grep: values.grep, seconds: Number(values.seconds), outFolder };

  const browser = await launchBrowser(log);
  const results: TestRunResult[] = [];
  for (const configuration of chosen) {
    const started = Date.now();
    await rm(path.join(artifacts, configuration.name), { recursive: true, force: true });
    log(`\n▶ ${configuration.name}`);
    const result = await runTwiceIfNeeded(browser, configuration, options);
    if (options.grep === undefined) writeResults(`vscode-${configuration.name}`, new Date(started), result.cases);
    results.push(result);
    log(`  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  await browser.close();
  const total = sumOf(results);
  if (total.passed + total.failed === 0) throw new HarnessError('no test ran: does --grep match a title?');
  log(`\n${total.passed} passed, ${total.failed} failed`);
  for (const line of describeUnpassed(total)) log(line);
  return total.failed === 0 ? 0 : 1;
}

/**
 * A window depends on a browser, two servers and a machine that does other things: where something failed, its groups are
 * run once more in a new one, and what passes then has passed. It is told all the same, for a test that needs its second try often is a fault of its own.
 */
async function runTwiceIfNeeded(browser: Browser, configuration: Configuration, options: RunOptions): Promise<TestRunResult> {
  const first = await runConfiguration(browser, configuration, options);
  if (first.failed === 0 || process.env['CI'] === undefined) return first;
  const grep = groupsToTryAgain(first);
  log(`\n▶ ${configuration.name}, once more${grep === undefined ? '' : ` what begins with ${grep}`}`);
  return secondTry(first, await runConfiguration(browser, configuration, { ...options, grep }));
}

async function runConfiguration(browser: Browser, configuration: Configuration, options: RunOptions): Promise<TestRunResult> {
  if (configuration.web) return runWeb(browser, configuration, configuration.web, options);
  const vsix = configuration.installed ? await packageExtension(path.join(options.outFolder, 'reqtrace.vsix')) : undefined;
  const host = await VsCodeHost.start({
    log,
    settings: { ...UNDECORATED, ...configuration.settings },
    trusted: configuration.trusted ?? true,
    ...(configuration.language === undefined ? {} : { language: configuration.language }),
    ...(vsix === undefined ? {} : { vsix }),
  });
  const copy = await copyWorkspace(path.join(repositoryRoot, configuration.fixture), configuration.folders);
  try {
    return await runWindows(host, browser, configuration, copy, options);
  } finally {
    await host.stop();
    copy.remove();
  }
}

async function runWeb(
  browser: Browser,
  configuration: Configuration,
  { latency, language, base }: NonNullable<Configuration['web']>,
  options: RunOptions,
): Promise<TestRunResult> {
  const files = await textsIn(path.join(repositoryRoot, configuration.fixture));
  const all = { ...files, 'junit.xml': PASSED };
  const host = await WebHost.start({
    files: all,
    base: base && { ...all, ...base },
    latency,
    settings: { ...UNDECORATED, ...configuration.settings },
    probe: 'test/vscode/probe/agentTools.ts',
    log,
  });
  try {
    const page = await host.open(browser);
    const result = await runPages(new Workbench(page, '/shop'), configuration, options);
    await page.context().close();
    if (language === undefined) return result;
    const translated = await host.open(browser, language);
    const other = await runPages(new Workbench(translated, '/shop'), { ...configuration, pages: ['webLanguage'] }, options);
    await translated.context().close();
    return sumOf([result, other]);
  } finally {
    await host.stop();
  }
}

/** One window for both kinds of tests where it can be, as a new one costs more than most of them: first the suites inside of it, then the pages. */
async function runWindows(
  host: VsCodeHost,
  browser: Browser,
  configuration: Configuration,
  copy: WorkspaceCopy,
  options: RunOptions,
): Promise<TestRunResult> {
  const module = path.join(options.outFolder, `${configuration.name}.cjs`);
  const resultFile = path.join(options.outFolder, `${configuration.name}.json`);
  const holdsOpen = configuration.pages.length > 0 && configuration.asks !== true;
  await bundleSuites(configuration.suites, module, { ...mochaOptions(options), resultFile, holdsOpen, mark: MARK });
  const extension = extensionFolder(configuration);
  const { context, page, ended } = await host.startTests(browser, {
    target: copy.target,
    extension,
    tests: module,
    onOutput: (line) => {
      if (line.startsWith(MARK)) log(line.slice(MARK.length));
    },
    seconds: options.seconds,
  });

  const results = [await resultOfSuites(resultFile, ended, configuration)];
  if (results[0]?.failed) await keepArtifacts(page, configuration.name, 'suites', host);
  if (holdsOpen && existsSync(resultFile)) {
    const workbench = new Workbench(page, copy.root);
    await workbench.runCommand('View: Close All Editors');
    await copy.restore();
    results.push(await runPages(workbench, configuration, options, host));
  }
  await rm(resultFile, { force: true });
  await ended;
  await context.close();
  if (configuration.asks) {
    await copy.restore();
    const second = await host.open(browser, copy.target, extension);
    results.push(await runPages(new Workbench(second.page, copy.root), configuration, options, host));
    await second.context.close();
  }
  return sumOf(results);
}

/** Waits for the file, or for an end without it. */
async function resultOfSuites(resultFile: string, ended: Promise<TestRunEnd>, { name, suites }: Configuration): Promise<TestRunResult> {
  for (;;) {
    const end = await Promise.race([ended, wait(100)]);
    if (existsSync(resultFile)) return JSON.parse(await readFile(resultFile, 'utf8')) as TestRunResult;
    if (end === undefined) continue;
    const broken = end.kind === 'timeout' ? `did not end within ${end.seconds} s` : `ended with code ${end.code} before any result`;
    const title = `the suites ${suites.join(', ')}`;
    log(`  ✘ ${title}: VS Code ${broken}`);
    return {
      passed: 0,
      failed: 1,
      cases: [{ file: NO_TEST, group: name, title, outcome: 'failed', message: `VS Code ${broken}` }],
    };
  }
}

async function runPages(
  workbench: Workbench,
  configuration: Configuration,
  options: RunOptions,
  host?: VsCodeHost,
): Promise<TestRunResult> {
  return runMocha(
    mochaOptions(options),
    configuration.pages.map((name) => ({
      file: `test/vscode/pages/${name}.ts`,
      define: async () => {
        const { checks } = (await import(`./pages/${name}.ts`)) as { checks: (workbench: Workbench, configuration: Configuration) => void };
        checks(workbench, configuration);
      },
    })),
    (title) => keepArtifacts(workbench.page, configuration.name, title, host),
  );
}

function mochaOptions(options: RunOptions): { timeout: number; grep?: string } {
  return { timeout: TEST_TIMEOUT_MS, ...(options.grep === undefined ? {} : { grep: options.grep }) };
}

async function keepArtifacts(page: Page, configuration: string, title: string, host?: VsCodeHost): Promise<void> {
  const folder = path.join(artifacts, configuration, title.replaceAll(/[^\w-]+/g, '-').slice(0, 80));
  await mkdir(folder, { recursive: true });
  const picture = await page.screenshot({ timeout: 5000 }).catch(() => undefined);
  if (picture !== undefined) await writeFile(path.join(folder, 'screenshot.png'), picture);
  for (const name of host ? ['server.log', 'browser.log', 'data/logs'] : []) {
    await cp(path.join(host?.home ?? '', name), path.join(folder, name), { recursive: true }).catch(() => undefined);
  }
  log(`    kept: ${path.relative(repositoryRoot, folder)}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exitCode = 2;
}
// A browser that lost its page may keep the event loop alive.
process.exit();
