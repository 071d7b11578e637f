import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import type { FoundRequirement } from './found.ts';
import type { Section } from './outline.ts';

/** Which requirement a place of the document belongs to. */
export interface Owners {
  /** The requirement that a section, or the nearest above it, is. */
  around(section: Section): FoundRequirement | undefined;
  /** The requirement that a list item is by itself. */
  ofItem(item: ListItem): FoundRequirement | undefined;
  /** The requirement of which a line of a paragraph is one, that line or any up to the next requirement. */
  ofLine(line: number): FoundRequirement | undefined;
}
