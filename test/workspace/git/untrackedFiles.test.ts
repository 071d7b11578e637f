import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { untrackedFiles } from '../../../src/workspace/git/untrackedFiles.ts';
import { Random } from '../../support/index/random.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();

/** What git says to a question of its own for each. */
function asked(folder: Folder, below: string, ...args: readonly string[]): string[] {
  const output = execFileSync('git', ['ls-files', '--others', '--exclude-standard', ...args, '-z'], {
    cwd: folder.at(below),
    encoding: 'utf8',
  });
  return output.split('\0').slice(0, -1).sort();
}

/** Files that lie in the places. */
function reached(folder: Folder, below: string, places: readonly string[]): string[] {
  const files = readdirSync(folder.at(below), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.at(below).length + 1));
  return files.filter((file) => places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)))).sort();
}

const PARTS = ['a', 'b', 'build', 'out.log', 'x.o', 'ü', '[a]', '*', 'new file', '-f', ':(top)'];
const RULES = [
  'a/*',
  '/b/*',
  'a/**',
  '*/*',
  '**/*/*/',
  '!a/b',
  '!/a/b/',
  'build/*',
  '!build/x.o',
  'build/',
  '*.log',
  '*.o',
  '/a/b',
  '!keep.log',
  'a',
  '!a/',
  'b/**',
  '\\[a\\]',
  '*',
  '!*/',
  '!/b',
  'ü',
];

describe('files that git has no record of', () => {
  it('are told apart as git tells them apart itself', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = new Random(seed);
      const path = () => [random.pick(PARTS), ...random.some(3, () => random.pick(PARTS))].join('/');
      const folder = make({ 'kept/a.txt': '' });
      folder.git(['init', '-q']);
      const write = (name: string, content = '') => {
        try {
          folder.write(name, content);
        } catch {
          // There is a file where a folder would have to be, or the other way round.
        }
      };
      for (const name of random.some(12, path)) write(name);
      folder.git(['add', '--force', '.']);
      for (const place of random.some(3, () => (random.oneIn(2) ? '' : `${random.pick(PARTS)}/`)))
        write(`${place}.gitignore`, `${random.pick(RULES)}\n${random.pick(RULES)}\n`);
      for (const name of random.some(15, path)) write(name);
      if (random.oneIn(3)) {
        write('inner/a.txt');
        folder.git(['init', '-q', 'inner']);
      }
      for (const below of ['', 'kept']) {
        const answer = await untrackedFiles(folder.at(below));
        assert.ok(answer, `seed ${seed}`);
        assert.deepEqual([...answer.added].sort(), asked(folder, below), `seed ${seed}`);
        const ignored = asked(folder, below, '--ignored', '--directory');
        assert.deepEqual(reached(folder, below, answer.ignored), reached(folder, below, ignored), `seed ${seed}`);
      }
      folder.delete();
    }
  });

  it('may be very many folders', async () => {
    const folder = make(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`new${at}/${at % 3 === 0 ? 'a.log' : 'a.md'}`, ''])));
    folder.git(['init', '-q']);
    folder.write('.gitignore', '*.log\n/new7/\n');
    const answer = await untrackedFiles(folder.path);
    assert.deepEqual([...(answer?.added ?? [])].sort(), asked(folder, ''));
    assert.deepEqual(reached(folder, '', answer?.ignored ?? []), reached(folder, '', asked(folder, '', '--ignored', '--directory')));
  });

  it('are unknown where there is no repository', async () => {
    assert.equal(await untrackedFiles(make({ 'a.md': '' }).path), undefined);
  });
});
