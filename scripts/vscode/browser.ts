import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installPackage, mayInstall } from '../debian.ts';
import { HarnessError } from './obtain.ts';

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
export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  if (env['CHROME_PATH']) return env['CHROME_PATH'];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...FIXED_PLACES].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a headless browser that talks to no one but the pages it is told to open. On a Debian CI machine
 * (`CI=true`, root) without any browser, Debian's own headless Chromium is installed first; nowhere else is anything installed.
 *
 * @throws HarnessError that names the command to run when there is no browser.
 */
export async function launchBrowser(log: (line: string) => void): Promise<Browser> {
  const executablePath = findBrowser(process.env) ?? (await installOnCi(log));
  if (executablePath === undefined) {
    throw new HarnessError(
      'no Chrome or Chromium found: run `sudo apt-get install -y chromium` (or set CHROME_PATH to your browser) and try again',
    );
  }
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-dev-shm-usage',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  // Signals are the runner's to handle: it also has a server to stop.
  return chromium.launch({ executablePath, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}

async function installOnCi(log: (line: string) => void): Promise<string | undefined> {
  if (!mayInstall(process.env)) return undefined;
  log('no browser found: installing chromium-headless-shell with apt-get …');
  try {
    await installPackage('chromium-headless-shell', 'chromium-headless-shell');
  } catch (error) {
    log(`apt-get failed: ${error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)}`);
  }
  return findBrowser(process.env);
}
