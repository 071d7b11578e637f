import { say } from '../../../model/message.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Notation } from '../../notation/notation.ts';
import type { Typing } from '../../notation/typing.ts';
import { isUid, STRICTDOC } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { write } from './write.ts';

const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_/.-]*$/u,
  after: /^[\p{L}\p{N}_/.-]*/u,
  probe: 'REQ-REQTRACEPROBE-0',
  mayRefer: (before, _typed, role) =>
    role === 'document' ? /^ {2}VALUE: $|^ {2}\*\*ID\*\*: $/u.test(before) : /@relation[({](?:[^)}]*,)?\s*$/u.test(before),
};

/** StrictDoc: nodes with a UID in `.sdoc` files, and markers `@relation(REQ-1, scope=function)` in code. */
export const strictdoc = {
  name: STRICTDOC,
  files: [
    { glob: '**/*.sdoc', carrier: 'text', part: 'spec', namespace: 'file' },
    // A grammar says which types, fields and relations a node may have; all of them are read without it.
    { glob: '**/*.{sgra,gra.md}', carrier: 'text', part: 'template' },
  ],
  mark: /^\*\*UID\*\*:[ \t]+\S/mu,
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isUid(name),
    noName: (name) => say('"{0}" is not a valid UID. Write letters, digits and hyphens, such as {1}', name, 'REQ-1'),
    parts: ({ reference: { text } }) => ({ id: [0, text.length] }),
    typing,
  },
  needles: ['@relation(', '@relation{'],
  readDocument,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => readDocument(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  write,
} satisfies Notation;
