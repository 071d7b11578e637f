import assert from 'node:assert/strict';
import { emptyFacts, problemFacts, saysAnything } from '../../src/model/facts.ts';
import { say } from '../../src/model/message.ts';

describe('facts', () => {
  it('of a file with one problem have nothing else, and the problem at its beginning', () => {
    const facts = problemFacts('a.md', 'document', { code: 'skipped-file', message: say('binary') });
    const { problems, ...rest } = facts;
    assert.deepEqual({ ...rest, problems: [] }, emptyFacts('a.md', 'document'));
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range.start]),
      [['skipped-file', { line: 0, character: 0 }]],
    );
  });

  it('say anything where they differ from those of an empty file', () => {
    assert.equal(saysAnything(emptyFacts('a.md', 'document')), false);
    assert.equal(saysAnything({ ...emptyFacts('a.md', 'document'), documentKey: 'a' }), true);
    assert.equal(saysAnything(problemFacts('a.md', 'document', { code: 'skipped-file', message: say('binary') })), true);
  });
});
