import assert from 'node:assert/strict';
import { zipSync } from 'fflate/browser';
import { packedText } from '../../../src/formats/packed/packedText.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { withField, zipped } from '../../support/archives.ts';

const MB = 1024 * 1024;

/** The text, or the reason behind a dash; nothing for what is not packed. */
function read(bytes: Uint8Array, most = 64 * MB): string | undefined {
  const packed = packedText(bytes, most);
  return packed && (packed.kind === 'text' ? packed.text : `- ${inEnglish(packed.reason)}`);
}

const A = '<REQ-IF>a</REQ-IF>\n';
const ONE = zipped({ 'a.reqif': A });
const UTF16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(A, 'utf16le')]);
const LONG = `<REQ-IF>${'a'.repeat(2 * MB)}</REQ-IF>`;

describe('packed files', () => {
  // @verifies RT-1.4/AC32
  it('are read as their bodies in the order of their names, whatever else is packed with them', () => {
    const files = {
      'b/c.reqif': `\uFEFF${A}`,
      'a--b.reqif': A,
      '__MACOSX/._a.reqif': 'no',
      'Files\\p.png': new Uint8Array([0, 1]),
      '.DS_Store': '',
    };
    assert.equal(read(zipped(files)), `<!-- a- -b.reqif -->\n${A}\n<!-- b/c.reqif -->\n${A}`);
    assert.equal(read(zipped({ 'a.reqif': new Uint8Array(UTF16) })), `<!-- a.reqif -->\n${A}`);
    const stored = zipSync({ 'x/../../a.reqif': [new Uint8Array(Buffer.from(A)), { level: 0 }] });
    assert.equal(read(stored), `<!-- x/../../a.reqif -->\n${A}`);
    assert.equal(read(Buffer.concat([withField(ONE, 'end', 20, 3), Buffer.from('abc')])), `<!-- a.reqif -->\n${A}`);
    assert.equal(read(Buffer.from('Pk is no archive')), undefined);
  });

  const refused: readonly (readonly [what: string, bytes: Uint8Array, reason: RegExp, most?: number])[] = [
    ['is cut off', ONE.subarray(0, -8), /damaged or cut off/u],
    ['has nothing but its first bytes', ONE.subarray(0, 4), /damaged or cut off/u],
    ['is one of several parts', withField(ONE, 'end', 4, 1), /one of several parts/u],
    ['has a directory that is somewhere else', withField(ONE, 'end', 16, 1, 4), /its directory cannot be read/u],
    ['has a directory behind its end', withField(ONE, 'end', 16, 1_000_000, 4), /its directory is missing/u],
    ['is in the format zip64 by its end', withField(ONE, 'end', 16, 0xff_ff_ff_ff, 4), /zip64/u],
    ['is in the format zip64 by an entry', withField(ONE, 'central', 24, 0xff_ff_ff_ff, 4), /zip64/u],
    ['is encrypted', withField(ONE, 'central', 8, 1), /a\.reqif in the archive is encrypted/u],
    ['is packed in another way', withField(ONE, 'central', 10, 14), /packed in a way that is not known/u],
    ['has a wrong checksum', withField(ONE, 'central', 16, 1, 4), /a\.reqif in the archive is damaged/u],
    ['is longer than its directory says', withField(ONE, 'central', 24, 3, 4), /a\.reqif in the archive is damaged/u],
    ['is shorter than its directory says', withField(ONE, 'central', 24, 300, 4), /a\.reqif in the archive is damaged/u],
    ['has a broken stream', withField(ONE, 'local', 37, 0xff_ff), /a\.reqif in the archive is damaged/u],
    ['has no header where its directory says', withField(ONE, 'local', 2, 0x06_05), /a\.reqif in the archive is damaged/u],
    ['has an entry behind its end', withField(ONE, 'central', 42, 1_000_000, 4), /not where its directory says/u],
    ['has a file longer than the rest of it', withField(ONE, 'central', 20, 1_000_000, 4), /not where its directory says/u],
    ['has two files of one name', twice(), /two files in the archive are called a\.reqif/u],
    ['has two files in the same bytes', overlapping(), /not where its directory says/u],
    [
      'has more files than anybody sends',
      zipped(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, '']))),
      /more than 10000 files/u,
    ],
    ['is a bomb', zipped({ 'a.reqif': 'a'.repeat(8 * MB) }), /packed more tightly than any text is/u],
    ['is too large by its directory', zipped({ 'a.reqif': LONG }), /more than 1 MB/u, MB],
    ['is too large in all', zipped({ 'a.reqif': LONG.slice(0, 0.75 * MB), 'b.reqif': LONG.slice(0, 0.75 * MB) }), /more than 1 MB/u, MB],
    ['holds another', zipped({ 'a.reqif': A, 'inner.reqifz': ONE }), /inner\.reqifz in the archive is an archive itself/u],
    ['holds nothing that is known', zipped({ 'a.txt': A }), /without a file that is known/u],
    ['holds nothing', zipped({}), /without a file that is known/u],
  ];

  // @verifies RT-11.2/AC5
  for (const [what, bytes, reason, most] of refused)
    it(`are refused where one ${what}`, () => {
      const told = read(bytes, most) ?? '';
      assert.match(told, /^- /u);
      assert.match(told, reason);
    });
});

/** The names of two files of the same length made equal. */
function twice(): Buffer {
  const bytes = Buffer.from(zipped({ 'a.reqif': A, 'b.reqif': A }));
  for (let at = bytes.indexOf('b.reqif'); at >= 0; at = bytes.indexOf('b.reqif', at)) bytes.write('a', at);
  return bytes;
}

/** The second file of the directory said to be where the first is. */
function overlapping(): Buffer {
  const bytes = Buffer.from(zipped({ 'a.reqif': A, 'b.reqif': A }));
  bytes.writeUInt32LE(0, bytes.lastIndexOf('PK\u0001\u0002', bytes.length, 'latin1') + 42);
  return bytes;
}
