import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openProject } from '../../src/workspace/openProject.ts';
import { bundle } from '../support/server/bundle.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { pictureOf } from '../support/faults/picture.ts';

const make = folders();

function workspace(): Folder {
  const files: Record<string, string> = {};
  for (let at = 0; at < 30; at += 1) {
    files[`docs/d${at}.md`] = `## REQ-${at}: A\n\n**Acceptance Criteria**:\n- ${'one '.repeat(40)}\n- two\n`;
    files[`src/s${at}.ts`] = `// @implements REQ-${at}/AC1\n// @verifies REQ-${at + 1}/AC2\n`;
  }
  return make(files);
}

async function pictureWith(root: string, cacheFolder?: string): Promise<unknown> {
  return pictureOf(await openProject(root, { today: '2026-11-21', ...(cacheFolder !== undefined && { cacheFolder }) }));
}

/** Two starts with this cache, the second after something happened to it, say what one without a cache says. */
async function assertHarmless(cacheFolder: string, between: () => void = () => undefined): Promise<void> {
  const { path: root } = workspace();
  // Nothing is kept of files that were written a moment ago.
  await wait(300);
  const expected = await pictureWith(root);
  assert.deepEqual(await pictureWith(root, cacheFolder), expected);
  between();
  assert.deepEqual(await pictureWith(root, cacheFolder), expected);
  assert.deepEqual(await pictureWith(root, cacheFolder), expected);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}

describe('a cache', function () {
  let writeCache: string;

  before(async () => {
    writeCache = await bundle('test/support/faults/writeCache.ts');
  });

  it('on a disk that is full, or becomes so, costs time only', async function () {
    const disk = make().path;
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'none', disk], { stdio: 'ignore' });
    } catch {
      // Only the administrator of a Linux machine may make a small disk.
      this.skip();
    }
    try {
      await assertHarmless(path.join(disk, 'becomes full'), () => fill(disk));
      fill(disk);
      await assertHarmless(path.join(disk, 'full'));
      assert.deepEqual(
        filesIn(disk).filter((name) => name.endsWith('.tmp')),
        [],
      );
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  for (const room of [0, 4, 32]) {
    it(`of which each file may have ${room / 2} KB costs time only`, async function () {
      if (process.platform === 'win32') this.skip();
      const { path: root } = workspace();
      const cache = make().path;
      await wait(300);
      const expected = await pictureWith(root);
      const open = (limit: string): unknown => {
        // The system ends a program that writes too much, unless it does not listen; then the write fails, as on a disk that is full.
        const command = `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`;
        const { stdout, stderr } = spawnSync('sh', ['-c', command, 'sh', process.execPath, writeCache, root, cache], { encoding: 'utf8' });
        assert.equal(stderr, '');
        return JSON.parse(stdout);
      };
      const plain: unknown = JSON.parse(JSON.stringify(expected));
      assert.deepEqual(open('unlimited'), plain);
      const full = filesIn(cache).map((file) => statSync(file).size);
      assert.ok(Math.max(...full) > room * 512, `files of ${full.join(', ')} bytes do not fit`);
      for (const file of filesIn(cache)) rmSync(file);
      assert.deepEqual(open(String(room)), plain);
      assert.ok(
        filesIn(cache).every((file) => !file.endsWith('.tmp') && statSync(file).size <= room * 512),
        filesIn(cache).join(),
      );
      assert.ok(filesIn(cache).length < full.length);
      assert.deepEqual(open(String(room)), plain);
      assert.deepEqual(open('unlimited'), plain);
      assert.equal(filesIn(cache).length, full.length);
    });
  }

  for (const [what, folder] of [
    ['a file', 'file'],
    ['inside of a file', 'file/cache'],
    ['where no folder can be made', '/proc/reqtrace/cache'],
  ] as const) {
    it(`that would lie ${what} costs time only`, async function () {
      if (process.platform === 'win32') this.skip();
      const outside = make({ file: 'text' });
      await assertHarmless(path.resolve(outside.path, folder));
      assert.equal(readFileSync(outside.at('file'), 'utf8'), 'text');
    });
  }

  const damages: readonly (readonly [what: string, damage: (file: string) => void])[] = [
    ['truncated', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['emptied', (file) => truncateSync(file, 0)],
    ['of another program', (file) => writeFileSync(file, 'PK\u0003\u0004'.repeat(500))],
    [
      'with a bit that fell over',
      (file) => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
        writeFileSync(file, bytes);
      },
    ],
    ['of 20 MB of nothing', (file) => truncateSync(file, 20_000_000)],
  ];
  for (const [what, damage] of damages) {
    // @verifies RT-11.3/AC5~a2acd6
    it(`${what} costs time only`, async () => {
      const cache = make().path;
      let damaged = 0;
      await assertHarmless(cache, () => {
        for (const file of filesIn(cache)) {
          damage(file);
          damaged += 1;
        }
      });
      assert.ok(damaged > 0, 'there was a cache');
    });
  }

  it('whose files became folders costs time only', async () => {
    const cache = make();
    await assertHarmless(cache.path, () => {
      for (const file of filesIn(cache.path)) {
        cache.remove(path.relative(cache.path, file));
        mkdirSync(file);
      }
    });
  });

  it('serves several at once', async () => {
    const cache = make().path;
    const { path: root } = workspace();
    await wait(300);
    const expected = await pictureWith(root);
    for (let time = 0; time < 3; time += 1) {
      const pictures = await Promise.all(Array.from({ length: 3 }, () => pictureWith(root, cache)));
      for (const picture of pictures) assert.deepEqual(picture, expected);
    }
  });
});

/** Writes until nothing more goes in. */
function fill(disk: string): void {
  try {
    for (let at = 0; ; at += 1) writeFileSync(path.join(disk, `filler${at}`), Buffer.alloc(1024));
  } catch (error) {
    assert.match(String(error), /ENOSPC/u);
  }
}
