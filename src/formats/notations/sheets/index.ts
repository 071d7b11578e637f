import { say } from '../../../model/message.ts';
import { isObjectId, withHyphen } from '../../ids/objectIds.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { FILES, filesOf } from './files.ts';
import { SHEETS } from './grammar.ts';
import { readDocument } from './readDocument.ts';

/** Workbooks of Excel, and what Jira, Azure DevOps and GitHub export. Nothing is ever written into such a file. */
export const sheets = {
  name: SHEETS,
  files: FILES,
  filesOf,
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isObjectId(name),
    fixed: (name) => say('{0} belongs to another tool, whose file is not written to; rename it there', name),
  },
  needles: [],
  readDocument,
  write: {
    annotation: (kind, reference) => COMMON_WORDS.annotation(kind, withHyphen(reference) ?? reference),
    waiver: (reference) => COMMON_WORDS.waiver(withHyphen(reference) ?? reference),
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;
