import assert from 'node:assert/strict';
import { criterionWords, writtenId } from '../../../../../src/formats/notations/house/criteria/criterionWords.ts';
import { inlineIn, TERMS } from '../../../../support/formats/documentSource.ts';

describe('The words of a criterion', () => {
  const cases: [text: string, id: string | undefined, rest: string, marks: string[], exempt: boolean][] = [
    ['Works offline', undefined, 'Works offline', [], false],
    ['**AC2**: Works ✅', 'AC2', 'Works', ['✅'], false],
    ['AC-3 - Works', 'AC3', 'Works', [], false],
    ['AC3 works', undefined, 'AC3 works', [], false],
    ['[SYNC] Works [deferred]', undefined, 'Works', ['[SYNC]', '[deferred]'], true],
    ['~~Works~~', undefined, 'Works', [], true],
    ['Works {#AC4}', 'AC4', 'Works ', [], false],
    ['Works {#REQ-1-AC4}', undefined, 'Works {#REQ-1-AC4}', [], false],
    ['Works {#AC-US1-04}', 'AC-US1-04', 'Works ', [], false],
    ['[~] AC5: Works', 'AC5', 'Works', [], false],
  ];
  for (const [text, id, rest, marks, exempt] of cases) {
    it(text, () => {
      const words = criterionWords(inlineIn(text), TERMS);
      const plain = words.inline.plain.slice(words.text.start, words.text.end);
      assert.deepEqual(
        [writtenId(words)?.localId, plain.trim(), words.marks.map((mark) => mark.text), words.exempt],
        [id, rest.trim(), marks, exempt],
      );
    });
  }

  it('write an id of their own or a label', () => {
    assert.equal(writtenId(criterionWords(inlineIn('**AC2**: a'), TERMS))?.whole, false);
    assert.equal(writtenId(criterionWords(inlineIn('**FR-2**: a'), TERMS))?.whole, true);
  });
});
