import assert from 'node:assert/strict';
import { progressLine } from '../../../src/cli/terminal/progress.ts';

/** A clock that tests move, since real time would make them slow or unsure. */
function lineAt(isTTY: boolean) {
  let now = 0;
  let written = '';
  const stderr = {
    isTTY,
    write(text: string) {
      written += text;
    },
  };
  const line = progressLine({ stdout: stderr, stderr, cwd: '/', env: {} }, () => now);
  return {
    at(time: number, done: number) {
      now = time;
      line.update(done, 8000);
    },
    done: () => line.done(),
    written: () => written,
  };
}

describe('progress', () => {
  it('stays silent for short work', () => {
    const line = lineAt(true);
    line.at(499, 10);
    line.done();
    assert.equal(line.written(), '');
  });

  it('shows how far long work has come, not too often, and wipes its line at the end', () => {
    const line = lineAt(true);
    line.at(500, 1200);
    line.at(550, 1300);
    line.at(600, 2400);
    line.done();
    assert.equal(line.written(), '\r\u001b[KReading files: 1,200 of 8,000\r\u001b[KReading files: 2,400 of 8,000\r\u001b[K');
  });

  it('shows nothing where no terminal is', () => {
    const line = lineAt(false);
    line.at(5000, 10);
    line.done();
    assert.equal(line.written(), '');
  });
});
