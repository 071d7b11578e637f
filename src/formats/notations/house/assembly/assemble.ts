import type { Attribute } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import type { ListBlock, ListItem } from '../../../carriers/markdown/blocks.ts';
import { boldCriterion } from '../criteria/boldCriterion.ts';
import { writtenId } from '../criteria/criterionWords.ts';
import { textsOf } from '../../../carriers/markdown/prose.ts';
import { NO_DETAIL } from '../criteria/detail.ts';
import { headingCriterion } from '../criteria/headingCriterion.ts';
import { listItemCriterion } from '../criteria/listItemCriterion.ts';
import type { ListItemWords } from '../criteria/listItems.ts';
import { listItemRole, whyText, type AroundItem, type CriterionRole } from '../criteria/listItemRole.ts';
import type { PlainStatement } from '../criteria/statements.ts';
import { coversOf } from '../requirements/attributes.ts';
import { foreignForm, isForeign } from '../requirements/nearMisses/foreignForms.ts';
import { readItemRequirement } from '../requirements/itemRequirement.ts';
import type { Lead } from '../requirements/lead.ts';
import { isMetadata, metadataList } from '../requirements/metadata.ts';
import { bindingSentences } from '../requirements/nearMisses/normative.ts';
import { boldIdInParagraph, criterionWithoutRequirement, idBelowCriterion } from '../requirements/nearMisses/strayIds.ts';
import type { BlockReading, ListItemReading } from '../document/blockReading.ts';
import type { DocumentOptions } from '../document/documentSettings.ts';
import { explainSections, whyProse } from './explanations.ts';
import type { FoundCriterion, FoundRequirement } from '../document/found.ts';
import { captionOf, lastBelow, LineRequirements, type Paragraph } from './lineRequirements.ts';
import { Gathered, type AssembledRequirement } from './gathered.ts';
import type { NearMiss } from '../document/nearMiss.ts';
import type { Notes } from '../document/notes.ts';
import { sectionsBelow, type Section } from '../document/outline.ts';
import { Remarks } from './remarks.ts';
import { createDiscussing } from './discussing.ts';
import { Requirements } from './requirements.ts';
import { Scope, type Label, type Place } from './scope.ts';
import { Tables } from './tables.ts';
import type { Source } from '../document/source.ts';
import { say } from '../../../../model/message.ts';

/** What the blocks of a document come to. */
export interface Assembly {
  /** In order of their place. */
  readonly requirements: readonly AssembledRequirement[];
  readonly problems: readonly Problem[];
  readonly nearMisses: readonly NearMiss[];
}

/**
 * The second of two passes: which labels govern which lists, to which requirement each criterion belongs, and what is only
 * text. All that depends on where a block stands is decided here.
 */
export function assemble(sections: readonly Section[], source: Source, options: DocumentOptions, notes: Notes): Assembly {
  return new Assembler(sections, source, options, notes).assemble(sections);
}

/** A list of tasks under such a heading says how far things are, not what must hold. */
const RECORDS_STATE = /\bstatus\s*$/i;

class Assembler {
  readonly #source: Source;
  readonly #options: DocumentOptions;
  readonly #remarks: Remarks;
  readonly #notes: Notes;
  readonly #requirements: Requirements;
  readonly #scope: Scope;
  readonly #gathered = new Gathered();
  readonly #lines: LineRequirements;
  readonly #tables: Tables;

  constructor(sections: readonly Section[], source: Source, options: DocumentOptions, notes: Notes) {
    const implicit = source.context.configuration.implicit !== 'off';
    this.#source = source;
    this.#options = options;
    this.#remarks = new Remarks(notes);
    this.#notes = notes;
    this.#requirements = new Requirements(source.path, createDiscussing(sections));
    this.#scope = new Scope(this.#requirements, { implicit, steps: options.steps }, this.#remarks);
    this.#lines = new LineRequirements(sections, source, { scope: this.#scope, gathered: this.#gathered, remarks: this.#remarks });
    this.#tables = new Tables(sections, source, this.#scope, this.#gathered, this.#remarks);
  }

  assemble(sections: readonly Section[]): Assembly {
    for (const { idLine } of sections) {
      if (idLine) this.#notes.add(idLine.range.start.line, 'attribute', say('Id of the heading above: {0}', idLine.id));
    }
    for (const section of sections) this.#scope.declare(section);
    const taken = new Set<Section>();
    for (const [at, section] of sections.entries()) {
      if (taken.has(section)) continue;
      const inner = section.reading.kind === 'criterion' ? sectionsBelow(sections, at) : [];
      if (this.#headingCriterion(section, inner)) for (const each of inner) taken.add(each);
      else this.#section(section);
    }
    this.#tables.finish();
    this.#scope.endHeadings();
    explainSections(sections, this.#source, this.#requirements, this.#gathered, this.#remarks);
    if (!this.#remarks.nearMisses.some(isForeign)) {
      for (const nearMiss of bindingSentences(sections, this.#requirements, this.#source)) this.#remarks.nearMiss(nearMiss);
    }
    const requirements = this.#gathered.byRequirement(sections, this.#requirements, this.#source.lines);
    return { requirements, problems: this.#remarks.problems, nearMisses: this.#remarks.nearMisses };
  }

  #section(section: Section): void {
    this.#scope.enter(section);
    this.#blocks(section.blocks, this.#scope.placeOf(section, this.#gathered.proseOf(section)), undefined);
  }

  /** A scenario, or a heading with a criterion's label, is one criterion with its whole section. */
  #headingCriterion(section: Section, inner: readonly Section[]): boolean {
    const { reading, heading, first, last } = section;
    if (reading.kind !== 'criterion' || !heading) return false;
    const { inline } = heading;
    const place = this.#scope.placeOf(section, this.#gathered.proseOf(section));
    const { label } = place;
    const owner = label ? this.#scope.ownerOf(place, label) : place.owner;
    if (!owner) {
      this.#remarks.nearMiss(criterionWithoutRequirement(inline));
      return false;
    }
    this.#found(headingCriterion(section, inline, reading, inner, this.#source), owner, label);
    this.#notes.add(
      first,
      'criterion',
      reading.written
        ? say('Heading of a labelled criterion: criterion of {0}', owner.localId)
        : say('Heading of a scenario: criterion of {0}', owner.localId),
    );
    this.#notes.rest(first, last, 'criterion', say('Part of the criterion above, of {0}', owner.localId));
    return true;
  }

  /** @param outer the label that governs these blocks from outside, and so does not end with them. */
  #blocks(readings: readonly BlockReading[], place: Place, outer: Label | undefined): void {
    let label = outer;
    let skip = 0;
    let here = place;
    for (const [at, reading] of readings.entries()) {
      if (skip > 0) {
        skip--;
        continue;
      }
      const { first, last } = reading.block;
      if (reading.kind === 'list') this.#list(reading, here, label ?? here.label);
      else if (this.#source.ignores(first)) this.#ignored(first, last);
      else if (reading.kind === 'paragraph') {
        const { statements, following } = reading;
        const end = this.#paragraph({ statements, last, following, until: () => lastBelow(readings, at) }, here, label, outer);
        ({ label } = end);
        here = { ...end.place, caption: captionOf(reading) };
        if (end.tookFollowing) skip = following.length;
      } else this.#other(reading, here, label);
    }
    if (label !== outer) this.#scope.end(label, here);
  }

  #ignored(first: number, last: number): void {
    this.#notes.span(first, last, 'ignored', say('An ignore mark switches reading off here'));
  }

  #other(reading: Exclude<BlockReading, { kind: 'list' | 'paragraph' }>, place: Place, label: Label | undefined): void {
    const { first, last } = reading.block;
    switch (reading.kind) {
      case 'table':
        return this.#table(reading, place, label);
      case 'quote':
        return this.#lines.quote(reading, place, label ?? place.label);
      case 'nothing':
        return this.#notes.rest(first, last, 'nothing', reading.why);
    }
  }

  #table({ block, targets }: Extract<BlockReading, { kind: 'table' }>, place: Place, label: Label | undefined): void {
    const owner = targets && (place.owner ?? this.#scope.imply(place.section));
    if (!targets || !owner) {
      if (this.#tables.read(block, place, label ?? place.label)) return;
      place.prose.texts.push(...textsOf([block]));
      const active = label ?? place.label;
      const why = active ? say('Table under "{0}" of which no column holds criteria', active.reading.words) : say('Table: prose');
      this.#notes.rest(block.first, block.last, 'nothing', why);
      return;
    }
    this.#notes.span(block.first, block.first + 1, 'label', say('Table with a Target column: each row is a criterion'));
    for (const { line, range, words, goal } of targets) {
      const written = writtenId(words);
      this.#found({ kind: 'target', words, ...(written && { written }), list: block, range, ...NO_DETAIL, goal }, owner, undefined);
      this.#notes.add(line, 'criterion', say('Row of a table with a Target column: criterion of {0}', owner.localId));
    }
  }

  #paragraph(
    paragraph: Paragraph,
    start: Place,
    governing: Label | undefined,
    outer: Label | undefined,
  ): { readonly label: Label | undefined; readonly place: Place; readonly tookFollowing: boolean } {
    let label = governing;
    let place = start;
    for (const statement of paragraph.statements) {
      if (statement.kind === 'label') {
        const next = this.#scope.govern(statement.label, place);
        if (label !== outer) this.#scope.end(label, place);
        label = next;
        continue;
      }
      this.#remarks.nearMiss(statement.nearMiss);
      const active = label ?? place.label;
      if (this.#numbered(statement, place, active)) continue;
      if (this.#boldCriterion(statement, paragraph, place, active)) return { label, place, tookFollowing: true };
      const inside = this.#lines.define(statement, paragraph, place, active);
      if (inside || statement.kind !== 'prose') {
        if (label !== outer) this.#scope.end(label, place);
        label = undefined;
      }
      if (inside) place = inside;
      else this.#statement(statement, place, active);
    }
    return { label, place, tookFollowing: false };
  }

  /** `1.1. WHEN …` under a label. */
  #numbered({ numbered }: PlainStatement, place: Place, label: Label | undefined): boolean {
    if (!numbered || !label || label.reading.tasksOnly) return false;
    const { found, number } = numbered;
    const { start, end } = found.range;
    const owner = this.#scope.ownerOf(place, label);
    if (!owner) this.#scope.homeless(start.line, end.line);
    else {
      this.#found(found, owner, label);
      const why = say('Numbered paragraph under "{0}": criterion {1} of {2}', label.reading.words, number, owner.localId);
      this.#notes.span(start.line, end.line, 'criterion', why);
    }
    return true;
  }

  #boldCriterion(statement: PlainStatement, { last, following }: Paragraph, place: Place, label: Label | undefined): boolean {
    if (statement.kind === 'prose' || !statement.criterion) return false;
    const { lead } = statement.criterion;
    const isGoverned = label !== undefined && !label.reading.tasksOnly;
    if (lead.kind !== 'criterion' && !isGoverned) return false;
    if (statement.leads && this.#lines.isSibling(statement.leads, place)) return false;
    const owner = isGoverned ? this.#scope.ownerOf(place, label) : place.owner;
    if (!owner) return false;
    const found = boldCriterion(statement.criterion, last, following, this.#source);
    this.#found(found, owner, label);
    const { start, end } = found.range;
    this.#notes.add(start.line, 'criterion', say('Bold paragraph with the label {0}: criterion of {1}', lead.id, owner.localId));
    this.#notes.rest(start.line, end.line, 'criterion', say('Part of criterion {0}', lead.id));
    return true;
  }

  #statement(statement: PlainStatement, place: Place, label: Label | undefined): void {
    const { inline, start, end } = statement;
    const lines = inline.rangeOf(start, end);
    const [first, last] = [lines.start.line, lines.end.line];
    const stray = this.#strayIn(statement, place.top && label === undefined);
    this.#remarks.nearMiss(stray);
    if (statement.kind === 'attribute' && !stray && !mentionsFirst(statement)) {
      place.prose.attributes.push(statement.attribute);
      place.prose.covers.push(...statement.covers);
      // Whether a section is a requirement is known only when all of it was read.
      if (place.item)
        this.#notes.span(first, last, 'attribute', say('Attribute "{0}" of {1}', statement.attribute.name, place.item.localId));
      return;
    }
    place.prose.texts.push(inline.plain.slice(start, end));
    this.#notes.rest(first, last, 'nothing', whyProse(statement));
  }

  /** @param mayDefine false where an id that leads a line defines nothing. */
  #strayIn(statement: PlainStatement, mayDefine: boolean): NearMiss | undefined {
    const { inline, start, end, firstEnd } = statement;
    if (statement.kind === 'prose') return foreignForm({ inline, from: start, to: firstEnd, place: 'paragraph' }, this.#source);
    const { terms } = this.#source;
    return (
      foreignForm({ inline, from: start, to: end, place: 'bold' }, this.#source) ??
      boldIdInParagraph(inline, { start, end: firstEnd }, mayDefine ? 'criterion' : 'any', this.#requirements.byId, terms)
    );
  }

  #list({ block, items }: Extract<BlockReading, { kind: 'list' }>, place: Place, label: Label | undefined): void {
    for (const item of items) {
      const { first, last } = item.words.item;
      if (this.#source.ignores(first)) this.#ignored(first, last);
      else this.#item(item, block, place, label);
    }
  }

  #item(reading: ListItemReading, list: ListBlock, place: Place, label: Label | undefined): void {
    const { words } = reading;
    const around = this.#around(words, list, place, label);
    const role = listItemRole(words, around);
    const isGoverned = role.kind === 'criterion' && role.isGoverned;
    if (!isGoverned && words.label?.kind === 'near-miss') this.#remarks.nearMiss(words.label.nearMiss);
    const ownLabel = !isGoverned && words.label?.kind === 'label' ? this.#scope.govern(words.label.label, place) : undefined;
    if (role.kind === 'label') return this.#labelItem(reading, ownLabel, place);
    if (role.kind === 'requirement') return this.#requirement(reading, role.lead, place);
    if (role.mentions) this.#mention(words.item, role.mentions);
    if (role.kind === 'criterion') return this.#criterion(reading, list, role, place, isGoverned ? label : undefined);
    return this.#text(reading, list, around, place, label);
  }

  #around({ item, leads }: ListItemWords, list: ListBlock, place: Place, label: Label | undefined): AroundItem {
    const { configuration } = this.#source.context;
    const inRequirement = place.owner !== undefined;
    return {
      label: label?.reading,
      inRequirement,
      tasksCount:
        item.checkbox !== undefined &&
        (inRequirement || configuration.implicit === 'tasks') &&
        !RECORDS_STATE.test(place.section.heading?.inline.plain ?? ''),
      stepsCount: this.#options.steps && list.ordered && place.top,
      leads: leads && (() => this.#lines.decide(leads, item.inline, 'item', place)?.kind),
    };
  }

  #mention({ first }: ListItem, { id }: Lead): void {
    const known = this.#requirements.byId.get(id);
    const why = known
      ? say('{0} is defined in line {1}: this item only mentions it', id, known.first + 1)
      : say('{0} is only mentioned here: the words above point at it, or another place defines it more clearly', id);
    this.#notes.add(first, 'mention', why);
  }

  /** `- **Acceptance Criteria**:` with the criteria as a nested list. */
  #labelItem({ words, below }: ListItemReading, label: Label | undefined, place: Place): void {
    const { first, last } = words.item;
    this.#blocks(below, { ...place, top: false }, label);
    this.#scope.end(label, place);
    this.#notes.rest(first, last, 'nothing', say('Belongs to the list item above'));
  }

  #criterion({ words, below }: ListItemReading, list: ListBlock, role: CriterionRole, place: Place, label: Label | undefined): void {
    const { first, last } = words.item;
    const owner = this.#scope.ownerOf(place, label);
    if (!owner) return this.#scope.homeless(first, last);
    this.#found(listItemCriterion(role.as, words.item, list, this.#source), owner, label);
    for (const reading of below) {
      if (reading.kind === 'list') for (const item of reading.items) this.#remarks.nearMiss(idBelowCriterion(item.words));
    }
    this.#notes.add(first, 'criterion', say('{0}: criterion of {1}', role.why, owner.localId));
    this.#notes.rest(first, last, 'criterion', say('Part of the criterion above, of {0}', owner.localId));
  }

  /** `- **FR-001**: …` without a label, or `* **Integration Point 2.1: …**`. */
  #requirement({ words: { item }, below }: ListItemReading, lead: Lead, place: Place): void {
    const { first, last } = item;
    const { found: bare, statements } = readItemRequirement(item, lead, this.#source.terms);
    const found = { ...bare, ...(place.caption !== undefined && { caption: place.caption }) };
    this.#scope.add(found, item);
    this.#notes.add(first, 'requirement', say('List item with the bold ID {0} and no criteria label above: requirement {0}', lead.id));
    const inside: Place = { ...place, item: found, owner: found, prose: this.#gathered.proseOf(found), top: false };
    const { label, tookFollowing } = this.#paragraph(
      { statements, last, following: item.below, until: () => last },
      inside,
      undefined,
      undefined,
    );
    if (!tookFollowing) this.#blocks(below, inside, label);
    this.#scope.end(label, inside);
    this.#notes.rest(first, last, 'nothing', say('Text of {0}', lead.id));
  }

  #text({ words, below }: ListItemReading, list: ListBlock, around: AroundItem, place: Place, label: Label | undefined): void {
    const { item } = words;
    const { inline } = item;
    const end = inline.plain.length;
    const { ids } = this.#source.terms;
    const stray = foreignForm({ inline, from: 0, to: end, place: 'item' }, this.#source);
    this.#remarks.nearMiss(stray);
    const attribute = !stray && this.#describes(words.attribute, list, place) ? words.attribute : undefined;
    const last = inline.rangeOf(0, end).end.line;
    if (attribute) {
      place.prose.attributes.push(attribute);
      place.prose.covers.push(...coversOf(attribute, inline, { start: attribute.name.length, end }, ids));
      this.#notes.rest(item.first, last, 'attribute', say('Attribute "{0}" of its requirement', attribute.name));
    } else {
      place.prose.texts.push(inline.plain);
      this.#notes.rest(item.first, last, 'nothing', whyText(words, around));
    }
    this.#blocks(below, { ...place, top: false }, label);
  }

  /** True for an attribute in a list of such: below a requirement that is a list item, beside the id of the heading, and right below the heading. */
  #describes(attribute: Attribute | undefined, list: ListBlock, { item, section, top }: Place): boolean {
    if (!attribute) return false;
    return item !== undefined || section.idLine?.list === list || (top && isMetadata(attribute) && metadataList(section) === list);
  }

  #found(found: FoundCriterion, owner: FoundRequirement, label: Label | undefined): void {
    this.#gathered.add(owner, found);
    if (label) label.count++;
  }
}

/** True for `**US-1**: changed` where it defines nothing: no attribute has an id for its name. */
function mentionsFirst({ leads }: PlainStatement): boolean {
  return leads !== undefined && leads.fault !== 'lower case';
}
