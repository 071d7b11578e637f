import { COMMON_WORDS } from '../../notation/commonWords.ts';
import { contains } from '../../../model/position.ts';
import type { FilePath } from '../../../model/position.ts';
import { Facts } from '../../notation/factSink.ts';
import type { Notation } from '../../notation/notation.ts';
import { noIdLike } from '../../notation/noIdLike.ts';
import { BMAD, normalId } from './ids.ts';
import { holdsDocument } from './content.ts';
import { namespaceOf } from './layout.ts';
import { partsOf, rewritten, typing } from './names.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';

const OUTPUT = '**/_bmad-output/**';

/**
 * The documents of the BMAD method: product requirements, epics with stories, and the stories' own files, in `_bmad-output/` (version 6) or in `docs/`
 * (version 4, told by what is in them).
 */
export const bmad = {
  name: BMAD,
  files: [
    { glob: `${OUTPUT}/*.md`, carrier: 'markdown', part: 'plan', namespace: namespaceOf },
    { glob: `${OUTPUT}/*{architecture,ux}*.md`, carrier: 'markdown', part: 'design', namespace: namespaceOf },
    { glob: `${OUTPUT}/{prd,epics,epic,spec-,tech-spec-,story-}*.md`, carrier: 'markdown', part: 'spec', namespace: namespaceOf },
    { glob: `${OUTPUT}/{prd,epics,stories,implementation-artifacts}/**/*.md`, carrier: 'markdown', part: 'spec', namespace: namespaceOf },
    { glob: `${OUTPUT}/{SPEC,PRD}.md`, carrier: 'markdown', part: 'spec', namespace: namespaceOf },
    { glob: `${OUTPUT}/{archive,archived,archives}/**/*.md`, carrier: 'markdown', part: 'archive', namespace: namespaceOf },
    { glob: `${OUTPUT}/*{-,_,.}{archived,ARCHIVED,backup}*.md`, carrier: 'markdown', part: 'archive', namespace: namespaceOf },
  ],
  holds: (path: FilePath, text: string) => holdsDocument(path, text),
  ids: {
    normal: normalId,
    isName(name, type, { ids }) {
      if (type === 'criterion') return /^AC\d+(?:\.\d+)*$/u.test(name);
      return ids.isId(normalId(name)) && type === 'requirement';
    },
    noName: noIdLike('FR-001'),
    parts: partsOf,
    rewritten,
    typing,
  },
  needles: ['Story ', 'story ', 'Story-', 'STORY ', ...Array.from('0123456789', (digit) => `FR${digit}`)],
  readDocument,
  readDocumentAt(document, position, context) {
    const facts = new Facts(document.path, 'document');
    facts.begin();
    readDocument(document, facts, context);
    const { annotations, requirements } = facts.finish();
    const references = [...annotations.map(({ reference }) => reference), ...requirements.flatMap(({ covers }) => covers)];
    return { references: references.filter(({ range }) => contains(range, position)), invalidWaivers: [] };
  },
  readCode,
  write: {
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: COMMON_WORDS.waiver,
    revise: COMMON_WORDS.revise,
  },
} satisfies Notation;
