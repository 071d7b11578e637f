import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { FileRole } from '../../../src/model/facts.ts';
import type { Scanned } from '../../../src/workspace/scan/scanned.ts';
import type { Keeper } from '../../../src/workspace/virtual/virtualFacts.ts';
import { VirtualFacts } from '../../../src/workspace/virtual/virtualFacts.ts';
import { VirtualScan } from '../../../src/workspace/virtual/virtualScan.ts';
import { Remote } from '../../support/workspace/remote.ts';

const FILES: Readonly<Record<string, string>> = {
  'docs/boil.md': '## REQ-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n',
  'src/boil.ts': '// @implements REQ-1\nexport function boil() {}\n',
  'src/other.ts': '// ABC-1: other\nexport function other() {}\n',
  'src/silent.ts': 'export function silent() {}\n',
};
const ROLES = new Map<string, FileRole>([
  ['docs/boil.md', 'document'],
  ['src/boil.ts', 'code'],
  ['src/other.ts', 'code'],
  ['src/silent.ts', 'code'],
]);

/** A place that keeps one text. */
class Place implements Keeper {
  readonly engine = 'Node';
  text: string | undefined;
  writes = 0;
  read(): Promise<string | undefined> {
    return Promise.resolve(this.text);
  }
  write(text: string): Promise<void> {
    this.text = text;
    this.writes += 1;
    return Promise.resolve();
  }
}

interface How {
  readonly files?: Readonly<Record<string, string>>;
  readonly known?: readonly string[];
  readonly configuration?: Configuration;
  readonly build?: string | undefined;
}

/** Reads all files as at a start, and keeps what they said. */
async function start(place: Place, how: How = {}): Promise<Record<string, Scanned>> {
  const { files = FILES, known = ['REQ'], configuration = DEFAULT_CONFIGURATION } = how;
  const build = 'build' in how ? how.build : 'a';
  const facts = new VirtualFacts(place, configuration, build);
  const scan = new VirtualScan(new Remote(files), { isLink: () => false }, createExtractor(configuration), new Map(), facts);
  const said: Record<string, Scanned> = {};
  const take = { file: (path: string, scanned: Scanned) => void (said[path] = scanned), done: () => undefined };
  await scan.scan(ROLES, { known: new Set(known), kind: 'traced', take });
  await scan.rest();
  return said;
}

/** What is kept, with another title of the requirement in it. */
function forged(place: Place): Place {
  place.text = place.text?.replaceAll('"Boil"', '"Forged"');
  return place;
}

const isForged = (said: Record<string, Scanned>): boolean => JSON.stringify(said).includes('Forged');

describe('what contents of a folder without a disk said, at the next start', () => {
  // @verifies RT-8.2/AC6
  it('is taken for the same contents, and only for those', async () => {
    const place = new Place();
    const first = await start(place);
    assert.deepEqual(Object.keys(first).sort(), ['docs/boil.md', 'src/boil.ts', 'src/other.ts']);
    assert.deepEqual(await start(place), first);
    assert.equal(place.writes, 1, 'nothing is written that is the same');
    assert.equal(isForged(await start(forged(place))), true, 'nothing was taken apart again');
    assert.equal(isForged(await start(place, { files: { ...FILES, 'docs/boil.md': `${FILES['docs/boil.md']}- It stops\n` } })), false);
  });

  // @verifies RT-8.2/AC6
  for (const [name, how] of [
    ['under another configuration', { configuration: { ...DEFAULT_CONFIGURATION, labels: { Rule: 'R' } } }],
    ['by another program', { build: 'b' }],
    ['by one that does not know what it is made of', { build: undefined }],
  ] as const) {
    it(`is not taken ${name}`, async () => {
      const place = new Place();
      await start(place);
      assert.equal(isForged(await start(forged(place), how)), false);
    });
  }

  // @verifies RT-8.2/AC6
  it('is read again where code spoke of what only now some requirement has', async () => {
    const place = new Place();
    assert.equal((await start(place))['src/other.ts']?.kind, 'asleep');
    assert.equal((await start(place, { known: ['REQ', 'ABC'] }))['src/other.ts']?.kind, 'facts');
  });

  // @verifies RT-8.2/AC6
  for (const text of ['', '{', 'null', '[]', '{"under":1}', '{"files":{}}']) {
    it(`is nothing where ${JSON.stringify(text)} is kept`, async () => {
      const place = new Place();
      const first = await start(place);
      place.text = text;
      assert.deepEqual(await start(place), first);
    });
  }

  // @verifies RT-8.2/AC6
  it('is not taken where it is not what was ever written', async () => {
    const place = new Place();
    const first = await start(place);
    const kept = JSON.parse(place.text ?? '') as { files: Record<string, [string, unknown]> };
    for (const [path, entry] of Object.entries(kept.files)) kept.files[path] = [entry[0], { kind: 'facts', facts: { path } }];
    place.text = JSON.stringify(kept);
    assert.deepEqual(await start(place), first);
  });
});
