import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { RULE, RUST_REFERENCE } from './grammar.ts';

/** As tests of the compiler name rules: `//@ reference: abi.export_name`. */
const REFERENCE = new RegExp(String.raw`^@ reference: (?<rule>${RULE})`, 'u');

/** Reads the names of rules in a test of the compiler. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const comment of code.comments) {
    const text = code.text.slice(comment.start, comment.end);
    const rule = text.startsWith('@ reference: ') ? REFERENCE.exec(text)?.groups?.['rule'] : undefined;
    if (rule === undefined || comment.fenced || code.isCommentedOut(comment)) continue;
    const start = comment.start + text.indexOf(rule);
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
