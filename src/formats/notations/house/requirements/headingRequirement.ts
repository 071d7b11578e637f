import type { Range } from '../../../../model/position.ts';
import { collapse } from '../../../../text/lines.ts';
import { slugOf } from '../../../carriers/markdown/slugs.ts';
import type { Heading, Section } from '../document/outline.ts';
import type { FoundRequirement } from '../document/found.ts';
import type { RequirementHeading } from './headings.ts';
import { markAttribute } from './marks.ts';

/** A name that a reference can have behind `#`. */
const REFERABLE = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*$/u;

/** The requirement that the heading of a section declares: `## REQ-1: Stock`. */
export function declaredRequirement(section: Section, heading: Heading, reading: RequirementHeading): FoundRequirement {
  const { inline, end } = heading;
  const { id, idRange, title } = reading;
  const name = inline.plain.slice(title.start, title.end).trim();
  return {
    ...namedBy(heading, id, idRange),
    implicit: id === undefined,
    declared: true,
    title: name === '' ? (id ?? inline.plain) : name,
    nameRange: inline.rangeOf(0, id === undefined ? end : inline.plain.length),
    ...placeOf(section),
    exempt: title.exempt,
    marks: title.marks.map((mark) => markAttribute(mark, inline)),
  };
}

/** The requirement that a section is by holding criteria; none where no heading with an anchor is above them. */
export function impliedRequirement(section: Section): FoundRequirement | undefined {
  if (!section.heading || section.heading.slug === '') return undefined;
  const { inline, end } = section.heading;
  return {
    ...namedBy(section.heading),
    implicit: true,
    declared: false,
    title: collapse(inline.plain.slice(0, end)),
    nameRange: inline.rangeOf(0, end),
    ...placeOf(section),
    exempt: false,
    marks: [],
  };
}

/** What it is called: by its id, by the anchor that it is given, else by its slug; the slug remains another name beside the anchor. */
function namedBy(
  { inline, end, slug, given }: Heading,
  id?: string,
  idRange?: Range,
): Pick<FoundRequirement, 'localId' | 'idRange' | 'aliases'> {
  const anchor = given.find((one) => one.name !== id && REFERABLE.test(one.name));
  if (!anchor) return { localId: id ?? slug, ...(idRange && { idRange }) };
  const localId = id ?? anchor.name;
  const names = new Set([anchor.name, slug, slugOf(inline.plain.slice(0, end))]);
  const aliases = [...names].filter((name) => name !== localId && name !== '');
  const range = id === undefined ? anchor.range : idRange;
  return { localId, ...(range && { idRange: range }), ...(aliases.length > 0 && { aliases }) };
}

function placeOf({ level, first, last }: Section): Pick<FoundRequirement, 'level' | 'first' | 'last' | 'column'> {
  return { level, first, last, column: 0 };
}
