import type { PlainStatement } from '../criteria/statements.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { nearlyHeading } from '../requirements/plainHeadings.ts';
import type { Gathered } from './gathered.ts';
import type { Remarks } from './remarks.ts';
import type { Requirements } from './requirements.ts';

/** Says of headings that are no requirement, and of attributes, what became of them; near-misses among the headings are reported. */
export function explainSections(
  sections: readonly Section[],
  source: Source,
  requirements: Requirements,
  gathered: Gathered,
  remarks: Remarks,
): void {
  for (const section of sections) explainHeading(section, source, requirements, remarks);
  for (const section of sections) explainAttributes(section, requirements, gathered, remarks);
}

function explainHeading(section: Section, source: Source, requirements: Requirements, remarks: Remarks): void {
  const { heading, reading, first, last, blocks } = section;
  if (!heading) return;
  const { inline } = heading;
  if (reading.kind === 'plain' && !requirements.ofSection(section) && !source.ignores(first)) {
    const under = { hasList: blocks.some(({ kind }) => kind === 'list'), first, last };
    remarks.nearMiss(reading.nearMiss ?? nearlyHeading(inline, under, source));
  }
  const bare = /^[\d.]+[.):]?\s/.test(inline.plain) ? ' (a bare number is never an id)' : '';
  const why = `Plain heading: no label with a number, no id, no criteria label${bare}`;
  remarks.notes.rest(first, heading.block.last, 'nothing', why);
}

function explainAttributes(section: Section, requirements: Requirements, gathered: Gathered, { notes }: Remarks): void {
  const { attributes } = gathered.proseOf(section);
  const owner = attributes.length > 0 ? requirements.around(section) : undefined;
  for (const { name, range } of attributes) {
    const { start, end } = range;
    if (owner) notes.rest(start.line, end.line, 'attribute', `Attribute "${name}" of ${owner.localId}`);
    else notes.rest(start.line, end.line, 'nothing', `"${name}" would be an attribute, but its section is no requirement`);
  }
}

/** Why a statement is but text, for `reqtrace explain`. */
export function whyProse(statement: PlainStatement): string {
  if (statement.kind === 'prose') return 'Prose: part of the text of its section';
  const { colon, name } = statement.bold;
  return colon ? `"${name}" is neither a criteria label nor an attribute with a value` : 'Bold words without a colon: prose';
}
