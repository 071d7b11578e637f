import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { textsOf } from '../../../carriers/markdown/prose.ts';
import type { PlainStatement, Statement } from '../criteria/statements.ts';
import type { BlockReading } from '../document/blockReading.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { readLineRequirement } from '../requirements/itemRequirement.ts';
import type { LineLead } from '../requirements/lineLead.ts';
import type { Gathered } from './gathered.ts';
import { Leads, type Decision, type LeadPlace } from './leads.ts';
import type { Remarks } from './remarks.ts';
import type { Label, Place, Scope } from './scope.ts';
import { say } from '../../../../model/message.ts';

/** A paragraph, or what is left of one, with what is below it. */
export interface Paragraph {
  readonly statements: readonly Statement[];
  readonly last: number;
  readonly following: readonly Block[];
  /** The last line that belongs to a requirement which its last line begins. */
  readonly until: () => number;
}

/** What is made while a document is put together. */
interface Made {
  readonly scope: Scope;
  readonly gathered: Gathered;
  readonly remarks: Remarks;
}

/** Makes requirements of lines that an id leads: `**AA-28**: text` as a paragraph, `> **AA-38**: text` in a quotation. */
export class LineRequirements {
  readonly #source: Source;
  readonly #leads: Leads;
  readonly #scope: Scope;
  readonly #gathered: Gathered;
  readonly #remarks: Remarks;

  constructor(sections: readonly Section[], source: Source, { scope, gathered, remarks }: Made) {
    this.#source = source;
    this.#leads = new Leads(sections, source.terms);
    this.#scope = scope;
    this.#gathered = gathered;
    this.#remarks = remarks;
  }

  /**
   * `**AA-28**: text` as a line of a section: a requirement, to which all up to the next one belongs unless the section is a requirement itself.
   *
   * @returns the place of what follows.
   */
  define(statement: PlainStatement, paragraph: Paragraph, place: Place, label: Label | undefined): Place | undefined {
    const { leads, inline, start, end } = statement;
    if (!leads || !place.top || (label && leads.form !== 'plain' && !this.isSibling(leads, place))) return undefined;
    const { section } = place;
    const outer = this.#scope.placeOf(section, this.#gathered.proseOf(section));
    if (this.decide(leads, inline, 'paragraph', { ...place, owner: outer.owner })?.kind !== 'defines') return undefined;
    const lines = inline.rangeOf(start, end);
    const last = outer.owner ? lines.end.line : lastLineOf(statement, paragraph);
    const { terms } = this.#source;
    const extent = { first: lines.start.line, last, column: lines.start.character };
    const { found: bare, textStart } = readLineRequirement(inline, statement, leads.lead, extent, terms);
    const found = { ...bare, ...(place.caption !== undefined && { caption: place.caption }) };
    this.#scope.add(found, statement);
    const { id } = leads.lead;
    this.#remarks.notes.add(lines.start.line, 'requirement', say('Line that begins with the ID {0}: requirement {0}', id));
    this.#remarks.notes.rest(lines.start.line, lines.end.line, 'nothing', say('Text of {0}', id));
    const prose = this.#gathered.proseOf(found);
    const text = inline.plain.slice(textStart, end).trim();
    if (text !== '') prose.texts.push(text);
    return outer.owner ? outer : { ...place, item: found, owner: found, prose };
  }

  /** True below a line that is a requirement of the same kind: what leads this one is not a criterion of that, whatever label is between them. */
  isSibling({ lead }: LineLead, { item, label, top }: Place): boolean {
    const { ids } = this.#source.terms;
    return top && !label && item !== undefined && lead.kind === 'id' && ids.prefixOf(item.localId) === ids.prefixOf(lead.id);
  }

  /** Takes in the lines of a quotation that an id leads; one below a label defines nothing. */
  quote({ block, lines, nearMisses }: Extract<BlockReading, { kind: 'quote' }>, place: Place, label: Label | undefined): void {
    for (const nearMiss of nearMisses) this.#remarks.nearMiss(nearMiss);
    for (const { inline, line, leads } of lines) {
      if (!place.top || label || this.decide(leads, inline, 'quote', place)?.kind !== 'defines') continue;
      const { start, end } = inline.rangeOf(line.start, line.end);
      const extent = { first: start.line, last: end.line, column: 0 };
      this.#scope.add(readLineRequirement(inline, line, leads.lead, extent, this.#source.terms).found, line);
      this.#remarks.notes.add(start.line, 'requirement', say('Quoted line that begins with the ID {0}: requirement {0}', leads.lead.id));
    }
    place.prose.texts.push(...textsOf([block]));
    this.#remarks.notes.rest(block.first, block.last, 'nothing', say('Quotation: only lines with an ID define'));
  }

  /** What becomes of a line that an id leads; where it was nearly written as a definition is, that is reported. */
  decide(leads: LineLead, inline: InlineText, as: LeadPlace['as'], { section, caption, owner }: Place): Decision | undefined {
    const decision = this.#leads.decide(leads, { as, section, caption, owner }, this.#scope.requirements.byId);
    if (decision?.kind !== 'near-miss') return decision;
    const { form, message } = decision;
    const { lead } = leads;
    this.#remarks.nearMiss({ form, message, range: inline.rangeOf(lead.start, lead.end), text: inline.plain.slice(lead.start, lead.end) });
    return decision;
  }
}

/** The last line of the blocks that belong to a requirement which the last line of a paragraph begins. */
export function lastBelow(readings: readonly BlockReading[], at: number): number {
  let last = at;
  while (last + 1 < readings.length) {
    const next = readings[last + 1];
    if (next?.kind === 'paragraph' && next.statements.some(isLed)) break;
    last++;
  }
  return readings[last]?.block.last ?? 0;
}

/** The last line that belongs to a line of a paragraph: that before the next line that an id leads. */
function lastLineOf(statement: PlainStatement, { statements, until }: Paragraph): number {
  const at = statements.indexOf(statement);
  const next = statements.findIndex((other, index) => index > at && isLed(other));
  const following = statements[next < 0 ? statements.length : next];
  if (following?.kind === undefined || following.kind === 'label') return until();
  return statement.inline.rangeOf(following.start, following.end).start.line - 1;
}

function isLed(statement: Statement): boolean {
  return statement.kind !== 'label' && statement.leads !== undefined;
}

/** What the last line of a paragraph says of the list that follows: `**Dependencies**:`, `The requirements are:`. */
export function captionOf({ block }: Extract<BlockReading, { kind: 'paragraph' }>): string | undefined {
  const line = block.inline.plain.slice(block.inline.plain.lastIndexOf('\n') + 1);
  const { strong } = block.inline;
  return line.trimEnd().endsWith(':') || strong.at(-1)?.end === block.inline.plain.length ? line : undefined;
}
