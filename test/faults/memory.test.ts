import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { linkSync } from 'node:fs';
import { MOST_WORKERS } from '../../src/workspace/scan/crew.ts';
import { bundle } from '../support/server/bundle.ts';
import { sized } from '../support/size.ts';
import { folders } from '../support/workspace/folder.ts';

const make = folders();
const MB = 1024 * 1024;
const LARGEST = 4 * MB;
const FILES = sized(100, 400);
/** What a worker may hold of files at once, in MB: its buffer, a file, its bytes as a string and its text, and what is waiting to be collected. */
const A_WORKER = 64;

/** The most that a process which reads a folder of such files ever took, in MB: the same file under many names, of which a few are to be read in full. */
function peakOf(program: string, code: string, full: string): number {
  const folder = make({ 'docs/a.md': '## REQ-1: Pay\n', 'src/code0.ts': code, 'src/full0.ts': full });
  for (let at = 1; at < FILES; at += 1) linkSync(folder.at('src/code0.ts'), folder.at(`src/code${at}.ts`));
  for (let at = 1; at < 4; at += 1) linkSync(folder.at('src/full0.ts'), folder.at(`src/full${at}.ts`));
  const { stdout, stderr } = spawnSync(process.execPath, [program, folder.path], { encoding: 'utf8' });
  assert.notEqual(stdout, '', stderr);
  const [peak, links, skipped] = JSON.parse(stdout) as [number, number, number];
  assert.deepEqual([links, skipped], [4, 0], 'all were read');
  return peak;
}

describe(`a folder of ${(FILES * LARGEST) / MB} MB`, () => {
  it('is read with no more of it in memory than the workers have in hand', async function () {
    // No limit of time is what this is about, but a guard against a hang.
    this.timeout(600_000);
    const program = await bundle('test/support/faults/readFolder.ts');
    const line = `const a = "UTF-8";${' '.repeat(1000)}\n`;
    const text = (first: string, size: number): string => first + line.repeat(Math.floor((size - first.length) / line.length));
    const [large, small] = [LARGEST, 2 * line.length].map((size) => peakOf(program, text('', size), text('// @implements REQ-1\n', size)));
    assert.ok(large !== undefined && small !== undefined);
    assert.ok(large - small < MOST_WORKERS * A_WORKER, `${large - small} MB more than for small files`);
  });
});
