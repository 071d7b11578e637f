import { COMMON_WORDS } from '../../notation/commonWords.ts';
import { say } from '../../../model/message.ts';
import type { Notation } from '../../notation/notation.ts';
import { FILES } from './files.ts';
import { normalId } from './ids.ts';
import { readDocument } from './readDocument.ts';

/**
 * Decision logs, as adr-tools, MADR and log4brains keep them: a file for each decision, which its number names. In code they are referred to in words of the
 * house, `@implements ADR-3`.
 */
export const adr = {
  name: 'adr',
  files: FILES,
  ids: {
    normal: normalId,
    isName: (name, type, { ids }) => type === 'requirement' && ids.isId(name),
    fixed: (name) => say('{0} is called as its file is; rename the file', name),
  },
  needles: [],
  readDocument,
  write: {
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: COMMON_WORDS.waiver,
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;
