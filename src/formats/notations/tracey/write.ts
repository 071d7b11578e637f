import { requirementOf } from '../../../model/item.ts';
import type { NotationWriter } from '../../notation/notation.ts';
import { FIRST, withoutVersion } from './grammar.ts';

const VERSION = /(?:\+\d+)?(?=\]?$)/u;

/** Code is annotated as tracey has it: `r[impl auth.login+2]`. It has no words for waivers. */
export const write: NotationWriter = {
  annotation(kind, reference, item) {
    const { namespace, facts } = requirementOf(item);
    const { revision = FIRST } = facts;
    const rule = withoutVersion(reference.replace(/^.*#/u, ''));
    return `${namespace}[${kind === 'implements' ? 'impl' : 'verify'} ${rule}${revision === FIRST ? '' : `+${revision}`}]`;
  },
  definedRevision: /(?:\+\d{1,9})?/uy,
  revise: (reference, revision) => reference.replace(VERSION, revision === FIRST ? '' : `+${revision}`),
};
