import type { Alias } from '../../../../model/facts.ts';
import type { CarriedDocument } from '../../../carried/carriedDocument.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { ListGrammar, ListMember } from '../../../references/list.ts';
import { formsIn } from './forms.ts';
import type { Named } from './lists.ts';
import { PROPERTY } from '../words.ts';
import { referenceOf } from '../readWorking.ts';

/** A property that a text names. */
export interface NamedProperty extends ListMember {
  readonly number: number;
}

/** At the beginning of a line, or right behind the name of the feature. */
const NAMED = new RegExp(
  String.raw`(?<=^[^\p{L}\p{N}\n]{0,12}|Feature\s{0,3}[:：][^\n,]{1,160},[^\S\n]{0,3})${PROPERTY}\s{0,2}(?<number>\d{1,4})(?![\p{L}\p{N}]|\.\d|\s*[-–—]\s*\d|\s*(?:,|and|&)\s*\d)`,
  'gimu',
);
const LEADING = new RegExp(String.raw`^[^\p{L}\p{N}\n]{0,12}${PROPERTY}\s{0,2}(?<number>\d{1,4})(?![\p{L}\p{N}]|\.\d)`, 'iu');

/** The properties that a comment or a title is about: `Feature: kettle, Property 3: Cold when empty`. */
export function propertiesIn(text: string): readonly NamedProperty[] {
  return Array.from(text.matchAll(NAMED), (match) => ({
    number: Number(match.groups?.['number']),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The properties that a design writes, each with the requirements that its `**Validates: Requirements 1.2**` names: the line follows
 * `### Property 3: …` and before the next one.
 */
export function propertiesOf(document: CarriedDocument, grammar: ListGrammar<Named>): readonly Alias[] {
  const aliases = new Map<number, Alias>();
  let open: number | undefined;
  for (const block of flat(document.markdown.blocks)) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const { inline } = block;
    const number = LEADING.exec(inline.plain)?.groups?.['number'];
    if (number !== undefined) open = Number(number);
    else if (block.type === 'heading') open = undefined;
    if (open === undefined) continue;
    for (const { kind, members } of formsIn(inline.plain, grammar)) {
      if (kind !== 'validated') continue;
      const references = members.map((member) => referenceOf(member, inline.plain, (start, end) => inline.rangeOf(start, end)));
      const before = aliases.get(open)?.references ?? [];
      aliases.set(open, { name: `Property ${open}`, references: [...before, ...references] });
    }
  }
  return [...aliases.values()];
}

/** Blocks in order, those of list items among them. */
function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap((item) => flat(item.blocks));
    return block.type === 'quote' ? flat(block.blocks) : [block];
  });
}
