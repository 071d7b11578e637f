import assert from 'node:assert/strict';
import type { DeclarationPattern } from '../../../src/formats/carriers/code/declarationPattern.ts';
import { headOf } from '../../../src/formats/carriers/code/declarationPattern.ts';
import { ATTRIBUTE, DISPLAYED, TEST_ATTRIBUTE } from '../../../src/formats/carriers/code/attributes.ts';
import { LOOP, OPEN_HEAD, UNKNOWN } from '../../../src/formats/carriers/code/declarations.ts';
import * as switchedOff from '../../../src/formats/carriers/code/switchedOff.ts';
import { GROUP_CALL } from '../../../src/formats/carried/testCalls.ts';
import { scan } from '../../../src/formats/carriers/code/scan.ts';
import { LANGUAGES } from '../../../src/formats/languages/registry.ts';
import { tryExamples } from '../../support/formats/shownPatterns.ts';

/** Lines before a comment, so that it counts in a language inside of another. */
const AROUND: readonly string[] = ['', '<script>\n', '<?php\n'];

function tryDeclarations(patterns: readonly DeclarationPattern[]): void {
  for (const [index, { pattern, examples }] of patterns.entries()) {
    assert.notDeepEqual(examples, {}, `${pattern} has no example`);
    for (const [line, name] of Object.entries(examples)) {
      assert.equal(headOf(line, patterns)?.name, name, line);
      const first = patterns.findIndex((one) => new RegExp(one.pattern, `u${one.flags ?? ''}`).test(line));
      assert.equal(first, index, `${line} fits an earlier pattern`);
    }
  }
}

describe('examples beside the patterns', () => {
  for (const { name, declarations, members, inner, modules, sections, unwritten, tests, comments, syntax } of LANGUAGES) {
    const { behind, calls, documentation, subject, tag, title } = tests?.titles ?? {};
    if (declarations) it(`${name}: declarations`, () => tryDeclarations(declarations));
    if (members) it(`${name}: members`, () => tryDeclarations(members));
    if (inner) it(`${name}: inner comments`, () => tryExamples(inner));
    if (modules) it(`${name}: modules`, () => tryExamples(modules));
    if (sections) it(`${name}: sections`, () => tryExamples(sections));
    if (unwritten) it(`${name}: tests without a body`, () => tryExamples(unwritten));
    if (calls) it(`${name}: calls`, () => tryExamples(calls.call));
    if (title) it(`${name}: titles`, () => tryExamples(title));
    if (behind) it(`${name}: what stands behind titles`, () => tryExamples(behind));
    if (subject) it(`${name}: subjects`, () => tryExamples(subject));
    if (tag) it(`${name}: tags`, () => tryExamples(tag));
    if (documentation) it(`${name}: documentation`, () => tryExamples(documentation));
    it(`${name}: comments are written as they are read`, () => {
      for (const form of comments) {
        const comment = form.replace('…', 'words');
        const isRead = AROUND.some((before) =>
          scan(`${before}${comment}\n`, syntax).some(
            ({ kind, start, end }) => kind === 'comment' && start === before.length && end >= start + 5,
          ),
        );
        assert.ok(isRead, comment);
      }
    });
  }

  it('where no language declares', () => tryDeclarations(UNKNOWN));
  it('attributes', () => [ATTRIBUTE, DISPLAYED, GROUP_CALL, LOOP, OPEN_HEAD, TEST_ATTRIBUTE].forEach(tryExamples));
  it('what switches tests off', () => {
    const { SKIPPED_ATTRIBUTE, SKIPPED_CALL, SKIPPED_NAME, SKIPPED_OPTION, TODO_ATTRIBUTE, TODO_CALL, TODO_OPTION } = switchedOff;
    [SKIPPED_ATTRIBUTE, SKIPPED_CALL, SKIPPED_NAME, SKIPPED_OPTION, TODO_ATTRIBUTE, TODO_CALL, TODO_OPTION].forEach(tryExamples);
  });
  for (const { name, tests } of LANGUAGES) {
    const flat = tests?.titles?.calls?.flat;
    if (flat) it(`${name}: groups without a block`, () => tryExamples(flat));
  }
});
