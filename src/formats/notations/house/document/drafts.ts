import type { Attribute, CriterionFacts, Reference } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';

/** A criterion before its siblings are known, on which its number may depend. */
export interface CriterionDraft {
  /** The id that the document writes, if it does. */
  readonly written?: { readonly localId: string; readonly whole: boolean; readonly range: Range };
  /** Number of the item in an ordered list. */
  readonly numeral?: number;
  /** Stands for the list it is in; criteria that are no list items have none. */
  readonly list?: object;
  readonly facts: Omit<CriterionFacts, 'localId' | 'whole' | 'idRange'>;
}

/** Where prose and attributes of a section or of a list item go. */
export interface Sink {
  readonly texts: string[];
  readonly attributes: Attribute[];
  /** From `**Covers**: …`. */
  readonly covers: Reference[];
}

/** A requirement while its section is being read. */
export interface RequirementDraft extends Sink {
  readonly localId: string;
  /** True where the anchor stands for an id. */
  readonly implicit: boolean;
  /** True if the document itself calls it a requirement, rather than its section holding criteria. */
  readonly declared: boolean;
  readonly idRange?: Range;
  readonly title: string;
  readonly nameRange: Range;
  readonly level: number;
  readonly exempt: boolean;
  readonly first: number;
  /** Last line; shortened by the next requirement. */
  last: number;
  readonly column: number;
  readonly criteria: CriterionDraft[];
}
