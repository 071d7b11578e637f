import type { MessageValue } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';

/** What the YAML library says of the commonest slips, word for word, so that it can be said in other languages. */
const KNOWN = [
  say('Implicit keys need to be on a single line'),
  say('Implicit map keys need to be followed by map values'),
  say('Nested mappings are not allowed in compact mappings'),
  say('A block sequence may not be used as an implicit map key'),
  say('All mapping items must start at the same column'),
  say('All sequence items must start at the same column'),
  say('Tabs are not allowed as indentation'),
  say('Missing closing "quote'),
  say("Missing closing 'quote"),
  say('Comments must be separated from other tokens by white space characters'),
  say('Flow sequence in block collection must be sufficiently indented and end with a ]'),
  say('Flow map in block collection must be sufficiently indented and end with a }'),
  say('Unexpected scalar at node end'),
  say('Unexpected block-seq-ind on same line with key'),
  say('Plain value cannot start with reserved character `'),
  say('Plain value cannot start with reserved character @'),
  say('Plain value cannot start with directive indicator character %'),
];

/** The reason of an error of syntax; one that is rarer stays in the words of the library. */
export function yamlFault(reason: string): MessageValue {
  return KNOWN.find(({ text }) => text === reason) ?? reason;
}
