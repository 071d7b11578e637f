import assert from 'node:assert/strict';
import { patternFault } from '../../../src/formats/configuration/patternFault.ts';
import { kindOf, leadBefore, leadPattern } from '../../../src/query/fit/leads.ts';

describe('The word before an id in a comment', () => {
  const cases: [before: string, word: string | undefined][] = [
    ['// @trace ', '@trace'],
    [' * @trace: ', '@trace'],
    ['foo(); // @trace(', '@trace'],
    ['/// \\satisfies ', '\\satisfies'],
    ['# Satisfies: ', 'Satisfies'],
    ['-- Traces to: ', 'Traces to'],
    ['  * Validates: `', 'Validates'],
    // Prose, and what only points.
    ['// as REQ says: ', undefined],
    ['// this satisfies ', undefined],
    ['// We made this because it satisfies: ', undefined],
    ['x = 1; // Satisfies: ', undefined],
    ['// see ', undefined],
    ['// See: ', undefined],
    ['// Related: ', undefined],
    ['// Fixes: ', undefined],
    ['// TODO: ', undefined],
    ['// @see ', undefined],
    ['// @param ', undefined],
    ['// mail me@trace ', undefined],
    ['// ', undefined],
  ];
  for (const [before, word] of cases) it(`${JSON.stringify(before)}: ${word}`, () => assert.equal(leadBefore(before)?.word, word));

  it('says what it claims, or nothing', () => {
    assert.deepEqual(
      ['Satisfies', '@implements-req', 'Validates', '@tested', '@trace', 'Requirement', 'Traces to'].map((word) => kindOf(word)),
      ['implements', 'implements', 'verifies', 'verifies', undefined, undefined, undefined],
    );
  });
});

describe('The pattern for a word before ids', () => {
  const tag = leadPattern({ word: '@trace', form: 'tag' }, ['REQ', 'FR', 'REQ']);
  const label = leadPattern({ word: 'Traces to', form: 'label' }, ['REQ']);
  const found = (pattern: string, line: string): string | undefined => new RegExp(pattern, 'u').exec(line)?.groups?.['ref'];

  it('may stand in reqtrace.yaml', () => {
    for (const pattern of [tag, label, leadPattern({ word: '\\satisfies', form: 'tag' }, ['REQ'])])
      assert.equal(patternFault(pattern), undefined, pattern);
  });

  const cases: [pattern: string, line: string, reference: string | undefined][] = [
    [tag, '// @trace REQ-1', 'REQ-1'],
    [tag, 'foo(); // @trace FR-2.1.', 'FR-2.1'],
    [tag, '/* @trace(REQ-ERROR-SOFT) */', 'REQ-ERROR-SOFT'],
    // All of a kind, which is none of them.
    [tag, '// @trace REQ-ERROR-*', undefined],
    [tag, '// @trace UTF-8', undefined],
    [tag, '// @tracer REQ-1', undefined],
    [tag, '// me@trace REQ-1', undefined],
    [label, '  # Traces to: REQ-1', 'REQ-1'],
    [label, '# It traces to: REQ-1', undefined],
    [label, 'let text = "Traces to: REQ-1";', undefined],
    [label, '# Traces to REQ-1', undefined],
  ];
  for (const [pattern, line, reference] of cases) it(`${line}: ${reference}`, () => assert.equal(found(pattern, line), reference));
});
