import assert from 'node:assert/strict';
import type { Scanned } from '../../../src/workspace/scan/scanned.ts';
import { decodeShard, encodeShard } from '../../../src/workspace/cache/shardFile.ts';
import type { Entry } from '../../../src/workspace/cache/shardFile.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { say } from '../../../src/model/message.ts';

const STAMP = { size: 12, modified: 1_700_000_000_000.25, changed: 1_700_000_000_001, inode: 7 };

function shard(files: Readonly<Record<string, Scanned>>): Map<string, Entry> {
  return new Map(Object.entries(files).map(([path, scanned], at) => [path, { scanned, stamp: { ...STAMP, size: at } }]));
}

function encoded(entries: ReadonlyMap<string, Entry>): Buffer {
  return Buffer.concat(encodeShard(entries));
}

/** Content of a shard file with another JSON part, its sum made right again. */
function forged(path: string, telling: unknown): Buffer {
  return encoded(new Map([[path, { stamp: STAMP, scanned: telling as Scanned }]]));
}

describe('a shard file', () => {
  const facts = createExtractor(DEFAULT_CONFIGURATION).extract(
    'src/ä.ts',
    '// @implements IP-1 because\n// @verifies IP-2,\nfunction reserve() {}\n',
  );
  const files: Readonly<Record<string, Scanned>> = {
    'src/ä.ts': { kind: 'facts', facts },
    'src/b.ts': { kind: 'nothing' },
    'src/c.ts': { kind: 'asleep', prefixes: ['CVE', 'UTF'] },
    'src/d.bin': { kind: 'skipped', reason: say('binary') },
  };

  it('says again what was put in', () => {
    const content = decodeShard(encoded(shard(files)));
    assert.deepEqual(content?.paths, Object.keys(files));
    assert.deepEqual(
      content?.paths.map((_, at) => content.scanned(at)),
      Object.values(files),
    );
    assert.deepEqual(content?.stamp(2), { ...STAMP, size: 2 });
    assert.equal(content?.hasStamp(2, { ...STAMP, size: 2 }), true);
    for (const name of ['size', 'modified', 'changed', 'inode'] as const)
      assert.equal(content?.hasStamp(2, { ...STAMP, size: 2, [name]: 99 }), false, name);
  });

  it('may be empty', () => {
    assert.deepEqual(decodeShard(encoded(new Map()))?.paths, []);
  });

  // @verifies RT-11.3/AC3~61a4c8
  it('counts for nothing when a byte is missing, added or another one', () => {
    const content = encoded(shard(files));
    for (let length = 0; length < content.length; length += 1) assert.equal(decodeShard(content.subarray(0, length)), undefined);
    assert.equal(decodeShard(Buffer.concat([content, Buffer.of(0)])), undefined);
    for (let at = 0; at < content.length; at += 7) {
      const damaged = Buffer.from(content);
      damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at);
      assert.equal(decodeShard(damaged), undefined);
    }
  });

  const forgeries: readonly (readonly [why: string, telling: unknown])[] = [
    ['an unknown kind', { kind: 'eval', code: 'x' }],
    ['no object', 'facts'],
    ['a list', []],
    ['facts of another file', { kind: 'facts', facts: { ...facts, path: 'src/other.ts' } }],
    ['a property too many', { kind: 'facts', facts: { ...facts, more: 1 } }],
    ['a property too few', { kind: 'facts', facts: { ...facts, links: undefined } }],
    ['a property of another type', { kind: 'facts', facts: { ...facts, mentions: 'none' } }],
    ['a prototype', JSON.parse(`{ "kind": "asleep", "prefixes": [], "__proto__": { "polluted": true } }`)],
    [
      'a negative line',
      {
        kind: 'facts',
        facts: { ...facts, links: [{ target: 'x', range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } } }] },
      },
    ],
    [
      'an edit of another file',
      {
        kind: 'facts',
        facts: {
          ...facts,
          problems: facts.problems.map((problem) => ({
            ...problem,
            fixes: [{ title: 'x', edits: [{ path: '../../.bashrc', range: problem.range, newText: 'x' }] }],
          })),
        },
      },
    ],
  ];
  for (const [why, telling] of forgeries) {
    it(`counts for nothing when somebody wrote ${why} into it`, () => {
      assert.ok(facts.problems.length > 0);
      assert.equal(decodeShard(forged('src/ä.ts', telling)), undefined);
    });
  }
});
