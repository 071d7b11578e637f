import { isBuiltIn, isTestType } from '../../../model/linkKind.ts';
import { requirementOf } from '../../../model/item.ts';
import type { NotationWriter } from '../../notation/notation.ts';
import { typeOf, withoutRevision } from './grammar.ts';

/** What tests are called where an item does not say which it needs. */
const USUAL_TEST = 'utest';

/** Code is annotated by tags, `[impl->dsn~boil~1]`, of the artifact types that the item needs. OpenFastTrace has no words for waivers. */
export const write: NotationWriter = {
  annotation(kind, reference, item) {
    const { facts } = requirementOf(item);
    const { needs = [] } = facts;
    const tests = needs.filter((need) => isTestType(need) && !isBuiltIn(need));
    // What nobody asks for would be unwanted.
    if (needs.length > 0 && (kind === 'implements' ? !needs.includes(kind) : tests.length === 0)) return undefined;
    const type = kind === 'implements' ? typeOf(kind) : (tests[0] ?? USUAL_TEST);
    const id = reference.replace(/^.*#/u, '');
    return `[${type}->${/~\d+$/u.test(id) ? id : `${id}~${facts.revision ?? '1'}`}]`;
  },
  definedRevision: /~\d{1,9}/uy,
  revise: (reference, revision) => `${withoutRevision(reference)}~${revision}`,
};
