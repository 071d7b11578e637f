import { say } from '../../../model/message.ts';
import { isObjectId, withHyphen } from '../../ids/objectIds.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { REQIF } from './grammar.ts';
import { readDocument } from './readDocument.ts';

/** What lies there is data for tests. */
const DATA = '{fixtures,fixture,__fixtures__,testdata,test-data}';

/** ReqIF: what DOORS, Polarion, codebeamer, Jama and others hand over. Nothing is ever written into such a file. */
export const reqif = {
  name: REQIF,
  files: [
    { glob: '**/*.{reqif,REQIF,reqifz,REQIFZ}', carrier: 'text', part: 'spec', namespace: 'file' },
    { glob: `**/${DATA}/**/*.{reqif,REQIF,reqifz,REQIFZ}`, carrier: 'text', part: 'template' },
  ],
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isObjectId(name),
    fixed: (name) => say('{0} belongs to another tool, whose file is not written to; rename it there', name),
  },
  needles: [],
  readDocument,
  write: {
    annotation: (kind, reference) => COMMON_WORDS.annotation(kind, inCommonWords(reference)),
    waiver: (reference) => COMMON_WORDS.waiver(inCommonWords(reference)),
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;

/** `SP-5` for `SP5`, which is an ID wherever IDs are looked for. */
function inCommonWords(reference: string): string {
  return withHyphen(reference) ?? reference;
}
