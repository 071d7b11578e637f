import type { Heading, Section } from '../document/outline.ts';
import type { FoundRequirement } from '../document/found.ts';
import type { RequirementHeading } from './headings.ts';
import { markAttribute } from './marks.ts';

/** The requirement that the heading of a section declares: `## REQ-1: Stock`. */
export function declaredRequirement(section: Section, { inline, slug }: Heading, reading: RequirementHeading): FoundRequirement {
  const { id, idRange, title } = reading;
  const name = inline.plain.slice(title.start, title.end).trim();
  return {
    localId: id ?? slug,
    implicit: id === undefined,
    declared: true,
    ...(idRange && { idRange }),
    title: name === '' ? (id ?? inline.plain) : name,
    nameRange: inline.rangeOf(0, inline.plain.length),
    ...placeOf(section),
    exempt: title.exempt,
    marks: title.marks.map((mark) => markAttribute(mark, inline)),
  };
}

/** The requirement that a section is by holding criteria; none where no heading with an anchor is above them. */
export function impliedRequirement(section: Section): FoundRequirement | undefined {
  if (!section.heading || section.heading.slug === '') return undefined;
  const { inline, slug } = section.heading;
  return {
    localId: slug,
    implicit: true,
    declared: false,
    title: inline.plain.replace(/\s+/gu, ' ').trim(),
    nameRange: inline.rangeOf(0, inline.plain.length),
    ...placeOf(section),
    exempt: false,
    marks: [],
  };
}

function placeOf({ level, first, last }: Section): Pick<FoundRequirement, 'level' | 'first' | 'last' | 'column'> {
  return { level, first, last, column: 0 };
}
