import type { FoundReference } from '../../../ids/idGrammar.ts';

/** A reference of a list; `composed` where the requirement stands earlier in it. */
export interface ListedReference extends FoundReference {
  readonly composed?: boolean;
  /** The document that the reference before it names: this one is looked for there first. */
  readonly scope?: string;
  /** True for one that only a range speaks of. */
  readonly between?: boolean;
}
