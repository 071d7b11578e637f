import assert from 'node:assert/strict';
import type { Mark, MarkState, TextChange } from '../../../src/extension/marks/marks.ts';
import { afterChanges, sameMarks, stillPlaced } from '../../../src/extension/marks/marks.ts';

function mark(line: number, state: MarkState = 'met', from = 3, to = 8): Mark {
  return { range: { start: { line, character: from }, end: { line, character: to } }, state };
}

function change(startLine: number, endLine: number, text: string): TextChange {
  return { range: { start: { line: startLine, character: 0 }, end: { line: endLine, character: 1 } }, text };
}

const lines = (marks: readonly Mark[]): number[] => marks.map(({ range }) => range.start.line);

describe('afterChanges', () => {
  const marks = [mark(1), mark(3), mark(6)];
  const cases: readonly [what: string, changes: readonly TextChange[], expected: readonly number[]][] = [
    ['typing in a line takes its mark away and leaves the others', [change(3, 3, 'x')], [1, 6]],
    ['typing in a line without a mark leaves all', [change(4, 4, 'x')], [1, 3, 6]],
    ['a new line moves what is below', [change(2, 2, 'x\n')], [1, 4, 7]],
    ['lines that go move what is below up', [change(4, 5, '')], [1, 3, 5]],
    ['a CRLF is one end of a line', [change(0, 0, 'a\r\nb\r\n')], [3, 5, 8]],
    ['several changes, from the last to the first as VS Code tells them', [change(6, 6, 'x'), change(2, 2, '\n\n')], [1, 5]],
    ['a change over all lines takes all away', [change(0, 9, 'new')], []],
  ];
  for (const [what, changes, expected] of cases) {
    it(what, () => {
      assert.deepEqual(lines(afterChanges(marks, changes)), expected);
    });
  }

  it('keeps columns and states', () => {
    assert.deepEqual(afterChanges([mark(3, 'stale')], [change(0, 0, '\n')]), [mark(4, 'stale')]);
  });
});

describe('stillPlaced', () => {
  it('drops what stands nowhere any more, and keeps what only has another state, as it was', () => {
    assert.deepEqual(stillPlaced([mark(1, 'partial'), mark(2)], [mark(1, 'met'), mark(5)]), [mark(1, 'partial')]);
  });

  it('takes another end for another place', () => {
    assert.deepEqual(stillPlaced([mark(1, 'met', 3, 8)], [mark(1, 'met', 3, 9)]), []);
  });
});

describe('sameMarks', () => {
  const cases: readonly [string, readonly Mark[], readonly Mark[], boolean][] = [
    ['equal lists', [mark(1), mark(2)], [mark(1), mark(2)], true],
    ['another state', [mark(1)], [mark(1, 'partial')], false],
    ['another place', [mark(1)], [mark(2)], false],
    ['one more', [mark(1)], [mark(1), mark(2)], false],
    ['nothing', [], [], true],
  ];
  for (const [what, one, other, expected] of cases) it(what, () => assert.equal(sameMarks(one, other), expected));
});
