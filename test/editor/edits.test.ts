import assert from 'node:assert/strict';
import type { FileEdits } from '../../src/editor/edits.ts';
import { applyEdits, workspaceEdit } from '../../src/editor/edits.ts';
import { rangeAt } from '../../src/model/position.ts';
import { uriOf } from '../support/editor/workspace.ts';

const EDITS: FileEdits = {
  edits: [
    { path: 'a.ts', range: rangeAt(0, 0, 1), newText: 'x' },
    { path: 'b.md', range: rangeAt(1, 0, 1), newText: 'y' },
  ],
  group: { label: 'Rename', description: 'Code', has: (path) => path.endsWith('.ts') },
};

describe('workspaceEdit', () => {
  it('groups edits of code under an annotation, all of them to be made', () => {
    const edit = workspaceEdit(EDITS, uriOf, { documentChanges: true, changeAnnotations: true });
    assert.deepEqual(Object.values(edit.changeAnnotations ?? {}), [{ label: 'Rename', description: 'Code', needsConfirmation: false }]);
    const [code, document] = edit.documentChanges ?? [];
    assert.ok(code && 'edits' in code && document && 'edits' in document);
    assert.ok(code.edits.every((one) => 'annotationId' in one && edit.changeAnnotations?.[one.annotationId ?? '']));
    assert.ok(document.edits.every((one) => !('annotationId' in one)));
  });

  it('has no group where only documents change', () => {
    const edit = workspaceEdit({ ...EDITS, edits: EDITS.edits.slice(1) }, uriOf, { documentChanges: true, changeAnnotations: true });
    assert.equal(edit.changeAnnotations, undefined);
  });

  it('creates files before it writes to them', () => {
    const edit = workspaceEdit({ ...EDITS, created: ['b.md'] }, uriOf, { documentChanges: true, changeAnnotations: false });
    assert.deepEqual(
      edit.documentChanges?.map((change) => ('textDocument' in change ? change.textDocument.uri : JSON.stringify(change))),
      ['{"kind":"create","uri":"file:///p/b.md","options":{"ignoreIfExists":true}}', 'file:///p/a.ts', 'file:///p/b.md'],
    );
  });

  it('is a plain map for a client that takes nothing else', () => {
    const edit = workspaceEdit(EDITS, uriOf, { documentChanges: false, changeAnnotations: true });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.deepEqual(Object.keys(edit.changes ?? {}), ['file:///p/a.ts', 'file:///p/b.md']);
  });
});

describe('applyEdits', () => {
  const cases: [what: string, text: string, edits: [line: number, start: number, end: number, newText: string][], expected: string][] = [
    [
      'in any order',
      'abc\ndef',
      [
        [1, 0, 1, 'X'],
        [0, 2, 3, 'Y'],
      ],
      'abY\nXef',
    ],
    [
      'two in a line',
      'abcd',
      [
        [0, 3, 4, ''],
        [0, 0, 1, 'XX'],
      ],
      'XXbc',
    ],
    [
      'over every kind of line end',
      'a\r\nb\rc\nd',
      [
        [3, 0, 1, 'D'],
        [2, 0, 1, 'C'],
        [1, 0, 1, 'B'],
      ],
      'a\r\nB\rC\nD',
    ],
    ['at the end', 'a', [[0, 1, 1, '\nb']], 'a\nb'],
    ['behind the end', 'a', [[9, 0, 0, '!']], 'a!'],
  ];
  for (const [what, text, edits, expected] of cases) {
    it(what, () =>
      assert.equal(
        applyEdits(
          text,
          edits.map(([line, start, end, newText]) => ({ range: rangeAt(line, start, end), newText })),
        ),
        expected,
      ),
    );
  }
});
