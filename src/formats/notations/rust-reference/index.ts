import { say } from '../../../model/message.ts';
import type { Notation, NotationFiles } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Typing } from '../../notation/typing.ts';
import { isRule, RUST_REFERENCE } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { bookOf, settings } from './settings.ts';

const typing: Typing = {
  words: [],
  before: /[\w.-]*$/u,
  after: /^[\w.-]*/u,
  probe: 'reqtrace.probe',
  mayRefer: (before, _typed, role) => role !== 'document' && before.endsWith('//@ reference: '),
};

/** The Rust reference: rules `r[abi.export_name]` in the chapters of its book, and tests of the compiler that name them. */
export const rustReference = {
  name: RUST_REFERENCE,
  files: [],
  filesOf(configuration) {
    const { chapters = [], others = [] } = bookOf(configuration) ?? {};
    return [
      // What the list of chapters leaves out is not in the book, and the guide for authors has examples.
      ...others.map((glob): NotationFiles => ({ glob, carrier: 'markdown', part: 'template' })),
      ...chapters.map((glob): NotationFiles => ({ glob, carrier: 'markdown', part: 'spec' })),
    ];
  },
  settings,
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isRule(name),
    noName: (name) => say('"{0}" is not a valid ID. Write parts with dots between, such as {1}', name, 'abi.export_name'),
    parts: ({ reference: { text } }) => ({ id: [0, text.length] }),
    typing,
  },
  needles: ['//@ reference: '],
  readDocument,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => readDocument(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
} satisfies Notation;
