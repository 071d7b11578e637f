import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { RequirementDraft, Sink } from './drafts.ts';
import type { Governing } from '../criteria/labels.ts';
import type { Section } from './outline.ts';

/** Where in the document blocks are being read. */
export interface Place {
  readonly section: Section;
  /** The list item that is a requirement of its own, if inside one. */
  readonly item?: RequirementDraft;
  readonly sink: Sink;
  /** True for the blocks of a section itself, false inside a list item. */
  readonly top: boolean;
}

/** Reads blocks in their order; `start` is the label that governs them from outside. */
export type Walk = (blocks: readonly Block[], place: Place, start: Governing | undefined) => void;
