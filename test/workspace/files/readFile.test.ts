import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { say } from '../../../src/model/message.ts';
import { decode, openContent } from '../../../src/workspace/files/fileContent.ts';
import { readFile } from '../../../src/workspace/files/readFile.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

/** A user that owns nothing. */
const NOBODY = 65_534;

describe('decode', () => {
  const cases: readonly [name: string, bytes: Buffer, text: string][] = [
    ['UTF-8', Buffer.from('ä\r\n日'), 'ä\r\n日'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFa'), 'a'],
    ['UTF-16, little end first', Buffer.from('\uFEFFaß日', 'utf16le'), 'aß日'],
    ['UTF-16, big end first', Buffer.from('\uFEFFaß日', 'utf16le').swap16(), 'aß日'],
    ['Latin-1, where each bad byte costs that character', Buffer.from('Prüfung REQ-1', 'latin1'), 'Pr\uFFFDfung REQ-1'],
    ['a character cut off at the end', Buffer.from('REQ-1 日').subarray(0, 8), 'REQ-1 \uFFFD'],
    ['nothing', Buffer.alloc(0), ''],
    ['a NUL far behind the beginning', Buffer.concat([Buffer.alloc(8192, 'a'), Buffer.from([0])]), `${'a'.repeat(8192)}\0`],
  ];
  for (const [name, bytes, text] of cases) it(`reads ${name}`, () => assert.deepEqual(decode(bytes), { kind: 'text', text }));

  it('takes a NUL near the beginning for binary', () => {
    assert.deepEqual(decode(Buffer.from('\x7fELF\0')), { kind: 'skipped', reason: say('binary') });
    assert.deepEqual(decode(Buffer.from('no mark', 'utf16le')), { kind: 'skipped', reason: say('binary') });
  });
});

describe('readFile', () => {
  it('reads up to 4 MB', () => {
    const folder = make({ 'full.md': Buffer.alloc(4 * 1024 * 1024, 'a'), 'over.md': Buffer.alloc(4 * 1024 * 1024 + 1, 'a') });
    const full = readFile(folder.at('full.md'));
    assert.equal(full.kind === 'text' && full.text.length, 4 * 1024 * 1024);
    assert.deepEqual(readFile(folder.at('over.md')), { kind: 'skipped', reason: say('larger than 4 MB') });
  });

  it('reads a delivery of another tool up to 64 MB, as its first bytes tell', () => {
    const size = 4 * 1024 * 1024 + 1;
    const head = '<?xml version="1.0"?>\n<reqif:REQ-IF xmlns="a">';
    const folder = make({ 'a.reqif': head.padEnd(size, 'a'), 'b.reqif': `<REQ-IFS>${'a'.repeat(size)}`, 'c.reqif': head });
    truncateSync(folder.at('c.reqif'), 64 * 1024 * 1024 + 1);
    const large = readFile(folder.at('a.reqif'));
    assert.equal(large.kind === 'text' && large.text.length, size);
    for (const name of ['b.reqif', 'c.reqif'])
      assert.deepEqual(readFile(folder.at(name)), { kind: 'skipped', reason: say('larger than 4 MB') }, name);
    assert.equal(openContent(head.padEnd(size, 'a')).kind, 'text');
    assert.equal(openContent('a'.repeat(size)).kind, 'skipped');
    assert.equal(decode(Buffer.from(`\uFEFF${head.padEnd(size, 'a')}`, 'utf16le')).kind, 'text');
  });

  it('tells what is gone', () => {
    const folder = make({ 'a.md': '' });
    assert.deepEqual(readFile(folder.at('b.md')), { kind: 'gone' });
    assert.deepEqual(readFile(folder.at('a.md/b.md')), { kind: 'gone' });
  });

  it('opens no folder, link or pipe', () => {
    const folder = make({ 'a.md': 'text', 'sub/b.md': '' });
    symlinkSync('a.md', folder.at('link.md'));
    symlinkSync('loop.md', folder.at('loop.md'));
    assert.deepEqual(readFile(folder.at('sub')), { kind: 'skipped', reason: say('folder') });
    assert.deepEqual(readFile(folder.at('link.md')), { kind: 'skipped', reason: say('symbolic link') });
    assert.deepEqual(readFile(folder.at('loop.md')), { kind: 'skipped', reason: say('symbolic link') });
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [folder.at('pipe.md')]);
      assert.deepEqual(readFile(folder.at('pipe.md')), { kind: 'skipped', reason: say('not a regular file') });
    }
  });

  it('survives names that no file can have', () => {
    const folder = make();
    assert.equal(readFile(folder.at('a'.repeat(5000))).kind, 'skipped');
    assert.deepEqual(readFile(`${folder.path}/a\0b`), { kind: 'skipped', reason: say('cannot be read ({0})', 'ERR_INVALID_ARG_VALUE') });
  });

  it('says when it may not', function () {
    if (process.platform === 'win32') this.skip();
    const folder = make({ 'a.md': 'text' });
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at('a.md'), 0);
    // For the administrator nothing is forbidden, so the file is read as somebody else.
    const administrator = process.geteuid?.() === 0;
    if (administrator) process.seteuid?.(NOBODY);
    try {
      assert.deepEqual(readFile(folder.at('a.md')), { kind: 'skipped', reason: say('permission denied') });
    } finally {
      if (administrator) process.seteuid?.(0);
    }
  });

  it('reads files of unknown size to their end', function () {
    if (process.platform !== 'linux') this.skip();
    const content = readFile('/proc/self/status');
    assert.ok(content.kind === 'text' && content.text.includes('VmSize'));
  });
});
