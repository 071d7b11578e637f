import { lastWhere } from '../../../../text/search.ts';
import type { Section } from '../document/outline.ts';

/**
 * What sections are called that speak of requirements which are elsewhere in the document: a board of their states, notes on how they were built, a
 * plan of their tests. `Sprint 1` and `Backlog` are not among them, where stories are defined.
 */
const SPEAKS =
  /(?<![\p{L}\p{N}])(?:notes?|status|progress|board|history|change ?log|discussions?|decisions?|rationale|implementation|reviews?|retrospective|traceability|coverage|verification|tests?|testing|validation|matrix|roadmap|plans?|schedule|tasks?|checklists?|summary|appendix|risks?)(?![\p{L}\p{N}])/iu;

/** Tells of a line of the document whether a section around it speaks of requirements rather than defining them. */
export function createDiscussing(sections: readonly Section[]): (line: number) => boolean {
  const known = new Map<Section, boolean>();
  const speaks = (section: Section | undefined): boolean => {
    if (!section) return false;
    const isKnown = known.get(section);
    if (isKnown !== undefined) return isKnown;
    // The title of a document names what it is about, and a requirement is not a section.
    const { heading, level, reading } = section;
    const isNamed = level > 1 && reading.kind !== 'requirement' && SPEAKS.test(heading?.inline.plain ?? '');
    const answer = isNamed || speaks(section.parent);
    known.set(section, answer);
    return answer;
  };
  return (line) => {
    const section = sections[lastWhere(sections.length, (at) => (sections[at]?.first ?? 0) <= line)];
    return speaks(section?.first === line ? section.parent : section);
  };
}
