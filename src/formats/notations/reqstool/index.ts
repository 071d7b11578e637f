import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Typing } from '../../notation/typing.ts';
import { readCode } from './readCode.ts';
import { readFile } from './readFile.ts';
import { isId, kindOfFile, REQSTOOL } from './words.ts';

/** What is in each of the files and in no other of that name. */
const SIGNS = { requirements: /^[ \t]+urn:/mu, cases: /^[ \t-]+requirement_ids:/mu, results: /^[ \t-]+svc_ids:/mu };

const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_./-]*$/u,
  after: /^[\p{L}\p{N}_./-]*/u,
  probe: 'REQTRACEPROBE_0',
  mayRefer: (before, _typed, role) => role !== 'document' && /@(?:Requirements|SVCs)(?:\([^)]*["']|\s+(?:[^,]*,\s*)*)$/u.test(before),
};

/** reqstool: requirements and verification cases in YAML, `@Requirements("REQ_001")` and `@SVCs("SVC_001")` in code. */
export const reqstool = {
  name: REQSTOOL,
  files: [],
  mayHold: [{ glob: '**/{requirements,software_verification_cases,manual_verification_results}.{yml,yaml}' }],
  holds: (path, text) => SIGNS[kindOfFile(path) ?? 'requirements'].test(text) && kindOfFile(path) !== undefined,
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isId(name),
    parts: ({ reference: { text, id } }) => ({ id: [text.length - id.length, text.length] }),
    typing,
  },
  needles: ['@Requirements', '@SVCs', '.Requirements(', '.SVCs('],
  readDocument: readFile,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => readFile(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  // Attributes are code, and a comment in their words says nothing to reqstool but in JavaScript.
  write: {
    waiver: COMMON_WORDS.waiver,
  },
} satisfies Notation;
