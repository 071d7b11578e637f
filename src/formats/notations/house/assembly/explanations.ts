import type { PlainStatement } from '../criteria/statements.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { Heading, Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { sharedForms } from '../requirements/nearMisses/foreignForms.ts';
import { nearlyHeading } from '../requirements/nearMisses/plainHeadings.ts';
import type { Gathered } from './gathered.ts';
import type { Remarks } from './remarks.ts';
import type { Requirements } from './requirements.ts';
import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';

/** Says of headings that are not requirement, and of attributes, what became of them; near-misses among the headings are reported. */
export function explainSections(
  sections: readonly Section[],
  source: Source,
  requirements: Requirements,
  gathered: Gathered,
  remarks: Remarks,
): void {
  const silent: InlineText[] = [];
  for (const section of sections) if (explainHeading(section, source, requirements, remarks)) silent.push(section.heading.inline);
  for (const nearMiss of sharedForms(silent, source)) remarks.nearMiss(nearMiss);
  for (const section of sections) explainAttributes(section, requirements, gathered, remarks);
}

/** @returns true for a heading that says nothing, nor nearly does. */
function explainHeading(
  section: Section,
  source: Source,
  requirements: Requirements,
  remarks: Remarks,
): section is Section & { readonly heading: Heading } {
  const { heading, reading, first, last, blocks } = section;
  if (!heading) return false;
  const { inline } = heading;
  let isSilent = false;
  if (reading.kind === 'plain' && !requirements.ofSection(section) && !source.ignores(first)) {
    const under = { hasList: blocks.some(({ kind }) => kind === 'list'), first, last };
    const nearMiss = reading.nearMiss ?? nearlyHeading(inline, under, source);
    remarks.nearMiss(nearMiss);
    isSilent = nearMiss === undefined;
  }
  const why = /^[\d.]+[.):]?\s/.test(inline.plain)
    ? say('Plain heading: no label with a number, no ID, no criteria label (a bare number is never an ID)')
    : say('Plain heading: no label with a number, no ID, no criteria label');
  remarks.notes.rest(first, heading.block.last, 'nothing', why);
  return isSilent;
}

function explainAttributes(section: Section, requirements: Requirements, gathered: Gathered, { notes }: Remarks): void {
  const { attributes } = gathered.proseOf(section);
  const owner = attributes.length > 0 ? requirements.around(section) : undefined;
  for (const { name, range } of attributes) {
    const { start, end } = range;
    if (owner) notes.rest(start.line, end.line, 'attribute', say('Attribute "{0}" of {1}', name, owner.localId));
    else notes.rest(start.line, end.line, 'nothing', say('"{0}" would be an attribute, but its section is not a requirement', name));
  }
}

/** Why a statement is but text, for `reqtrace explain`. */
export function whyProse(statement: PlainStatement): Message {
  if (statement.kind === 'prose') return say('Prose: part of the text of its section');
  const { colon, name } = statement.bold;
  return colon ? say('"{0}" is neither a criteria label nor an attribute with a value', name) : say('Bold words without a colon: prose');
}
