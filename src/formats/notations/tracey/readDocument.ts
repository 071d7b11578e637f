import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { readBracketRules } from '../../items/bracketRules.ts';
import type { BracketRule } from '../../items/bracketRules.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FIRST, PREFIX, RULE, TRACEY, VERSION } from './grammar.ts';

/** `r[auth.login+2 status=draft]` alone in a line, or first in a quotation. */
const MARKER = new RegExp(
  String.raw`^(?:>[ \t]?)?(?<prefix>${PREFIX})\[(?<rule>${RULE})(?:${VERSION})?(?<metadata>(?: +(?:status|level|since|until|tags)=[^\s\]]+){0,9})\][ \t]*$`,
  'u',
);

/** Reads the rules of a document of tracey: each marker with the text up to the next one or the next heading. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  readBracketRules(document, facts, TRACEY, ruleIn);
}

function ruleIn(text: string): BracketRule | undefined {
  const { prefix, rule, version = FIRST, metadata = '' } = MARKER.exec(text)?.groups ?? {};
  // Any word with brackets behind it may be alone in a line; `r` and parts with dots are this notation's.
  if (prefix === undefined || rule === undefined || (prefix !== 'r' && !rule.includes('.'))) return undefined;
  return {
    id: rule,
    start: text.indexOf('[') + 1,
    namespace: prefix,
    attributes: Array.from(metadata.matchAll(/(?<name>[a-z]+)=(?<value>\S+)/gu), ({ groups }) => {
      return [groups?.['name'] ?? '', groups?.['value'] ?? ''] as const;
    }),
    more: { revision: version, ...(version !== FIRST && { shown: `${rule}+${version}` }) },
  };
}
