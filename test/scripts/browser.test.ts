import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../scripts/vscode/browser.ts';

describe('findBrowser', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'reqtrace-browser-'));
    for (const [place, mode] of [
      ['first/google-chrome', 0o755],
      ['second/chromium', 0o755],
      ['broken/chromium', 0o644],
    ] as const) {
      const file = path.join(folder, place);
      await mkdir(path.dirname(file));
      await writeFile(file, '');
      await chmod(file, mode);
    }
  });

  after(() => rm(folder, { recursive: true }));

  const inPath = (...places: string[]): NodeJS.ProcessEnv => ({
    PATH: places.map((place) => path.join(folder, place)).join(path.delimiter),
  });

  it('takes CHROME_PATH before anything else', () => {
    assert.equal(findBrowser({ ...inPath('first'), CHROME_PATH: '/opt/my/chrome' }), '/opt/my/chrome');
  });

  it('takes the first browser on PATH, passing by what cannot be executed', () => {
    assert.equal(findBrowser(inPath('broken', 'first', 'second')), path.join(folder, 'first/google-chrome'));
    assert.equal(findBrowser(inPath('broken', 'second', 'first')), path.join(folder, 'second/chromium'));
  });
});
