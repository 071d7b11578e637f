import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { buildProduct, REPOSITORY } from '../../support/ci.ts';
import { folders } from '../../support/workspace/folder.ts';
import { PROJECT } from '../../support/sandbox.ts';

const make = folders();
const CLI = `${REPOSITORY}dist/cli.cjs`;

describe('standard output', () => {
  before(buildProduct);

  it('is the same in a file and in a pipe', () => {
    const folder = make({ ...PROJECT, 'out.txt': '' });
    const piped = spawnSync(process.execPath, [CLI, 'list'], { cwd: folder.path, encoding: 'utf8' });
    const file = openSync(folder.at('out.txt'), 'w');
    const { status } = spawnSync(process.execPath, [CLI, 'list'], { cwd: folder.path, stdio: ['ignore', file, 'pipe'] });
    closeSync(file);
    assert.deepEqual([status, readFileSync(folder.at('out.txt'), 'utf8')], [piped.status, piped.stdout]);
    assert.ok(piped.stdout.length > 50);
  });

  it('ends with 2 where the disk is full, and says so', function () {
    if (!existsSync('/dev/full')) this.skip();
    const folder = make(PROJECT);
    for (const command of [['list'], ['report', '--format', 'json'], ['--help'], ['report', '--format', 'html', '--output', '/dev/full']]) {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...command], {
        cwd: folder.path,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      assert.equal(status, 2, command.join(' '));
      assert.match(stderr, /^reqtrace: Cannot write .*ENOSPC.*\n$/u);
    }
  });

  it('ends with 2 where whoever reads it is gone, and says nothing', function () {
    if (process.platform === 'win32') this.skip();
    const folder = make(PROJECT);
    for (const command of ['list', 'check', 'report --format json', 'report --format html', '--help', 'show IP-1.1']) {
      // The reader has closed the pipe before anything is written.
      const script = `(sleep 1; '${process.execPath}' '${CLI}' ${command}; echo $? > code) | true`;
      const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
      assert.deepEqual([readFileSync(folder.at('code'), 'utf8'), stdout, stderr], ['2\n', '', ''], command);
    }
  });

  it('may be closed by whoever has seen enough', function () {
    if (process.platform === 'win32') this.skip();
    const folder = make(PROJECT);
    const { stdout, stderr } = spawnSync('sh', ['-c', `'${process.execPath}' '${CLI}' list | head -n 1`], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    assert.equal(stdout.split('\n').length, 2);
    assert.equal(stderr, '');
  });
});
