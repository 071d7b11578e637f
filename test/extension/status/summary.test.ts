import assert from 'node:assert/strict';
import type { StatusCounts } from '../../../src/model/item.ts';
import type { FolderState } from '../../../src/server/protocol.ts';
import { keepCounts, summarize } from '../../../src/extension/status/summary.ts';

const NONE: StatusCounts = { failing: 0, stale: 0, unmet: 0, partial: 0, met: 0, waived: 0, exempt: 0 };

function folder(phase: FolderState['phase'], counts: Partial<StatusCounts> = {}): FolderState {
  return { uri: `file:///${phase}`, name: phase, phase, counts: { ...NONE, ...counts } };
}

describe('summarize', () => {
  it('counts files that were not read, of all folders', () => {
    assert.equal(summarize([folder('ready')]).skipped, 0);
    assert.equal(summarize([{ ...folder('ready'), skipped: 2 }, folder('empty'), { ...folder('failed'), skipped: 1 }]).skipped, 3);
  });

  it('says once what several folders could not read', () => {
    const doubtful = (...doubts: string[]) => ({ ...folder('ready'), doubts });
    assert.deepEqual(summarize([doubtful('a', 'b'), folder('ready'), doubtful('b')]).doubts, ['a', 'b']);
    assert.deepEqual(summarize([{ ...folder('ready'), partly: 'a' }, folder('ready')]).partly, ['a']);
  });

  it('adds up the documents of each notation', () => {
    const one = { ...folder('ready'), notations: [{ name: 'kiro', files: 2 }] };
    const other = {
      ...folder('ready'),
      notations: [
        { name: 'house', files: 1 },
        { name: 'kiro', files: 3 },
      ],
    };
    assert.deepEqual(summarize([one, other, folder('empty')]).notations, [
      { name: 'kiro', files: 5 },
      { name: 'house', files: 1 },
    ]);
  });

  it('counts what is met of what must be met, waived and exempt apart', () => {
    const { met, total, open, waived, exempt } = summarize([folder('ready', { met: 5, unmet: 1, partial: 2, waived: 3, exempt: 4 })]);
    assert.deepEqual({ met, total, open, waived, exempt }, { met: 5, total: 8, open: 3, waived: 3, exempt: 4 });
  });

  it('takes failing and stale criteria for open ones', () => {
    assert.equal(summarize([folder('ready', { failing: 2, stale: 1, met: 1 })]).open, 3);
  });

  it('adds up several folders', () => {
    const { met, total } = summarize([folder('ready', { met: 1, unmet: 1 }), folder('ready', { met: 2, partial: 1 })]);
    assert.deepEqual({ met, total }, { met: 3, total: 5 });
  });

  it('is ready while a folder is read again', () => {
    const { phase, indexing, met } = summarize([folder('indexing', { met: 2 })]);
    assert.deepEqual({ phase, indexing, met }, { phase: 'ready', indexing: true, met: 2 });
  });

  const phases: [string, readonly FolderState['phase'][], string, boolean][] = [
    ['no folder is known yet', [], 'indexing', false],
    ['one of two folders is ready', ['indexing', 'ready'], 'ready', true],
    ['one folder is read and the other is empty', ['empty', 'indexing'], 'indexing', true],
    ['one folder failed and the other is empty', ['empty', 'failed'], 'failed', false],
    ['one folder failed and the other is ready', ['failed', 'ready'], 'ready', false],
    ['all folders are empty', ['empty', 'empty'], 'empty', false],
  ];
  for (const [when, given, phase, indexing] of phases) {
    it(`is ${phase} when ${when}`, () => {
      const summary = summarize(given.map((each) => folder(each)));
      assert.deepEqual({ phase: summary.phase, indexing: summary.indexing }, { phase, indexing });
    });
  }
});

describe('keepCounts', () => {
  const before = [folder('ready', { met: 2, unmet: 1 })].map((each) => ({ ...each, uri: 'file:///shop' }));
  const again = (phase: FolderState['phase'], uri: string, counts: Partial<StatusCounts> = {}): number[] =>
    keepCounts(before, [{ ...folder(phase, counts), uri }]).map((each) => each.counts.met);

  it('shows the last counts of a folder that is read afresh', () => {
    assert.deepEqual(again('indexing', 'file:///shop'), [2]);
  });

  it('takes the new counts as soon as there are any, and those of a folder that is empty now', () => {
    assert.deepEqual(again('indexing', 'file:///shop', { met: 1 }), [1]);
    assert.deepEqual(again('empty', 'file:///shop'), [0]);
  });

  it('knows nothing of other folders', () => {
    assert.deepEqual(again('indexing', 'file:///other'), [0]);
  });
});
