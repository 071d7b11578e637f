import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { RUST_REFERENCE } from './grammar.ts';

/** As tests of the compiler name rules: `//@ reference: abi.export_name`. */
const MARK = '//@ reference: ';
/** Where mdbook-spec looks for them. */
const TESTS = /^tests\/.*\.rs$/u;

/** Reads the names of rules in a test of the compiler. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  if (!TESTS.test(code.path)) return;
  for (const comment of code.comments) {
    const from = comment.start - '//'.length;
    const isFirst = from === 0 || code.text[from - 1] === '\n';
    if (!isFirst || !code.text.startsWith(MARK, from) || comment.fenced || code.isCommentedOut(comment)) continue;
    const start = from + MARK.length;
    // The whole line is the name: nothing else may be on it.
    const rule = code.text.slice(start, comment.end).trimEnd();
    if (rule === '') continue;
    const declaration = code.declarations?.of(comment.comment);
    code.note(start, 'annotation', () => say('{0} {1}', 'verifies', rule));
    facts.refer({
      kind: 'verifies',
      source: 'keyword',
      reference: { text: rule, range: code.lines.rangeOf(start, start + rule.length), id: rule, notation: RUST_REFERENCE },
      ...(declaration && { declaration }),
    });
  }
}
