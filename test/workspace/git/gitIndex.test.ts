import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { readGitIndex } from '../../../src/workspace/git/gitIndex.ts';
import { Random } from '../../support/index/random.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const PARTS = ['a', 'src', 'orders', 'ü', '日本', 'a b', '..odd', '-f', `long${'x'.repeat(120)}`, 'A'];

function repository(seed: number, format: 'sha1' | 'sha256'): Folder {
  const random = new Random(seed);
  const folder = make();
  folder.git(['init', '--quiet', `--object-format=${format}`]);
  for (const name of random.some(60, () => [random.pick(PARTS), ...random.some(4, () => random.pick(PARTS))].join('/'))) {
    try {
      folder.write(name, name);
    } catch {
      // A file where a folder would have to be, or the other way round.
    }
  }
  folder.write('kept/z.txt', 'z');
  symlinkSync('z.txt', folder.at('kept/link'));
  folder.git(['add', '--all']);
  return folder;
}

function index(folder: Folder): Buffer {
  return readFileSync(folder.at('.git/index'));
}

function listed(folder: Folder, below = ''): string[] {
  return execFileSync('git', ['ls-files', '--cached', '-z'], { cwd: folder.at(below), encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

/** Names of the objects of all files, as git prints them. */
function objects(folder: Folder): string[] {
  return execFileSync('git', ['ls-files', '--stage', '-z'], { cwd: folder.path, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
    .map((line) => line.split(' ')[1] ?? '');
}

const MADE_UP: readonly (readonly [what: string, name: string])[] = [
  ['a name that leads out', '../../etc/passwd'],
  ['a name that leads out later', 'a/../../passwd.txt'],
  ['an absolute name', '/etc/shadow/a.txt'],
];

describe('the index file of git', () => {
  for (const format of ['sha1', 'sha256'] as const) {
    for (const version of [2, 3, 4]) {
      it(`of version ${version} with ${format} says what git says of it`, () => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const folder = repository(seed, format);
          // An entry that only says that there will be a file makes two bytes more.
          if (version === 3) {
            folder.write('later.txt', 'x');
            folder.git(['add', '--intent-to-add', 'later.txt']);
          } else folder.git(['update-index', '--index-version', String(version)]);
          assert.equal(index(folder).readUInt32BE(4), version);
          const hashBytes = format === 'sha1' ? 20 : 32;
          const entries = readGitIndex(index(folder), { prefix: '', hashBytes });
          assert.deepEqual(entries?.paths, listed(folder));
          const size = 40 + hashBytes;
          assert.deepEqual(
            entries?.paths.map((_, at) => entries.states.toString('hex', at * size + 40, (at + 1) * size)),
            objects(folder),
          );
          assert.deepEqual(readGitIndex(index(folder), { prefix: 'kept/', hashBytes })?.paths, listed(folder, 'kept'));
          assert.equal(
            readGitIndex(index(folder), { prefix: '', hashBytes: format === 'sha1' ? 32 : 20 }),
            undefined,
            'read as the other format',
          );
        }
      });
    }
  }

  it('says nothing when it is cut off or something follows', () => {
    const content = index(repository(1, 'sha1'));
    for (let length = 0; length < content.length; length += 1)
      assert.equal(readGitIndex(content.subarray(0, length), { prefix: '', hashBytes: 20 }), undefined, `${length} bytes`);
    assert.equal(readGitIndex(Buffer.concat([content, Buffer.alloc(3)]), { prefix: '', hashBytes: 20 }), undefined);
  });

  it('comes to an end whatever it holds', () => {
    for (const version of [2, 4]) {
      const folder = repository(2, 'sha1');
      folder.git(['update-index', '--index-version', String(version)]);
      const content = index(folder);
      const random = new Random(version);
      for (let round = 0; round < 3000; round += 1) {
        const damaged = Buffer.from(content);
        for (let count = 1 + random.below(4); count > 0; count -= 1)
          damaged[random.below(damaged.length)] = random.pick([0, 1, 127, 128, 255]);
        const entries = readGitIndex(damaged, { prefix: '', hashBytes: 20 });
        assert.equal(entries?.states.length, entries && entries.paths.length * 60);
      }
    }
  });

  for (const [what, name] of MADE_UP) {
    it(`says nothing where somebody gave it ${what}`, () => {
      const folder = make();
      const honest = 'x'.repeat(name.length);
      folder.write(honest);
      folder.git(['init', '--quiet']);
      folder.git(['add', '--all']);
      const content = index(folder);
      assert.deepEqual(readGitIndex(content, { prefix: '', hashBytes: 20 })?.paths, [honest]);
      content.write(name, content.indexOf(honest), 'latin1');
      assert.equal(readGitIndex(content, { prefix: '', hashBytes: 20 }), undefined);
    });
  }
});
