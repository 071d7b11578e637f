import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installPackage, mayInstall } from '../debian.ts';
import { HarnessError } from './obtain.ts';
import { obtainBrowser } from './obtainBrowser.ts';
import type { FoundBrowser } from './obtainBrowser.ts';

/** The shell without any window of its own first: it is all that is needed, and takes less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const FIXED_PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chrome or Chromium: `CHROME_PATH` if set, else the first one found on PATH or in its usual place.
 *
 * @returns `undefined` when there is none.
 * @example
 * findBrowser({ PATH: '/usr/bin' }) // '/usr/bin/chromium'
 */
export function findBrowser(env: NodeJS.ProcessEnv, places: readonly string[] = FIXED_PLACES): string | undefined {
  if (env['CHROME_PATH']) return env['CHROME_PATH'];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...places].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a browser is looked for, and what is done where none is. */
export interface BrowserSearch {
  readonly env: NodeJS.ProcessEnv;
  /** `linux-x64` */
  readonly platform: string;
  readonly places?: readonly string[];
  readonly obtain?: (log: (line: string) => void) => Promise<FoundBrowser>;
}

/**
 * The browser of this machine. Without any, Linux on x64 gets one from the npm registry; on another Debian machine of continuous integration
 * (`CI=true`, root) its own headless Chromium is installed. Nowhere else is anything installed.
 *
 * @throws HarnessError that names the command to run when there is no browser.
 */
export async function browserFor(log: (line: string) => void, search: BrowserSearch): Promise<FoundBrowser> {
  const { env, platform, places = FIXED_PLACES, obtain = obtainBrowser } = search;
  const found = findBrowser(env, places);
  if (found !== undefined) return { executablePath: found };
  if (platform === 'linux-x64') return obtain(log);
  const installed = await installOnCi(env, log);
  if (installed !== undefined) return { executablePath: installed };
  throw new HarnessError(
    'no Chrome or Chromium found: run `sudo apt-get install -y chromium` (or set CHROME_PATH to your browser) and try again',
  );
}

/**
 * Starts a headless browser that talks to no one but the pages it is told to open.
 *
 * @throws HarnessError as {@link browserFor}.
 */
export async function launchBrowser(log: (line: string) => void): Promise<Browser> {
  const { executablePath, env } = await browserFor(log, { env: process.env, platform: `${process.platform}-${process.arch}` });
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-dev-shm-usage',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  // Signals are the runner's to handle: it also has a server to stop.
  return chromium.launch({
    executablePath,
    args,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(env && { env: { ...process.env, ...env } }),
  });
}

async function installOnCi(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<string | undefined> {
  if (!mayInstall(env)) return undefined;
  log('no browser found: installing chromium-headless-shell with apt-get …');
  try {
    await installPackage('chromium-headless-shell', 'chromium-headless-shell');
  } catch (error) {
    log(`apt-get failed: ${error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)}`);
  }
  return findBrowser(env);
}
