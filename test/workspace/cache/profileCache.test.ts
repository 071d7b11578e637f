import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Profile } from '../../../src/suggest/profile.ts';
import { ProfileCache } from '../../../src/workspace/cache/profileCache.ts';
import { Vocabulary } from '../../../src/suggest/vocabulary.ts';
import { profileOfFile } from '../../../src/workspace/suggestions.ts';

const TEXT = `import { put } from './put.ts';

/** Puts the units of a reservation back: größer, 预订. */
export function release(): void {
  put();
}

class Stock {}
`;

describe('the cache of profiles', () => {
  let folder: string;
  const words = new Vocabulary();

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'reqtrace profiles '));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The profile, and whether the file had to be read for it. */
  function ask(cache: ProfileCache, file = 'src/stock.ts', role: Profile['role'] = 'code', text = TEXT): [Profile, boolean] {
    let isMade = false;
    const profile = cache.of({ path: file, role, text }, words, () => {
      isMade = true;
      const made = profileOfFile(file, text, role, words);
      assert.ok(made);
      return made;
    });
    return [profile, isMade];
  }

  function kept(): string {
    const cache = new ProfileCache(folder);
    ask(cache);
    cache.save();
    return path.join(folder, 'profiles');
  }

  it('gives back what it was given', () => {
    kept();
    assert.deepEqual(ask(new ProfileCache(folder)), [profileOfFile('src/stock.ts', TEXT, 'code', words), false]);
  });

  it('gives it back in the numbers of another vocabulary', () => {
    kept();
    const other = new Vocabulary();
    other.termsIn(['Units of something else']);
    const profile = new ProfileCache(folder).of({ path: 'src/stock.ts', role: 'code', text: TEXT }, other, () => assert.fail());
    assert.deepEqual(profile, profileOfFile('src/stock.ts', TEXT, 'code', other));
  });

  for (const [what, file, role, text] of [
    ['another text', 'src/stock.ts', 'code', `${TEXT}\n`],
    ['another path', 'src/other.ts', 'code', TEXT],
    ['another role', 'src/stock.ts', 'test', TEXT],
  ] as const)
    it(`does not know ${what}`, () => {
      kept();
      const [profile, isMade] = ask(new ProfileCache(folder), file, role, text);
      assert.deepEqual([profile.path, profile.role, isMade], [file, role, true]);
    });

  for (const [what, damage] of [
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 4)],
    ['damaged', (content: Buffer) => Buffer.from(content.map((byte, at) => (at === 60 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
  ] as const)
    it(`reads the file again where it is ${what}`, () => {
      const file = kept();
      writeFileSync(file, damage(readFileSync(file)));
      assert.deepEqual(ask(new ProfileCache(folder)), [profileOfFile('src/stock.ts', TEXT, 'code', words), true]);
    });

  it('is not written again for what little is new', () => {
    const cache = new ProfileCache(folder);
    for (let file = 0; file < 100; file++) ask(cache, `src/${file}.ts`);
    cache.save();
    const before = readFileSync(path.join(folder, 'profiles'));
    const next = new ProfileCache(folder);
    for (let file = 1; file < 101; file++) ask(next, `src/${file}.ts`);
    next.save();
    assert.deepEqual(readFileSync(path.join(folder, 'profiles')), before);
    assert.equal(ask(next, 'src/1.ts')[1], true, 'whoever asks on has them');
  });
});
