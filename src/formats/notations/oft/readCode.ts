import type { Declaration, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { tokenAt } from '../../carriers/code/tokenAt.ts';
import { requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { ID, idOf, kindOf, kindsIn, meaningOfType, NAME, OFT, plain, TYPE, TYPES } from './grammar.ts';

/** `[impl->dsn~boil~1]`, `[impl~own~1->dsn~boil~1>>utest,itest]`. */
const TAG = new RegExp(
  String.raw`\[[^\S\n]{0,9}(?<by>${TYPE})(?:~(?<own>${NAME})?~(?<ownRevision>\d{1,9}))?[^\S\n]{0,9}->[^\S\n]{0,9}(?<covered>${ID}(?:[^\S\n]{0,9},[^\S\n]{0,9}${TYPE}~${NAME}~\d{1,9}){0,20})[^\S\n]{0,9}(?:>>[^\S\n]{0,9}(?<needs>${TYPES.replaceAll(String.raw`\s`, String.raw`[^\S\n]`)})[^\S\n]{0,9})?\]`,
  'gu',
);
const IDS = new RegExp(ID, 'gu');

/**
 * Reads the tags of a file of code, wherever they stand but in a string: `[impl->dsn~boil~1]` is a link of the kind `impl`. One that needs something
 * itself, `[impl->dsn~boil~1>>utest]`, is an item.
 */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const match of code.text.matchAll(TAG)) {
    const { by = '', covered = '', needs } = match.groups ?? {};
    const token = tokenAt(code.tokens, match.index);
    if (token?.kind === 'string' || code.ignores.has(code.lines.lineAt(match.index))) continue;
    const declaration = token && code.declarations?.of(token);
    const references = referencesIn(code, covered, match.index + match[0].indexOf(covered, match[0].indexOf('->')));
    for (const reference of references) {
      code.note(match.index, 'annotation', () => say('{0} {1}', by, reference.text));
      if (needs === undefined)
        facts.refer({
          kind: kindOf(by),
          is: meaningOfType(by, code.role),
          source: 'keyword',
          reference,
          ...(declaration && { declaration }),
        });
    }
    if (needs !== undefined) define(code, facts, match, references, declaration);
  }
}

function define(
  code: CarriedCode,
  facts: FactSink,
  match: RegExpExecArray,
  references: readonly Reference[],
  declaration: Declaration | undefined,
): void {
  const { by = '', own, ownRevision = '0', needs = '', name = '' } = match.groups ?? {};
  const id = `${by}~${own ?? name}`;
  const range = code.lines.rangeOf(match.index, match.index + match[0].length);
  code.note(match.index, 'requirement', () => say('Defines {0}', id));
  facts.define(
    requirement({
      localId: id,
      shown: `${id}~${plain(ownRevision)}`,
      notation: OFT,
      kind: kindOf(by),
      revision: plain(ownRevision),
      title: declaration?.name ?? id,
      range,
      nameRange: range,
      needs: kindsIn(needs),
      covers: references,
    }),
  );
}

function referencesIn(code: CarriedCode, covered: string, offset: number): readonly Reference[] {
  return Array.from(covered.matchAll(IDS), (match) => {
    const { id, revision } = idOf(match.groups ?? {});
    const start = offset + match.index;
    return { text: match[0], range: code.lines.rangeOf(start, start + match[0].length), id, revision, notation: OFT };
  });
}
