import assert from 'node:assert/strict';
import { eachLine, lineEndOf, linesOf, splitLines, withoutByteOrderMark } from '../../src/text/lines.ts';

describe('lines', () => {
  for (const [text, lines] of [
    ['a\nb', ['a', 'b']],
    ['a\r\nb\rc\n', ['a', 'b', 'c', '']],
    ['\n\r\n\r', ['', '', '', '']],
    ['\u2028\u0085', ['\u2028\u0085']],
    ['', ['']],
  ] as const) {
    it(`splits ${JSON.stringify(text)}`, () => {
      assert.deepEqual(linesOf(text), lines);
      assert.deepEqual(splitLines(text), lines);
    });
  }

  it('takes the byte order mark and U+0000 out of the lines of a document only', () => {
    assert.deepEqual(linesOf('\uFEFFa\0\nb'), ['\uFEFFa\0', 'b']);
    assert.deepEqual(splitLines('\uFEFFa\0\nb'), ['a\uFFFD', 'b']);
  });

  it('takes one byte order mark off, at the beginning', () => {
    assert.equal(withoutByteOrderMark('\uFEFF\uFEFFa'), '\uFEFFa');
    assert.equal(withoutByteOrderMark('a\uFEFF'), 'a\uFEFF');
    assert.equal(withoutByteOrderMark(''), '');
  });

  it('gives the lines of a text with their ends, and an empty one behind them', () => {
    assert.deepEqual([...eachLine('a\r\n\rb\n')], ['a\r\n', '\r', 'b\n', '']);
    assert.deepEqual([...eachLine('a\nb')], ['a\n', 'b', '']);
    assert.deepEqual([...eachLine('')], ['']);
  });

  it('tells how lines end by the first that does', () => {
    assert.equal(lineEndOf('a\r\nb\nc'), '\r\n');
    assert.equal(lineEndOf('a\rb'), '\r');
    assert.equal(lineEndOf('a\nb\r\n'), '\n');
    assert.equal(lineEndOf('a'), '\n');
  });
});
