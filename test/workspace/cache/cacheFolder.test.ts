import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { defaultCacheFolder, factFolder, tidyUp } from '../../../src/workspace/cache/cacheFolder.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

describe('the folder of the cache', () => {
  it('is where REQTRACE_CACHE_DIR says', () => {
    assert.equal(defaultCacheFolder({ REQTRACE_CACHE_DIR: path.resolve('/tmp/kept'), HOME: '/home/x' }), path.resolve('/tmp/kept'));
  });

  it('is nowhere for sources that were not built, which may read otherwise tomorrow', () => {
    assert.equal(defaultCacheFolder({ HOME: '/home/x', XDG_CACHE_HOME: '/home/x/.cache', LOCALAPPDATA: 'C:\\x' }), undefined);
  });

  it('is another one for another workspace folder and for whatever changes how files are read', () => {
    const one = factFolder('/cache', '/work', DEFAULT_CONFIGURATION);
    assert.equal(path.dirname(one), path.normalize('/cache'));
    assert.equal(factFolder('/cache', '/work', { ...DEFAULT_CONFIGURATION, severity: { cycle: 'off' } }), one);
    const others = [
      factFolder('/cache', '/play', DEFAULT_CONFIGURATION),
      factFolder('/cache', '/work', { ...DEFAULT_CONFIGURATION, ids: ['HLR_[0-9]+'] }),
    ];
    assert.equal(new Set([one, ...others]).size, 3);
  });

  it('loses what was not used for longest where there is too much, and nothing else', () => {
    const folder = make();
    const names = Array.from({ length: 45 }, (_, at) => at.toString(16).padStart(32, '0'));
    for (const [at, name] of names.entries()) {
      mkdirSync(folder.at(name));
      writeFileSync(folder.at(`${name}/traced-1-0`), 'x');
      utimesSync(folder.at(name), 1000 + at, 1000 + at);
    }
    folder.write('precious/file');
    const inUse = folder.at(names[0] ?? '');
    tidyUp(inUse, 1_000_001);
    assert.equal(readdirSync(folder.path).length, 46, 'nothing was written');
    utimesSync(inUse, 1000, 1000);
    tidyUp(inUse, 1_000_000);
    assert.deepEqual(readdirSync(folder.path).sort(), [names[0] ?? '', ...names.slice(6), 'precious'].sort());
  });

  for (const [what, since] of [
    ['after something was written', 0],
    ['where nothing was', Infinity],
  ] as const)
    it(`loses what a process that was killed had not finished, and nothing that one may be writing, ${what}`, () => {
      const folder = make();
      const inUse = folder.at('0'.repeat(32));
      mkdirSync(inUse);
      const written = Date.now() / 1000;
      for (const [name, age] of [
        ['folder', 100_000],
        ['folder.0a1b2c3d4e5f.tmp', 100_000],
        ['folder.ffffffffffff.tmp', 3700],
        ['traced-1-0.000000000000.tmp', 3700],
        ['silent-12-3.0123456789ab.tmp', 1_000_000],
        ['contents.0a1b2c3d4e5f.tmp', 86_400],
        ['other words.tmp', 100_000],
        ['.tmp', 100_000],
        ['silent-1-0.111111111111.tmp', 10],
        ['traced-9-0.222222222222.tmp', 3000],
        ['folder.333333333333.tmp', -100],
        ['tmp', 100_000],
        ['traced.tmp.old', 100_000],
      ] as const) {
        folder.write(`${'0'.repeat(32)}/${name}`, 'x');
        utimesSync(folder.at(`${'0'.repeat(32)}/${name}`), written - age, written - age);
      }
      // Nobody makes a folder of that name; it must not keep the rest.
      mkdirSync(folder.at(`${'0'.repeat(32)}/a.tmp`));
      utimesSync(folder.at(`${'0'.repeat(32)}/a.tmp`), 1000, 1000);
      tidyUp(inUse, since);
      assert.deepEqual(readdirSync(inUse).sort(), [
        'a.tmp',
        'folder',
        'folder.333333333333.tmp',
        'silent-1-0.111111111111.tmp',
        'tmp',
        'traced-9-0.222222222222.tmp',
        'traced.tmp.old',
      ]);
    });

  it('need not be there', () => {
    const folder = make();
    tidyUp(folder.at('no/such'), 0);
    assert.deepEqual(readdirSync(folder.path), []);
  });
});
