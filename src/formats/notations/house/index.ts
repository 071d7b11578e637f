import { HOUSE } from '../../../model/facts.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../context.ts';
import type { Notation } from '../../notation.ts';
import { candidates } from './annotations/candidates.ts';
import { mayMatter, readCode, readCodeAt } from './annotations/readCode.ts';
import { readDocument, readProse } from './document/readDocument.ts';
import type { DocumentContext } from './document/readDocument.ts';
import { readDocumentAt } from './document/readDocumentAt.ts';
import { KEYWORDS } from './grammar.ts';
import { isCriterionLabel, normalCriterion } from '../../ids/criterionLabel.ts';
import { withPin } from '../../ids/pin.ts';
import { noName } from './noName.ts';
import { partPlaces } from './partPlaces.ts';
import { typing } from './typing.ts';

/**
 * ReqTrace's own notation: headings with ids and criteria under labels in documents, `@implements` and its like in comments, ids in titles of tests.
 * It reads every document and every code file; its words belong to all items, whatever notation they are of.
 */
export const house = {
  name: HOUSE,
  files: [],
  ids: {
    normal: normalCriterion,
    isName(name, type, { ids }) {
      return type === 'criterion' ? isCriterionLabel(name) : ids.isId(name) && !isCriterionLabel(name);
    },
    noName,
    parts: partPlaces,
    typing,
  },
  needles: KEYWORDS.map((keyword) => `@${keyword}`),
  glance: candidates,
  hints: mayMatter,
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
    annotation: (kind, reference) => `@${kind} ${reference}`,
    waiver: (reference) => `@waives ${reference}: `,
    revise: withPin,
    definition: (id) => ({ before: `${id}: `, behind: ` {#${id}}` }),
  },
} satisfies Notation;

function settingsOf({ rule }: CarriedDocument, context: FormatContext): DocumentContext {
  return { ...context, steps: rule?.steps ?? false, targets: rule?.targets ?? false };
}
