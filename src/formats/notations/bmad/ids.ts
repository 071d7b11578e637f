import type { Reference } from '../../../model/facts.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { readList } from '../../references/list.ts';
import type { ListGrammar, ListMember } from '../../references/list.ts';

/** The name of the notation. */
export const BMAD = 'bmad';

/** Families of requirements that the makers' workflows number; an agent may put a word between family and number, `FR-AUTH-1`. */
const FAMILY = '(?:N?FR|CR|AR|IR|TR|BR|SR|UX-?DR|UXR)';
/** A hyphen may be before the end of a range. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_/])(?<!(?<!\d)-)`;
/** A hyphen may follow where a range goes on: `FR1-FR5`. */
const AFTER = String.raw`(?![\p{L}\p{N}_]|-(?!${FAMILY})\p{L}|\.\d)`;
const ID = String.raw`${FAMILY}(?:-?\d+(?:\.\d+)*|(?:-[A-Z][A-Z0-9]{0,15}){1,3}(?<!\d)-?\d+(?:\.\d+)*|(?:-[A-Z][A-Z0-9]{0,15}){1,3}-\d+(?:\.\d+)*)[a-z]?`;

const STICKY = new RegExp(`${BEFORE}${ID}${AFTER}`, 'uy');
const EVERYWHERE = new RegExp(`${BEFORE}${ID}${AFTER}`, 'gu');
const NUMBER = /\d+(?=\s*(?:[,;&)\]]|$|-\s*\d|and\b))/uy;
/** A range of more than this is a mistake. */
const LONGEST_RANGE = 200;

/** An id at its place in a text. */
export interface FoundId extends ListMember {
  readonly id: string;
}

/** Ids have a hyphen before their number: `FR1` and `FR-1` are one, `FR-UX3` is `FR-UX-3`. */
export function normalId(written: string): string {
  return written.replace(/^(?<stem>.*?[A-Z])-?(?<number>\d+(?:\.\d+)*[a-z]?)$/u, '$<stem>-$<number>');
}

/** The id that begins exactly at an offset: `idAt('- FR1: boil', 2)`. */
export function idAt(text: string, offset: number): FoundId | undefined {
  STICKY.lastIndex = offset;
  const match = STICKY.exec(text);
  return match ? { id: normalId(match[0]), start: offset, end: offset + match[0].length } : undefined;
}

/** All ids of a text. */
export function idsIn(text: string): readonly FoundId[] {
  return Array.from(text.matchAll(EVERYWHERE), ({ 0: written, index }) => ({
    id: normalId(written),
    start: index,
    end: index + written.length,
  }));
}

/** One of a list or range. */
export interface ListedId extends FoundId {
  /** True for what only a range speaks of. */
  readonly between?: true;
}

/** All ids of a text, those of its lists and ranges included: of `FR1-FR3` three. A list that begins in the normal form, `FR-1, FR-2`, the house reads. */
export function* listedIn(text: string): Generator<ListedId> {
  let behind = 0;
  for (const found of idsIn(text)) {
    if (found.start < behind) continue;
    const { members, end } = readList(text, found.start, text.length, IDS);
    behind = Math.max(end, found.end);
    if (text.slice(found.start, found.end) !== found.id) yield* members.length > 0 ? members : [found];
  }
}

/** `FR1, FR2`, `FR1-FR5`, `FR1-5`, `FR1 to FR5`, `FR1, 2 and 3`. */
const IDS: ListGrammar<FoundId> = {
  at(text, offset, _end, previous) {
    const found = idAt(text, offset);
    if (found || !previous) return found;
    NUMBER.lastIndex = offset;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) return undefined;
    return { id: previous.id.replace(/\d+[a-z]?$/u, number), start: offset, end: offset + number.length };
  },
  between(first, last, place) {
    const [from, to] = [parted(first.id), parted(last.id)];
    if (from.stem !== to.stem || to.number < from.number || to.number - from.number > LONGEST_RANGE) return undefined;
    const count = Math.max(0, to.number - from.number - 1);
    return Array.from({ length: count }, (_none, at) => ({
      ...place,
      id: `${from.stem}${String(from.number + at + 1).padStart(from.width, '0')}`,
    }));
  },
};

function parted(id: string): { readonly stem: string; readonly number: number; readonly width: number } {
  const number = /\d+(?=[a-z]?$)/u.exec(id)?.[0] ?? '';
  return { stem: id.slice(0, id.length - number.length), number: Number(number), width: number.startsWith('0') ? number.length : 0 };
}

/** What is written around references and says where they look first. */
export interface Around {
  readonly scope?: string | undefined;
}

/** The references of a list of ids that begins at an offset, and where it ends. */
export function referencesOfList(
  inline: InlineText,
  from: number,
  to: number,
  { scope }: Around,
): { readonly references: readonly Reference[]; readonly end: number; readonly unread?: ListMember } {
  const { members, end, fault } = readList(inline.plain, from, to, IDS);
  const references = members.map(({ id, start, end: behind, between }) => ({
    ...referenceOf(inline, { id, start, end: behind }),
    ...(between && { between }),
    ...(scope !== undefined && { scope }),
  }));
  return { references, end, ...(fault && { unread: fault }) };
}

/** A reference to the id that is at a place. */
export function referenceOf(inline: InlineText, { id, start, end }: FoundId): Reference {
  return { text: inline.plain.slice(start, end), range: inline.rangeOf(start, end), id, notation: BMAD };
}
