import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { FileRole } from '../../../src/model/facts.ts';
import { say } from '../../../src/model/message.ts';
import { decodeRecord, recordParts, sealRecord } from '../../../src/workspace/cache/folderRecord.ts';
import type { FolderRecord } from '../../../src/workspace/cache/folderRecord.ts';
import type { Scanned } from '../../../src/workspace/scan/scanned.ts';

const facts = createExtractor(DEFAULT_CONFIGURATION).extract('src/ä.ts', '// @implements IP-1 because\n');
const RECORD: FolderRecord = {
  git: {
    file: '/repo/.git/index',
    stamp: { size: 12, modified: 1_700_000_000_000.25, changed: 1_700_000_000_001, inode: 7 },
    prefix: 'shop/',
    hashBytes: 20,
  },
  files: new Map<string, FileRole>([
    ['docs/a.md', 'document'],
    ['src/ä.ts', 'code'],
    ['src/b.test.ts', 'test'],
    ['c.png', 'other'],
    ['reqtrace.yaml', 'configuration'],
    ['README.md', 'prose'],
    ['...odd', 'other'],
  ]),
  states: Buffer.from(Array.from({ length: 7 * 60 }, (_, at) => at % 251)),
  telling: new Map<string, Scanned>([
    ['src/ä.ts', { kind: 'facts', facts }],
    ['src/b.test.ts', { kind: 'asleep', prefixes: ['CVE'] }],
    ['README.md', { kind: 'skipped', reason: say('binary') }],
    ['docs/a.md', { kind: 'asleep', prefixes: ['CVE'] }],
  ]),
  unsure: ['docs/a.md'],
  racy: ['c.png', 'src/ä.ts'],
  traced: true,
};

const AT_ONCE = (): Promise<void> => Promise.resolve();

async function sealed(record: FolderRecord): Promise<Buffer> {
  return Buffer.concat(sealRecord(await recordParts(record, AT_ONCE)));
}

describe('the record of a folder', () => {
  it('says again what was put in', async () => {
    const record = decodeRecord(await sealed(RECORD));
    const { git, states, ...remembered } = RECORD;
    assert.deepEqual(record?.git, git);
    assert.deepEqual(record?.entries(), { paths: [...RECORD.files.keys()], states });
    assert.deepEqual(await record?.open(AT_ONCE), remembered);
  });

  it('may be that of a folder without files', async () => {
    const empty = { files: new Map(), telling: new Map(), unsure: [], racy: [] };
    const record = decodeRecord(await sealed({ ...RECORD, ...empty, states: Buffer.alloc(0) }));
    assert.deepEqual(await record?.open(AT_ONCE), { ...empty, traced: true });
  });

  // @verifies RT-11.3/AC3~61a4c8
  it('counts for nothing when a byte is missing, added or another one', async () => {
    const content = await sealed(RECORD);
    for (let length = 0; length < content.length; length += 1) assert.equal(decodeRecord(content.subarray(0, length)), undefined);
    assert.equal(decodeRecord(Buffer.concat([content, Buffer.of(0)])), undefined);
    for (let at = 0; at < content.length; at += 7) {
      const damaged = Buffer.from(content);
      damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at);
      assert.equal(decodeRecord(damaged), undefined);
    }
  });

  const forgeries: readonly (readonly [why: string, forged: Partial<Record<keyof FolderRecord, unknown>>])[] = [
    ['no file of git', { git: { ...RECORD.git, file: undefined } }],
    ['a stamp that is none', { git: { ...RECORD.git, stamp: { ...RECORD.git.stamp, inode: 'x' } } }],
    ['objects of another size', { git: { ...RECORD.git, hashBytes: 16 } }],
    ['states of other files', { states: RECORD.states.subarray(60) }],
    [
      'a role that there is not',
      { files: new Map([['docs/a.md', 'root']]), states: Buffer.alloc(60), telling: new Map(), unsure: [], racy: [] },
    ],
    ...['../a.md', '/etc/passwd', 'docs/../../a.md', 'docs/..', '..'].map(
      (path) =>
        [
          `the path ${path}`,
          { files: new Map([[path, 'document']]), states: Buffer.alloc(60), telling: new Map(), unsure: [], racy: [] },
        ] as const,
    ),
    ['facts of another file', { telling: new Map([['docs/a.md', { kind: 'facts', facts }]]) }],
    ['facts of a file that is not listed', { telling: new Map([['docs/none.md', { kind: 'asleep', prefixes: [] }]]) }],
    ['an unknown kind', { telling: new Map([['docs/a.md', { kind: 'eval', code: 'x' }]]) }],
    ['no word on what was read', { traced: 'yes' }],
    ['doubt about a file that is not listed', { unsure: ['docs/none.md'] }],
    ['a file that is not listed and was written just then', { racy: ['docs/none.md'] }],
  ];
  for (const [why, forged] of forgeries) {
    it(`counts for nothing when somebody made it up with ${why}`, async () => {
      const record = decodeRecord(await sealed({ ...RECORD, ...forged } as FolderRecord));
      assert.equal(await record?.open(AT_ONCE), undefined);
    });
  }
});
