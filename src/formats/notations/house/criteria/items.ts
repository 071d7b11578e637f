import { isCriterionLabel, normalCriterion } from '../grammar.ts';
import type { Attribute, CriterionKind } from '../../../../model/facts.ts';
import type { Range } from '../../../../model/position.ts';
import type { Block, Checkbox, ListBlock, ListItem } from '../../../carriers/markdown/blocks.ts';
import { spanOver, type InlineText, type Span } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';
import { attributeOf, boldLeadAt } from '../requirements/attributes.ts';
import type { CriterionDraft } from '../document/drafts.ts';
import { readLead, type Lead } from '../requirements/lead.ts';
import { isExemptMark, leadingMarks, markAttribute, trailingMarks, type Mark } from '../requirements/marks.ts';
import type { Source } from '../document/source.ts';

/** A list item taken apart: checkbox, text of its first paragraph, and the blocks below. */
export interface ReadItem {
  readonly item: ListItem;
  readonly inline: InlineText;
  readonly checkbox?: Checkbox;
  readonly rest: readonly Block[];
}

/** Reads the items of a list. */
export class Items {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  read(item: ListItem): ReadItem {
    const { inline, checkbox, below } = item;
    return { item, inline, ...(checkbox && { checkbox }), rest: below };
  }

  /** True if all tasks below are done, false if some are not, undefined if there is none. */
  claimOf(blocks: readonly Block[]): boolean | undefined {
    const boxes = blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => this.read(item).checkbox) : []));
    const checked = boxes.filter((box) => box !== undefined);
    return checked.length === 0 ? undefined : checked.every((box) => box.checked);
  }

  /** Text of blocks without markup; comments are nobody's text. `attributes` takes `- **Name**: value` items instead. */
  textOf(blocks: readonly Block[], attributes?: Attribute[]): string[] {
    const texts: string[] = [];
    for (const block of blocks) this.#collect(block, texts, attributes);
    return texts;
  }

  #collect(block: Block, texts: string[], attributes: Attribute[] | undefined): void {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'html':
        texts.push(block.inline.plain);
        break;
      case 'code':
        texts.push(block.content);
        break;
      case 'quote':
        for (const inner of block.blocks) this.#collect(inner, texts, attributes);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows]) texts.push(row.cells.map((cell) => cell.inline.plain).join(' '));
        break;
      case 'list':
        this.#collectList(block, texts, attributes);
        break;
      case 'rule':
        break;
    }
  }

  #collectList(list: ListBlock, texts: string[], attributes: Attribute[] | undefined): void {
    for (const item of list.items) {
      const { inline, rest } = this.read(item);
      const attribute = attributes && rest.length === 0 ? this.attribute(inline) : undefined;
      if (attribute) attributes?.push(attribute);
      else texts.push(inline.plain);
      for (const inner of rest) this.#collect(inner, texts, attributes);
    }
  }

  /** `**Metric**: value` as the whole of an item; an id before the colon is no name. */
  attribute(inline: InlineText): Attribute | undefined {
    const lead = boldLeadAt(inline, 0);
    if (!lead || this.lead(inline)) return undefined;
    return attributeOf(inline, lead, inline.plain.length);
  }

  lead(inline: InlineText): Lead | undefined {
    return readLead(inline, 0, inline.plain.length, this.#source.context.ids, this.#source.vocabulary);
  }
}

/** The parts of a criterion that its own words say. */
export interface CriterionWords {
  readonly inline: InlineText;
  readonly lead?: Lead;
  readonly text: Span;
  readonly marks: readonly Mark[];
  readonly exempt: boolean;
}

const ID_LAST = /\{#([^{}\s]{1,200})\}\s*$/;
/** A box of another kind, as in `[~] half done`. */
const ODD_BOX = /^\[[^\]\s]\]\s+/;

/** Takes label, marks and `{#AC3}` off the words of a criterion. */
export function criterionWords(inline: InlineText, source: Source, from = 0, to = inline.plain.length): CriterionWords {
  const odd = ODD_BOX.exec(inline.plain.slice(from, to))?.[0].length ?? 0;
  const found = readLead(inline, from + odd, to, source.context.ids, source.vocabulary);
  const lead = found && found.kind !== 'label' && found.apart ? found : undefined;
  const last = lead ? null : ID_LAST.exec(inline.plain.slice(Math.max(from, to - 210), to));
  const id = last?.[1];
  const lastLead = last && id !== undefined ? idLast(id, to - last[0].length, source) : undefined;
  const end = lastLead ? to - (last?.[0].length ?? 0) : to;
  const before = leadingMarks(inline.plain, lead?.titleStart ?? from + odd, end);
  const after = trailingMarks(inline.plain, before.start, end);
  const marks = [...(lead?.marks ?? []), ...before.marks, ...after.marks];
  const struck = spanOver(inline.struck, lead?.start ?? before.start) !== undefined;
  const used = lead ?? lastLead;
  return {
    inline,
    ...(used && { lead: used }),
    text: { start: before.start, end: after.end },
    marks,
    exempt: struck || marks.some(isExemptMark),
  };
}

function idLast(id: string, at: number, source: Source): Lead | undefined {
  const start = at + 2;
  const criterion = isCriterionLabel(id);
  if (!criterion && !source.context.ids.isId(id)) return undefined;
  const rest = { start, end: start + id.length, apart: true, titleStart: start, marks: [] };
  return { kind: criterion ? 'criterion' : 'id', id: criterion ? normalCriterion(id) : id, ...rest };
}

/** Where a criterion is and what belongs to it besides its words. */
export interface CriterionBody {
  readonly kind: CriterionKind;
  readonly range: Range;
  readonly detail: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly checkbox?: Checkbox;
  readonly claimed?: boolean | undefined;
  readonly numeral?: number | undefined;
  readonly list?: object;
}

/** Joins what a criterion says with where it stands. */
export function criterionDraft(words: CriterionWords, body: CriterionBody): CriterionDraft {
  const { inline, lead, text, marks } = words;
  const claimed = body.checkbox?.checked ?? body.claimed;
  const plain = inline.plain.slice(text.start, text.end);
  const firstLine = plain.indexOf('\n');
  const nameEnd = firstLine < 0 ? text.end : text.start + firstLine;
  return {
    ...(lead && { written: { localId: lead.id, whole: lead.kind === 'id', range: inline.rangeOf(lead.start, lead.end) } }),
    ...(body.numeral !== undefined && { numeral: body.numeral }),
    ...(body.list && { list: body.list }),
    facts: {
      kind: body.kind,
      text: collapse(plain),
      detail: collapse(body.detail.join(' ')),
      range: body.range,
      nameRange: inline.rangeOf(text.start, nameEnd),
      ...(claimed !== undefined && { claimed }),
      ...(body.checkbox && { checkboxRange: body.checkbox.range }),
      attributes: [...marks.map((mark) => markAttribute(mark, inline)), ...body.attributes],
      exempt: words.exempt,
    },
  };
}
