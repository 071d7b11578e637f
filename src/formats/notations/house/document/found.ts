import type { Attribute, CriterionKind, Reference, Target } from '../../../../model/facts.ts';
import type { LinkKind } from '../../../../model/linkKind.ts';
import type { Range } from '../../../../model/position.ts';
import type { Checkbox } from '../../../carriers/markdown/blocks.ts';
import type { CriterionWords, WrittenId } from '../criteria/criterionWords.ts';
import type { Detail } from '../criteria/detail.ts';

/** A requirement as it is written, without what its section holds. */
export interface FoundRequirement {
  readonly localId: string;
  /** True where the anchor stands for an id. */
  readonly implicit: boolean;
  /** True if the document itself calls it a requirement, rather than its section holding criteria. */
  readonly declared: boolean;
  readonly idRange?: Range;
  /** Other names: the slug of its heading where that is given an anchor. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly nameRange: Range;
  readonly level: number;
  readonly exempt: boolean;
  /** What it needs unless a rule of the configuration says more: a risk needs nothing. */
  readonly usualNeeds?: readonly LinkKind[];
  readonly first: number;
  /** Last line, if no other requirement begins before. */
  readonly last: number;
  readonly column: number;
  /** The line above that says what its list is about: `**Out of Scope**:`. */
  readonly caption?: string;
  /** What the marks of its name say. */
  readonly marks: readonly Attribute[];
}

/** A criterion as it is written, before its siblings are known, on which its number may depend. */
export interface FoundCriterion extends Detail {
  readonly kind: CriterionKind;
  readonly words: CriterionWords;
  readonly written?: WrittenId;
  /** Number of the item in an ordered list. */
  readonly numeral?: number;
  /** Stands for the list it is in; criteria that are not list items have none. */
  readonly list?: object;
  readonly range: Range;
  /** Its whole text where that is in several places, as the cells of given, when and then. */
  readonly sentence?: string;
  /** Says more than the tasks below it. */
  readonly checkbox?: Checkbox;
  /** What a row of a table of targets says besides its name. */
  readonly goal?: { readonly text: string; readonly target?: Target };
}

/** Prose and attributes of a section or of a list item, in the order of the document. */
export interface Prose {
  readonly texts: string[];
  readonly attributes: Attribute[];
  /** From `**Covers**: …`. */
  readonly covers: Reference[];
}
