import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserFor, findBrowser } from '../../scripts/vscode/browser.ts';

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

describe('a machine on which every browser is hidden', () => {
  const hidden = { env: { PATH: '' }, places: [] };
  const obtained = { executablePath: '/repo/.vscode-test/chromium', env: { LD_LIBRARY_PATH: '/repo/.vscode-test/lib' } };
  const obtain = (): Promise<typeof obtained> => Promise.resolve(obtained);

  it('gets one from the npm registry where that has one for it, root or not, CI or not', async () => {
    for (const env of [hidden.env, { ...hidden.env, CI: 'true' }])
      assert.deepEqual(await browserFor(() => undefined, { ...hidden, env, platform: 'linux-x64', obtain }), obtained);
  });

  it('is told what to do elsewhere', async () => {
    await assert.rejects(
      browserFor(() => undefined, { ...hidden, platform: 'linux-arm64', obtain }),
      /apt-get install -y chromium/u,
    );
  });

  it('gets none where one is named', async () => {
    const env = { ...hidden.env, CHROME_PATH: '/opt/chrome' };
    assert.deepEqual(await browserFor(() => undefined, { ...hidden, env, platform: 'linux-x64', obtain }), {
      executablePath: '/opt/chrome',
    });
  });
});
