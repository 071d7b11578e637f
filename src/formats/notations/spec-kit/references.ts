import type { Reference } from '../../../model/facts.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { spanOver } from '../../carriers/markdown/inline.ts';
import { readList } from '../../references/list.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { ListMember } from '../../references/list.ts';
import { criterionAt, referenceAt, referencesIn } from './grammar.ts';
import type { FoundReference } from './grammar.ts';
import { itemName } from '../../../model/keys.ts';

/** A reference as it is in a text. */
export interface Named extends ListMember {
  readonly id: string;
  readonly criterion?: string;
  /** True where its story or prefix is before it: `AC2` in `US1/AC1, AC2`, `002` in `FR-001/002`. */
  readonly composed?: true;
}

/** One with what the words around it say. */
export interface Listed extends Named {
  /** The folder or number of the feature that it is of. */
  readonly document?: string;
  /** True for what only a range speaks of. */
  readonly between?: true;
  /** True where its list leads the text. */
  readonly leads: boolean;
}

/** A reference with what is around it. */
export interface Placed {
  readonly reference: Reference;
  /** True within brackets, `[US1]`, `(FR-001)`, `[Clarity, Spec §FR-001]`. */
  readonly bracketed: boolean;
  /** True where it leads the text, so that it is not evidence that such an item is missing. */
  readonly leads: boolean;
}

const START = String.raw`(?<![\p{L}\p{N}_/.-])`;
const WORD = '(?:[Ss]pecs?|kitty-specs|[Ff]eatures?)';
const FOLDER = String.raw`(?:${WORD}[ /#-]{1,2})?${'`'}?(?<folder>(?:\d{3}|\d{8}-\d{6})-[\p{L}\p{N}_.-]{1,80})`;
const NUMBER = String.raw`${WORD}[ /#-]{1,2}${'`'}?(?<number>\d{3})`;
/** A number without a word before it is one of a feature where it has a zero in front, or a word behind. */
const ALONE = String.raw`(?<alone>0\d{2}|\d{3}(?= [Ss]pec\b))(?: [Ss]pec)?(?=[ '’#])`;
const BEHIND = String.raw`(?:\/spec(?:\.md)?)?[${'`'})\]]{0,2}(?:['’]s?)?[ \t]{0,2}[,:§#/–-]?[ \t]{0,2}[(§]?$`;
/** The folder of a feature or its number, as prose names another one before an id: `002-toaster`, `specs/002`, `Spec 002`, `002 spec`. */
const OTHER_FEATURE = new RegExp(`${START}(?:${FOLDER}|${NUMBER}|${ALONE})${BEHIND}`, 'u');
/** What may be before an id that leads a list item, heading or cell. */
const LEAD = /^(?:[\s[(]|\p{Extended_Pictographic}|[\u2713-\u2718]|\u{FE0F})*$/u;
/** No name of a feature reaches further back. */
const WINDOW = 130;

/**
 * All references of a text by themselves, those of lists and ranges included.
 *
 * @param byHyphen true in a document that writes the third scenario of the first story as `US1-3`; elsewhere that may be the first three stories.
 */
export function* referencesOf(text: string, byHyphen = false): Generator<Listed> {
  let behind = 0;
  let last: { readonly end: number; readonly document: string } | undefined;
  for (const found of referencesIn(text)) {
    if (found.start < behind || (!byHyphen && isRange(found))) continue;
    const { members, end } = readList<Named>(text, found.start, text.length, LIST);
    behind = Math.max(end, found.end);
    const other = OTHER_FEATURE.exec(text.slice(Math.max(0, found.start - WINDOW), found.start))?.groups ?? {};
    const named = other['folder'] ?? other['number'] ?? other['alone'];
    const document = named ?? (last && isNext(text.slice(last.end, found.start)) ? last.document : undefined);
    if (document !== undefined) last = { end: behind, document };
    const leads = LEAD.test(text.slice(0, found.start));
    for (const member of members.length > 0 ? members : [found]) yield { ...member, leads, ...(document !== undefined && { document }) };
  }
}

/** How the ids of a document are to be read. */
export interface Writing {
  /** As of `referencesOf`. */
  readonly byHyphen?: boolean;
  /** The project's own, `FR-A01`. */
  readonly ownIds?: FormatContext['ids'];
}

/** All references of a text at their places. */
export function* placedReferences(inline: InlineText, { byHyphen = false, ownIds }: Writing = {}): Generator<Placed> {
  for (const listed of [...referencesOf(inline.plain, byHyphen), ...ownReferences(inline.plain, ownIds)]) {
    const reference = referenceOf(inline, listed);
    if (reference) yield { reference, bracketed: isBracketed(inline.plain, listed.start), leads: listed.leads };
  }
}

/** Ids of the project's own patterns, those apart that are ids of spec-kit too. */
function ownReferences(text: string, ids: FormatContext['ids'] | undefined): readonly Listed[] {
  if (!ids?.hasCustom) return [];
  return ids
    .findReferences(text)
    .filter(({ id, start, document }) => ids.isCustom(id) && document === undefined && !referenceAt(text, start))
    .map(({ id, start, end, criterion }) => ({
      id,
      start,
      end,
      ...(criterion !== undefined && { criterion }),
      leads: LEAD.test(text.slice(0, start)),
    }));
}

/** True for `US1-3`, which may be a range; `US2-1` is none. */
function isRange({ hyphened }: FoundReference): boolean {
  return hyphened !== undefined && hyphened[0] < hyphened[1];
}

/** True for a text that names a scenario with a hyphen where no range can be meant: `US2-1`. */
export function writesHyphens(text: string): boolean {
  return Array.from(text.matchAll(/\bUS(?<story>\d{1,4})-(?<number>\d{1,2})\b/gu)).some(
    ({ groups }) => Number(groups?.['story']) >= Number(groups?.['number']),
  );
}

/** True for what may be between two ids of the other feature: `specs/002 FR-001 and FR-002`. */
function isNext(text: string): boolean {
  return /^[\s,;&+()/–-]*(?:and\s+)?$/u.test(text);
}

/** True within round or square brackets that open and close around the place, on its line. */
function isBracketed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_BRACKET), at);
  return /[[(][^[\]()\n]*$/u.test(before);
}

/** Brackets around more than this are not list of ids. */
const LONGEST_BRACKET = 300;

function referenceOf(inline: InlineText, { start, end, id, criterion, composed, document, between }: Listed): Reference | undefined {
  const range = inline.rangeOf(start, end);
  if (range.start.line !== range.end.line) return undefined;
  if (spanOver(inline.links, start)?.target?.startsWith('http')) return undefined;
  return {
    text: inline.plain.slice(start, end),
    range,
    ...(document !== undefined && { document }),
    id,
    ...(criterion !== undefined && { criterion }),
    notation: 'spec-kit',
    ...(composed && { composed }),
    ...(between && { between }),
  };
}

const SHORT_NUMBER = /\d{1,9}[a-z]?(?![\p{L}\p{N}_]|\.\d|-\p{L})/uy;
/** What ends in digits, and how many. */
const ENDS = /^(?<stem>.*?)(?<digits>\d+)(?<letter>[a-z]?)$/u;

const LIST = {
  at(text: string, offset: number, _end: number, previous: Named | undefined): Named | undefined {
    const whole = referenceAt(text, offset);
    if (whole) return whole;
    if (!previous) return undefined;
    const criterion = criterionAt(text, offset);
    if (criterion && previous.id.startsWith('US-'))
      return { start: offset, end: criterion.end, id: previous.id, criterion: `AC${criterion.number}`, composed: true };
    return shortened(text, offset, previous);
  },
  between(first: Named, last: Named, place: ListMember): readonly Named[] | undefined {
    const [from, to] = [ENDS.exec(itemName(first))?.groups, ENDS.exec(itemName(last))?.groups];
    if (!from || !to || from['stem'] !== to['stem'] || from['letter'] !== '' || to['letter'] !== '') return undefined;
    const [low, high] = [Number(from['digits']), Number(to['digits'])];
    if (!(low < high) || high - low > MOST_BETWEEN) return undefined;
    const width = from['digits']?.length ?? 0;
    return Array.from({ length: high - low - 1 }, (_one, at) => {
      const name = `${from['stem']}${String(low + 1 + at).padStart(width, '0')}`;
      const [id = '', criterion] = name.split('/');
      return { ...place, id, ...(criterion !== undefined && { criterion }), composed: true };
    });
  },
};

/** A range over more is not a list of requirements. */
const MOST_BETWEEN = 500;

/** What is before a number that goes on with the prefix of the id before it; behind a comma or a word only one with a zero in front does. */
const GOES_ON = /^\s?(?:[/–—…]|\.{2,3})\s?$/u;
const GOES_ON_WITH_ZERO = /^(?:\s?[,&+]\s?(?:and\s)?|\s(?:and|to|through)\s)$/u;

/** `002` behind `FR-001/`, of as many digits; `AC2` and `2` behind `US1/AC1-`; `2` behind `User Stories 1 and `. */
function shortened(text: string, offset: number, previous: Named): Named | undefined {
  SHORT_NUMBER.lastIndex = offset;
  const number = SHORT_NUMBER.exec(text)?.[0];
  if (number === undefined) return undefined;
  const end = offset + number.length;
  const sign = text.slice(previous.end, offset);
  const written = text.slice(previous.start, previous.end);
  if (previous.criterion !== undefined) {
    if (!/^[-–/]$/u.test(sign) || number.length > 2) return undefined;
    return { start: offset, end, id: previous.id, criterion: `AC${number}`, composed: true };
  }
  const isCounted = /\p{L}{2,}[ \t]*\d+$/u.test(written) && !written.startsWith('US') && previous.id.startsWith('US-');
  if (isCounted) return number.length <= 2 && sign.trim() !== '' ? { start: offset, end, id: `US-${number}`, composed: true } : undefined;
  const digits = ENDS.exec(previous.id)?.groups;
  if (!digits || digits['digits']?.length !== number.replace(/\D/gu, '').length) return undefined;
  if (!GOES_ON.test(sign) && !(number.startsWith('0') && GOES_ON_WITH_ZERO.test(sign))) return undefined;
  return { start: offset, end, id: `${digits['stem']}${number}`, composed: true };
}
