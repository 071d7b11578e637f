import type { FilePath, Position } from '../../model/position.ts';

/**
 * What a code action does, as plain data: it travels to the editor and back, and is worked out when someone chooses it.
 * Items are named by their keys, places by path and position.
 */
export type ActionRequest =
  /** Puts the present pin behind the reference at a place. */
  | { readonly kind: 'pin'; readonly path: FilePath; readonly position: Position }
  /** Writes another revision where an item is defined and, if asked for, in the references to its present one. */
  | { readonly kind: 'raise'; readonly key: string; readonly revision: string; readonly references: boolean }
  /** Writes the present revision of an item into all references that are for another one. */
  | { readonly kind: 'revise-all'; readonly key: string }
  /** Writes every reference anew that has no meaning in the same way as the one at a place. */
  | { readonly kind: 'change-all'; readonly path: FilePath; readonly position: Position; readonly key: string }
  /** Gives a requirement an id that is made from its heading now. */
  | { readonly kind: 'write-id'; readonly key: string }
  /** Writes the ids of criteria that are counted now. */
  | { readonly kind: 'write-criterion-ids'; readonly key: string }
  /** Adds an entry for each of the items to `waivers:` of reqtrace.yaml, with what a person said of them or with a reason that is still to be written. */
  | { readonly kind: 'waive'; readonly key: string; readonly others?: readonly string[]; readonly waiver?: WaiverWords }
  /** Adds a comment with a waiver above a place, with what a person said of it or with a reason that is still to be written. */
  | {
      readonly kind: 'waive-here';
      readonly key: string;
      readonly path: FilePath;
      readonly position: Position;
      readonly waiver?: WaiverWords;
    }
  /** Declares a prefix of items that another tool keeps in `keys:` of reqtrace.yaml. */
  | { readonly kind: 'declare-key'; readonly name: string }
  /** Adds a pattern to `ids:` of reqtrace.yaml. */
  | { readonly kind: 'add-pattern'; readonly pattern: string }
  /** Adds a label to `criteria.moreLabels:` of reqtrace.yaml. */
  | { readonly kind: 'add-label'; readonly label: string }
  /** Puts an annotation above a function or a test that was suggested. */
  | { readonly kind: 'annotate'; readonly key: string; readonly path: FilePath; readonly position: Position }
  /** Writes a test, into the file given or the one whose tests are nearest. */
  | { readonly kind: 'scaffold-test'; readonly key: string; readonly path?: FilePath };

/** What a person says of a waiver. */
export interface WaiverWords {
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly until?: string;
}

/** An action that can be offered at a place. */
export interface Offer {
  /** `Pin to the present text of IP-1.1/AC2` */
  readonly title: string;
  /** Of the protocol: `quickfix`, `refactor.rewrite`. */
  readonly kind: string;
  readonly request: ActionRequest;
  /** Code of the finding at the place that it mends, if it mends one. */
  readonly mends?: string;
  readonly preferred?: boolean;
}
