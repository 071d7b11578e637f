import { DEFAULT_NOTATION } from '../../../model/notation.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { Notation } from '../../notation/notation.ts';
import { candidates, holdsKeyword } from './annotations/candidates.ts';
import { mayMatter, readCode, readCodeAt } from './annotations/readCode.ts';
import { readDocument, readProse } from './readDocument.ts';
import type { DocumentContext } from './readDocument.ts';
import { readDocumentAt } from './readDocumentAt.ts';
import { COMMON_WORDS, KEYWORDS } from '../../notation/commonWords.ts';
import { isCriterionLabel, normalCriterion } from '../../ids/criterionLabel.ts';
import { noIdLike } from '../../notation/noIdLike.ts';
import { partPlaces } from './partPlaces.ts';
import { labelIn } from './requirements/nearMisses/unknownLabels.ts';
import { patternIn } from './requirements/nearMisses/foreignForms.ts';
import { typing } from './typing.ts';

/**
 * ReqTrace's own notation: headings with ids and criteria under labels in documents, `@implements` and its like in comments, ids in titles of tests.
 * It reads every document and every code file; its words belong to all items, whatever notation they are of.
 */
export const house = {
  name: DEFAULT_NOTATION,
  everywhere: true,
  asciidoc: true,
  files: [],
  ids: {
    byTitle: true,
    normal: normalCriterion,
    isName(name, type, { ids }) {
      return type === 'criterion' ? isCriterionLabel(name) : ids.isId(name) && !isCriterionLabel(name);
    },
    noName: noIdLike('REQ-12', 'AC-US1-02'),
    parts: partPlaces,
    typing,
  },
  needles: KEYWORDS.map((keyword) => `@${keyword}`),
  glance: candidates,
  hints: mayMatter,
  claims: holdsKeyword,
  advises(message) {
    const pattern = patternIn(message);
    if (pattern !== undefined) return { kind: 'pattern', pattern };
    const label = labelIn(message);
    return label === undefined ? undefined : { kind: 'label', label };
  },
  readDocument(document, facts, context) {
    const { path, text, role, explain } = document;
    facts.add(
      role === 'prose'
        ? readProse(path, text, context, explain)
        : readDocument(path, text, settingsOf(document, context), explain, document.markdown),
    );
  },
  readDocumentAt: (document, position, context) => readDocumentAt(document.path, document.text, settingsOf(document, context), position),
  readCode: (code, facts, context) => facts.add(readCode(code, context)),
  readCodeAt,
  write: {
    ...COMMON_WORDS,
    definition: (id) => ({ before: `${id}: `, behind: ` {#${id}}` }),
  },
} satisfies Notation;

function settingsOf({ rule }: CarriedDocument, context: FormatContext): DocumentContext {
  return { ...context, steps: rule?.steps ?? false, targets: rule?.targets ?? false };
}
