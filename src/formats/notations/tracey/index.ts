import { say } from '../../../model/message.ts';
import type { Notation, PartPlaces } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Typing } from '../../notation/typing.ts';
import { isRule, PREFIX, RULE, TRACEY, withoutVersion } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { write } from './write.ts';

const typing: Typing = {
  words: [],
  before: /[\w.-]*(?:\+\d*)?$/u,
  after: /^[\w.+-]*/u,
  probe: 'reqtrace.probe',
  mayRefer: (before, _typed, role) => role !== 'document' && /[a-z0-9]\[(?:impl|verify) $/u.test(before),
};

/** tracey: rules such as `r[auth.login+2]` in Markdown, and comments `r[impl auth.login+2]`. */
export const tracey = {
  name: TRACEY,
  files: [],
  ids: {
    normal: withoutVersion,
    isName: (name, type) => type === 'requirement' && isRule(name),
    noName: (name) => say('"{0}" is not a valid ID. Write parts with dots between, such as {1}', name, 'auth.login'),
    parts: ({ reference: { text, id } }) => partsOf(text, id),
    typing,
  },
  needles: ['[impl ', '[verify ', '[define ', '[depends ', '[related ', ' r['],
  mark: new RegExp(String.raw`^(?:>[ \t]?)?${PREFIX}\[${RULE}[^\]\n]{0,200}\][ \t]*\r?$`, 'mu'),
  readDocument,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => readDocument(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  write,
} satisfies Notation;

/** Where the rule and its version are in a reference. */
function partsOf(text: string, id: string): PartPlaces {
  const start = text.lastIndexOf(id);
  const end = start + id.length;
  return text[end] === '+' ? { id: [start, end], pin: [end + 1, text.length - 1] } : { id: [start, end] };
}
