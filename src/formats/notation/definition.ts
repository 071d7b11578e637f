import type { CriterionFacts, RequirementFacts } from '../../model/facts.ts';

type Sure<Facts, Names extends keyof Facts> = Pick<Facts, Names> & Partial<Omit<Facts, Names>>;

/** A requirement with only these fields given; all others have their defaults. `requirement({ localId: 'FR-001', title: 'Boil', range, nameRange })`. */
export function requirement(said: Sure<RequirementFacts, 'localId' | 'title' | 'range' | 'nameRange'>): RequirementFacts {
  return { implicit: false, text: '', level: 7, attributes: [], criteria: [], covers: [], exempt: false, ...said };
}

/** A criterion with only these fields given: `criterion({ localId: 'AC1', text: 'It boils', range, nameRange })`. */
export function criterion(said: Sure<CriterionFacts, 'localId' | 'text' | 'range' | 'nameRange'>): CriterionFacts {
  return { whole: false, kind: 'criterion', detail: '', attributes: [], exempt: false, ...said };
}
