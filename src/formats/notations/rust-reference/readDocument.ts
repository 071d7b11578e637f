import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { readBracketRules } from '../../items/bracketRules.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { RULE, RUST_REFERENCE } from './grammar.ts';

/** `r[abi.export_name]` alone in a line, or first in a quotation. */
const MARKER = new RegExp(String.raw`^(?:>[ \t]?)?r\[(?<rule>${RULE})\][ \t]*$`, 'u');

/** Reads the rules of a chapter. Only tests are asked for, since the compiler is not annotated. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  readBracketRules(document, facts, RUST_REFERENCE, (line) => {
    const rule = MARKER.exec(line)?.groups?.['rule'];
    if (rule === undefined) return undefined;
    return { id: rule, start: line.indexOf('[') + 1, namespace: 'r', attributes: [], more: { usualNeeds: ['verifies'] } };
  });
}
